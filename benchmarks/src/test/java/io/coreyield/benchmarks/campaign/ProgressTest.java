package io.coreyield.benchmarks.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.runner.RunnerException;

/** What the user sees while a campaign runs. */
class ProgressTest {
  private final StringWriter out = new StringWriter();

  private void tell(boolean terminal) {
    Progress progress = new Progress(new PrintWriter(out), terminal, Map.of());
    progress.trial("idle", 1, Duration.ofSeconds(1), Duration.ofSeconds(125));
    progress.trial("range platform ×2", 2, Duration.ofSeconds(62), Duration.ofHours(2));
    progress.say("warning: loud");
    progress.end();
  }

  @Test
  void aTerminalsLineIsWrittenOverAndLeavesNothing() {
    tell(true);

    assertThat(out)
        .hasToString(
            "\r0:01 elapsed, about 2:05 left   round 1   idle\u001b[K"
                + "\r1:02 elapsed, about 2:00:00 left   round 2   range platform ×2\u001b[K"
                + "\r\u001b[Kwarning: loud"
                + System.lineSeparator());
  }

  @Test
  void elsewhereThereArePlainLines() {
    tell(false);

    assertThat(out.toString().lines())
        .containsExactly(
            "0:01 elapsed, about 2:05 left   round 1   idle",
            "1:02 elapsed, about 2:00:00 left   round 2   range platform ×2",
            "warning: loud");
    assertThat(out.toString()).doesNotContain("\u001b").doesNotContain("\r0");
  }

  private String trialUnder(Map<String, String> environment) {
    Progress progress = new Progress(new PrintWriter(out), true, environment);
    progress.trial("range platform ×2", 2, Duration.ofSeconds(62), Duration.ofHours(2));
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "40, 39",
    "41, 40",
    "20, 19",
    "1, 0",
    "63, 62",
    "64, 62",
    "'', 62",
    "0, 62",
    "-1, 62",
    "many, 62"
  })
  void aLineNeverFillsTheTerminalsWidth(String columns, int shown) {
    String whole = "1:02 elapsed, about 2:00:00 left   round 2   range platform ×2";

    assertThat(trialUnder(Map.of("COLUMNS", columns)))
        .isEqualTo("\r" + whole.substring(0, shown) + "\u001b[K");
  }

  @Test
  void aDumbTerminalGetsPlainLines() {
    assertThat(trialUnder(Map.of("TERM", "dumb"))).doesNotContain("\u001b").doesNotContain("\r1");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0:00",
    "499, 0:00",
    "500, 0:01",
    "59499, 0:59",
    "59500, 1:00",
    "3599499, 59:59",
    "3599500, 1:00:00",
    "3725000, 1:02:05",
    "-5000, 0:00"
  })
  void timesAreMinutesAndSeconds(long ms, String shown) {
    assertThat(Progress.clock(Duration.ofMillis(ms))).isEqualTo(shown);
  }

  @Test
  void aFailureIsTheDeepestSentence() {
    RunnerException failure = new RunnerException("Benchmark caught the exception");
    IllegalStateException middle =
        new IllegalStateException("middle", new IllegalArgumentException("ERROR: deep\nat x"));
    failure.addSuppressed(middle);

    assertThat(RunnerFailure.sentence(failure)).isEqualTo("deep");
    assertThat(RunnerFailure.sentence(new RunnerException("alone"))).isEqualTo("alone");
    assertThat(RunnerFailure.sentence(new RunnerException(new IllegalStateException())))
        .isEqualTo("IllegalStateException");
  }
}
