package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.plan.ArraySizes;
import io.coreyield.analysis.model.plan.Placement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the host hands over, the fork reads. */
class ForkPropertiesTest {

  private final Properties before = (Properties) System.getProperties().clone();

  @AfterEach
  void restore() {
    System.setProperties(before);
  }

  @Test
  void everyPropertyComesBack() {
    ArraySizes sizes = new ArraySizes(8 << 10, 64 << 20, 3L << 30, 96 << 10, 2 << 20);
    Map<String, String> handed =
        Stream.of(
                ForkProperties.arraysArgument(sizes),
                ForkProperties.cpusArgument(List.of(7, 5)),
                ForkProperties.seedArgument(-3),
                ForkProperties.linkArgument(Path.of("/tmp/x/link")))
            .map(argument -> argument.substring("-D".length()).split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    handed.forEach(System::setProperty);

    assertThat(handed).hasSize(4);
    assertThat(ForkProperties.arrays()).isEqualTo(sizes);
    assertThat(ForkProperties.cpus(Placement.SPREAD, 2)).containsExactly(7, 5);
    assertThat(ForkProperties.cpus(Placement.OS, 2)).isEmpty();
    assertThat(ForkProperties.seed()).isEqualTo(-3);
    assertThat(ForkProperties.link()).isEqualTo(Path.of("/tmp/x/link"));
  }

  @Test
  void withoutAHostThereIsNoLinkAndEverySeedIsNew() {
    assertThat(ForkProperties.link()).isNull();
    assertThat(ForkProperties.seed()).isNotEqualTo(ForkProperties.seed());
  }
}
