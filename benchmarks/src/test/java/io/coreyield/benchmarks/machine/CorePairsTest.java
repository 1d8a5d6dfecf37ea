package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The logical CPUs that are measured against each other. */
class CorePairsTest {

  private static final Pattern CPU = Pattern.compile("(\\d+)@(\\d+)(E?)(x?)(?:/(\\d+))?");

  /** {@code 3@1}: CPU 3 of core 1; then E: less capable, x: not usable, /3: last-level cache 3. */
  private static LogicalCpu cpu(MatchResult cpu) {
    return new LogicalCpu(
        Integer.parseInt(cpu.group(1)),
        Integer.parseInt(cpu.group(2)),
        0,
        0,
        cpu.group(3).isEmpty() ? 1 : 0,
        cpu.group(4).isEmpty(),
        cpu.group(5) == null ? 0 : Integer.parseInt(cpu.group(5)));
  }

  private static String text(CorePair pair) {
    return pair.first() + "+" + pair.second() + "," + pair.other();
  }

  /** Each pair is its first and second CPU, and that of another core. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "siblings, 0@0 1@1 2@2 3@3 4@0 5@1 6@2 7@3, '0+4,1 1+5,2 2+6,3 3+7,0'",
    "a pair cut by the cpuset, 0@0 1@0x 2@1 3@1, '2+3,0'",
    "no siblings, 0@0 1@1, '0+null,1 1+null,0'",
    "one logical CPU, 3@0, '3+null,null'",
    "four siblings, 0@0 1@0 2@0 3@0 4@1 5@1 6@1 7@1, '0+1,4 4+5,0'",
    "another cache, 0@0 1@0 2@1E 3@2/3, '0+1,3'",
    "another kind of core only, 0@0 1@0 2@1E, '0+1,null'"
  })
  void onePairPerCore(String name, String cpus, String expected) {
    List<LogicalCpu> all = CPU.matcher(cpus).results().map(CorePairsTest::cpu).toList();

    assertThat(
            CorePairs.of(new Topology(all), Kernel.RANGE_ILP, ConcurrencyModel.PLATFORM).stream()
                .map(CorePairsTest::text)
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  @Test
  void aNamedPairNeedsItsFirstLogicalCpu() {
    assertThat(text(CorePairs.named(Kernel.RANGE, ConcurrencyModel.PROCESS, "3", "none", "5")))
        .isEqualTo("3+null,5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CorePairs.named(Kernel.RANGE, ConcurrencyModel.PROCESS, "none", "3", "5"))
        .withMessageStartingWith("first=none: ");
  }
}
