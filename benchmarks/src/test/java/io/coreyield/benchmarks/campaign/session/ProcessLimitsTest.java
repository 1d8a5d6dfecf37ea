package io.coreyield.benchmarks.campaign.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProcessLimitsTest {

  private static final String LIMITS =
      """
      Limit                     Soft Limit           Hard Limit           Units
      Max processes             23981                23981                processes
      Max open files            40                   1048576              files
      Max locked memory         unlimited            unlimited            bytes
      """;

  @Test
  void thisProcessMayMeasure() throws UnusableException {
    ProcessLimits.requireEnough();
  }

  @Test
  void readsTheLimitOfOpenFiles() {
    assertThat(ProcessLimits.openFiles(LIMITS)).hasValue(40);
    assertThat(ProcessLimits.openFiles(LIMITS.replace("40    ", "unlimited"))).isEmpty();
    assertThat(ProcessLimits.openFiles("")).isEmpty();
  }

  @Test
  void tooFewAreRefusedWithTheRemedy() throws UnusableException {
    ProcessLimits.requireOpenFiles(OptionalLong.empty());
    ProcessLimits.requireOpenFiles(OptionalLong.of(128));
    assertThatThrownBy(() -> ProcessLimits.requireOpenFiles(OptionalLong.of(127)))
        .isInstanceOf(UnusableException.class)
        .hasMessage(
            "this process may have 127 files open, and a campaign needs 128 or more: raise the limit, as with ulimit -n 1024");
    ProcessLimits.requireHeap(24 << 20);
    assertThatThrownBy(() -> ProcessLimits.requireHeap(8 << 20))
        .isInstanceOf(UnusableException.class)
        .hasMessage(
            "this JVM may take 8 MiB of memory, and a campaign needs 24 MiB or more: give it more, as with java -Xmx1g -jar …");
  }
}
