package io.coreyield.benchmarks.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.format.OutputFormat;

/** As JMH 1.37 writes it. */
class ForkOutputTest {

  private static final String DIED = "Forked VM failed with exit code 1";

  private static String explained(String reason, String... lines) {
    ForkOutput output = new ForkOutput();
    OutputFormat format = output.format();
    for (String line : lines) {
      format.println(line);
    }
    return output.explain(reason);
  }

  @Test
  void aKilledForkHasItsExitCode() {
    assertThat(
            explained(
                "Forked VM failed with exit code 137",
                "<forked VM failed with exit code 137>",
                "<stdout last='20 lines'>",
                "#",
                "# A fatal error has been detected by the Java Runtime Environment:",
                "</stdout>",
                "<stderr last='20 lines'>",
                "</stderr>"))
        .isEqualTo("the fork died with exit code 137");
  }

  @Test
  void aForkThatEndsByItselfHasItsExitCodeToo() {
    String reason =
        "<failure: VM prematurely exited before JMH had finished with it, explicit System.exit was called?>";
    assertThat(explained(reason, "<forked VM failed with exit code 143>"))
        .isEqualTo("the fork died with exit code 143");
    assertThat(explained(reason)).isEqualTo("the fork ended too early");
  }

  @Test
  void aForkThatCannotStartSaysWhy() {
    assertThat(
            explained(
                DIED,
                "<forked VM failed with exit code 1>",
                "<stdout last='20 lines'>",
                "[0.1s][warning][os,thread] Failed to start thread",
                "Error occurred during initialization of VM",
                "Could not reserve enough space for 9437184KB object heap",
                "</stdout>",
                "<stderr last='20 lines'>",
                "</stderr>"))
        .isEqualTo(
            "the fork died with exit code 1: Could not reserve enough space for 9437184KB object heap");
    assertThat(
            explained(
                DIED,
                "<forked VM failed with exit code 1>",
                "<stdout last='20 lines'>",
                "</stdout>",
                "<stderr last='20 lines'>",
                "WARNING: A terminally deprecated method",
                "Exception in thread \"main\" java.lang.OutOfMemoryError: unable to create native thread",
                "\tat java.base/java.lang.Thread.start0(Native Method)",
                "</stderr>"))
        .isEqualTo(
            "the fork died with exit code 1: OutOfMemoryError: unable to create native thread");
  }

  @Test
  void anyOtherReasonStays() {
    String reason = "worker JVM 0 (pid 4711) died with exit code 137";
    assertThat(explained(reason, "<forked VM failed with exit code 1>")).isEqualTo(reason);
  }
}
