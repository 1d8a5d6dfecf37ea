package io.coreyield.benchmarks.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.machine.Topologies;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.benchmarks.campaign.run.Jmh;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.runner.RunnerException;

/** What the user sees while a campaign runs. */
class ProgressTest {
  private final StringWriter out = new StringWriter();

  private Screen screen(boolean terminal, boolean ascii, Map<String, String> environment) {
    return screen(terminal, 80, ascii, environment);
  }

  private Screen screen(
      boolean terminal, int columns, boolean ascii, Map<String, String> environment) {
    return Screen.of(new PrintWriter(out), terminal, columns, ascii, environment);
  }

  private void tell(boolean terminal) {
    Progress progress = new Progress(screen(terminal, false, Map.of()));
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

  private String trialUnder(int columns, Map<String, String> environment) {
    Progress progress = new Progress(screen(true, columns, false, environment));
    progress.trial("range platform ×2", 2, Duration.ofSeconds(62), Duration.ofHours(2));
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({"40, 39", "41, 40", "20, 19", "1, 0", "63, 62", "64, 62", "80, 62"})
  void aLineNeverFillsTheTerminalsWidth(int columns, int shown) {
    String whole = "1:02 elapsed, about 2:00:00 left   round 2   range platform ×2";

    assertThat(trialUnder(columns, Map.of()))
        .isEqualTo("\r" + whole.substring(0, shown) + "\u001b[K");
  }

  @Test
  void aDumbTerminalGetsPlainLines() {
    assertThat(trialUnder(80, Map.of("TERM", "dumb")))
        .doesNotContain("\u001b")
        .doesNotContain("\r1");
  }

  private static LoadSample sample(int second, long... busyMs) {
    List<CpuTimes> times =
        Arrays.stream(busyMs)
            .mapToObj(busy -> new CpuTimes(busy, 0, 0, 1000L * second - busy, 0, 0, 0, 0))
            .toList();
    return new LoadSample(
        second * 1_000_000_000L, IntStream.range(0, busyMs.length).boxed().toList(), times);
  }

  @Test
  void theAnswerSoFarStandsBesideTheTimeAndTheTrialGivesWay() {
    for (int columns : new int[] {200, 80}) {
      Progress progress = new Progress(screen(true, columns, false, Map.of()));
      progress.soFar("2 workers 1.98×");
      progress.trial("range platform ×2", 2, Duration.ofSeconds(70), Duration.ofSeconds(106));
    }

    String time = "\r1:10 elapsed, about 1:46 left   round 2   so far 2 workers 1.98×";
    assertThat(out).hasToString(time + "   range platform ×2\u001b[K" + time + "\u001b[K");
  }

  @Test
  void theAnswerSoFarIsInPlainLinesToo() {
    Progress progress = new Progress(screen(false, false, Map.of()));
    progress.soFar("");
    progress.trial("idle", 1, Duration.ZERO, Duration.ZERO);
    progress.soFar("a second thread adds −5 to 95 %");
    progress.trial("range platform ×2", 2, Duration.ZERO, Duration.ZERO);

    assertThat(out.toString().lines())
        .containsExactly(
            "0:00 elapsed, about 0:00 left   round 1   idle",
            "0:00 elapsed, about 0:00 left   round 2   so far a second thread adds −5 to 95 %"
                + "   range platform ×2");
  }

  private String loadUnder(boolean ascii, int columns) {
    Progress progress = new Progress(screen(true, columns, ascii, Map.of("NO_COLOR", "1")));
    Topology topology = Topologies.of(2, 2);
    progress.trial("range platform ×2", 2, Duration.ofSeconds(62), Duration.ofHours(2));
    out.getBuffer().setLength(0);
    progress.load(sample(1, 0, 0, 0, 0), sample(2, 1000, 250, 0, 500), topology);
    return out.toString();
  }

  /** Siblings next to each other: logical CPUs 0 and 2, and 1 and 3. */
  @Test
  void theLoadStandsBesideTheTrial() {
    String line = "\r1:02 elapsed, about 2:00:00 left   round 2   range platform ×2   ";
    assertThat(Topologies.of(2, 2).cores().getFirst())
        .extracting(cpu -> cpu.id())
        .containsExactly(0, 2);
    assertThat(loadUnder(false, 80)).isEqualTo(line + "█▁ ▃▅\u001b[K");
    assertThat(loadUnder(true, 80)).isEqualTo(line.replace('×', 'x') + "@. -+\u001b[K");
    assertThat(loadUnder(false, 69)).as("a character for each core").isEqualTo(line + "▅▄\u001b[K");
    assertThat(loadUnder(false, 67)).isEqualTo(line.stripTrailing() + "\u001b[K");
  }

  @Test
  void theLoadHasAColourWhereItMay() {
    Progress progress = new Progress(screen(true, false, Map.of()));
    progress.trial("idle", 2, Duration.ZERO, Duration.ZERO);
    progress.load(sample(1, 0, 0, 0, 0), sample(2, 1000, 250, 0, 500), Topologies.of(2, 2));
    assertThat(out.toString()).endsWith("idle   \u001b[36m█▁ ▃▅\u001b[0m\u001b[K");
  }

  @Test
  void elsewhereNoLoadIsShown() {
    Progress progress = new Progress(screen(false, false, Map.of()));
    progress.trial("idle", 1, Duration.ZERO, Duration.ZERO);
    String before = out.toString();
    progress.load(sample(1, 0), sample(2, 500), Topologies.of(1, 1));
    assertThat(out).hasToString(before);
  }

  @Test
  void warningsStayWithTheirRemedy() {
    Warning warning = new Warning("loud", "a fan is loud", "Oil it.");
    new Progress(screen(true, false, Map.of())).warn(warning);
    assertThat(out.toString().strip())
        .isEqualTo("\u001b[33mwarning:\u001b[0m a fan is loud; Oil it.");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0:00", "499, 0:00", "500, 0:01", "59499, 0:59",
    "59500, 1:00", "3599499, 59:59", "3599500, 1:00:00", "3725000, 1:02:05",
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

    assertThat(Jmh.reason(failure)).isEqualTo("deep");
    assertThat(Jmh.reason(new RunnerException("alone"))).isEqualTo("alone");
    assertThat(Jmh.reason(new RunnerException(new IllegalStateException())))
        .isEqualTo("IllegalStateException");
  }
}
