package io.coreyield.analysis.wording;

import static io.coreyield.analysis.findings.HandMadeRun.configuration;
import static io.coreyield.analysis.findings.HandMadeRun.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.HandMadeRun;
import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("it changes the locale of the JVM")
class AnswerWordsTest {

  private static final Configuration ILP_1 =
      configuration(Kernel.RANGE_ILP, ConcurrencyModel.PLATFORM, 1);
  private static final Configuration ILP_2 =
      configuration(Kernel.RANGE_ILP, ConcurrencyModel.PLATFORM, 2);

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "fr-CH", "ar-EG-u-nu-arab", "th-TH-u-nu-thai"})
  @DefaultLocale("en-US")
  void siblingsAreValuedKernelByKernelUnderEveryLocale(String locale) {
    Locale.setDefault(Locale.forLanguageTag(locale));
    HandMadeRun run = oneCoreOfTwo();
    for (int round = 0; round < 2; round++) {
      run.trial(round, range(1), 1000)
          .trial(round, range(2), 905 + round)
          .trial(round, ILP_1, 1000)
          .trial(round, ILP_2, 515);
    }
    assertThat(answer(run))
        .isEqualTo(
            "For code bound by integer-add latency, a second sibling adds 81 % [80, 82];"
                + " for code bound by integer ports, a second sibling adds 3.0 % [3.0,"
                + " 3.0]: almost nothing.");
  }

  @Test
  void aSiblingCanBeAsGoodAsACoreOrHarmful() {
    assertThat(answer(oneCoreOfTwo(1000, 990)))
        .isEqualTo(
            "For code bound by integer-add latency, a second sibling adds 98.0 % [98.0,"
                + " 98.0]: as good as a core.");
    assertThat(answer(oneCoreOfTwo(1000, 440)))
        .isEqualTo(
            "For code bound by integer-add latency, a second sibling adds −12.0 % [−12.0,"
                + " −12.0]: harmful.");
  }

  @Test
  void aWideIntervalIsNoAnswer() {
    HandMadeRun run = oneCoreOfTwo();
    run.trial(0, range(1), 1000).trial(0, range(2), 600);
    run.trial(1, range(1), 1000).trial(1, range(2), 700);
    assertThat(answer(run))
        .isEqualTo(
            "No answer: for code bound by integer-add latency, a second sibling adds 30 % [−51,"
                + " 245], but the interval is too wide: ± 148 points.");
  }

  @Test
  void oneRoundHasNoInterval() {
    HandMadeRun run = oneCoreOfTwo().trial(0, range(1), 1000).trial(0, range(2), 625);
    assertThat(answer(run))
        .isEqualTo(
            "No answer: for code bound by integer-add latency, a second sibling adds 25 % (no interval:"
                + " an arm has one fork: an interval needs two of each).");
  }

  @Test
  void whatWasNotMeasuredIsNamedAndTheRestIsSaid() {
    assertThat(answer(new HandMadeRun(4, 2).twice(range(1), 1000).twice(range(2), 950)))
        .isEqualTo(
            "For code bound by integer-add latency, what a second sibling adds is"
                + " unknown: no result with 4 workers and 8 workers; for code bound by integer-add latency, 2 workers do 1.90× [1.90, 1.90] the work of one.");
  }

  @Test
  void siblingsThatTheRunCouldNotUseAreNotDenied() {
    Machine whole = SimulatedRuns.machine(2, 2);
    List<LogicalCpu> cpus =
        whole.topology().cpus().stream()
            .map(c -> new LogicalCpu(c.id(), c.core(), 0, 0, 0, c.id() < 2))
            .toList();
    HandMadeRun run =
        new HandMadeRun(
            new Machine(
                whole.cpu(), whole.vendor(), null, new Topology(cpus), whole.caches(), 1, null));
    assertThat(answer(run.twice(range(1), 1000).twice(range(2), 985)))
        .startsWith(
            "No two of the logical CPUs that this run could use share a core (2 logical CPUs on 2"
                + " cores), so no SMT yield can be measured; for code bound by");
  }

  @Test
  void siblingsSpeakForThemselvesInEachModelOnly() {
    HandMadeRun run =
        oneCoreOfTwo()
            .twice(configuration(Kernel.RANGE, ConcurrencyModel.VIRTUAL, 1), 1000)
            .twice(configuration(Kernel.RANGE, ConcurrencyModel.VIRTUAL, 2), 500);

    assertThat(answer(run.twice(range(1), 1000).twice(range(2), 990)))
        .isEqualTo(
            "For code bound by integer-add latency, a second sibling adds 98.0 % [98.0,"
                + " 98.0]: as good as a core.");
  }

  @Test
  void theFirstParallelModelStandsInForPlatformThreads() {
    HandMadeRun run = oneCoreOfTwo();
    for (var model : List.of(ConcurrencyModel.GLOBAL_LOCK, ConcurrencyModel.VIRTUAL)) {
      run.twice(configuration(Kernel.RANGE, model, 1), 1000);
      run.twice(configuration(Kernel.RANGE, model, 2), 500);
    }
    assertThat(answer(run))
        .startsWith("With virtual threads, for code bound by integer-add latency, a second");
  }

  @Test
  void aGlobalLockCannotValueASibling() {
    HandMadeRun run =
        oneCoreOfTwo()
            .twice(configuration(Kernel.RANGE, ConcurrencyModel.GLOBAL_LOCK, 1), 1000)
            .twice(configuration(Kernel.RANGE, ConcurrencyModel.GLOBAL_LOCK, 2), 330);
    assertThat(answer(run))
        .isEqualTo(
            "Only threads under a global lock were measured, which never run at once, so no SMT"
                + " yield can be measured; for code bound by integer-add latency, 2 workers do 0.66×"
                + " [0.66, 0.66] the work of one.");
  }

  @Test
  void whatTakesTheAnswerAwayIsNamedFirst() {
    MeasuredFindings busy = Known.trusted(Known.quick(2, 1), Known.busy());
    assertThat(AnswerWords.sentence(busy.answer()))
        .startsWith(
            "No answer (other programs kept 1.20 of 8 logical CPUs busy while we measured);"
                + " provisional figures: this machine declares no SMT siblings");
    assertThat(answer(oneCoreOfTwo(1000, 990).warned("unfit-battery", "it runs on battery")))
        .as("a warning limits trust and takes nothing away")
        .isEqualTo(
            "For code bound by integer-add latency, a second sibling adds 98.0 % [98.0, 98.0]: as good"
                + " as a core.");
  }

  @Test
  void aRunThatDidNotEndSaysSo() {
    assertThat(answer(twoCores(1000, 985).ended(RunInfo.State.INTERRUPTED)))
        .endsWith("the work of one (from a run that was interrupted).");
    assertThat(answer(twoCores(1000, 985).ended(RunInfo.State.RUNNING)))
        .endsWith("the work of one (from a run that has not ended).");
  }

  @Test
  void aRunWithoutResultsSaysNothing() {
    String nothing =
        "This run has no result of any worker, so it says nothing of what one is worth";
    HandMadeRun run = new HandMadeRun(2, 1);
    assertThat(answer(run)).isEqualTo(nothing + ".");
    assertThat(answer(run.idle())).isEqualTo(nothing + ".");
    assertThat(answer(run.ended(RunInfo.State.INTERRUPTED)))
        .isEqualTo(nothing + " (from a run that was interrupted).");
    assertThat(answer(run.ended(RunInfo.State.COMPLETE).failed(0, range(1)).failed(0, range(2))))
        .isEqualTo(nothing + ": 2 trials failed, the first because a worker returned a wrong sum.");
  }

  static String answer(HandMadeRun run) {
    return AnswerWords.sentence(MeasuredFindings.of(run.build()).answer());
  }

  private static HandMadeRun oneCoreOfTwo() {
    return new HandMadeRun(1, 2);
  }

  /** Two rounds with so many operations of one and of two workers. */
  private static HandMadeRun oneCoreOfTwo(long one, long two) {
    return oneCoreOfTwo().twice(range(1), one).twice(range(2), two);
  }

  static HandMadeRun twoCores(long one, long two) {
    return new HandMadeRun(2, 1).twice(range(1), one).twice(range(2), two);
  }
}
