package io.coreyield.analysis.wording;

import static io.coreyield.analysis.findings.HandMadeRun.configuration;
import static io.coreyield.analysis.findings.HandMadeRun.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.HandMadeRun;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerCardTest {

  private static AnswerCard card(HandMadeRun run) {
    AnswerCard card = AnswerCard.of(Findings.of(run.build()));
    assertThat(card.sentence().split(" ")).hasSizeLessThanOrEqualTo(AnswerCard.MAX_WORDS);
    return card;
  }

  /** One core with two threads; throughput of one worker on it is 1, of two {@code together}. */
  private static HandMadeRun siblings(HandMadeRun run, Kernel kernel, double together) {
    Configuration one = configuration(kernel, ConcurrencyModel.PLATFORM, 1);
    Configuration two = configuration(kernel, ConcurrencyModel.PLATFORM, 2);
    return run.twice(one, 1000).twice(two, Math.round(500 * together));
  }

  @Test
  void siblingsThatHelpSomeCodeAreChosenByWorkload() {
    HandMadeRun run = new HandMadeRun(1, 2);
    siblings(run, Kernel.RANGE, 1.9);
    siblings(run, Kernel.RANGE_DOUBLE, 1.86);
    siblings(run, Kernel.RANGE_ILP, 1.02);
    siblings(run, Kernel.ARRAY_STREAM, 0.94);
    assertThat(card(run))
        .isEqualTo(
            new AnswerCard(
                "Keep hyperthreading on; choose workers by workload.",
                "A second thread adds almost nothing (2\u00a0%) to code that fills the integer"
                    + " units, adds 86–90\u00a0% of a core to code that waits and costs 6\u00a0% in"
                    + " code that streams memory."));
  }

  @Test
  void siblingsThatHelpAllCodeAreUsed() {
    HandMadeRun run = siblings(new HandMadeRun(1, 2), Kernel.RANGE, 1.3);
    siblings(run, Kernel.RANGE_ILP, 1.25);
    assertThat(card(run))
        .isEqualTo(
            new AnswerCard(
                "Use your hyperthreads: start one worker per logical CPU, 2 in all.",
                "A second thread adds 25–30\u00a0% of a core to code that waits on its own integer"
                    + " additions or fills the integer units."));
  }

  @Test
  void siblingsThatHelpNoCodeAreLeftAlone() {
    assertThat(card(both(1.01, 1.02)).sentence())
        .isEqualTo("Hyperthreads add almost nothing: start one worker per core, 1 in all.");
    assertThat(card(both(0.8, 0.9)).sentence())
        .isEqualTo("Hyperthreads cost throughput: start one worker per core, 1 in all.");
    assertThat(card(both(0.8, 1.02)).sentence())
        .isEqualTo(
            "Hyperthreads add nothing or cost throughput: start one worker per core, 1 in all.");
  }

  private static HandMadeRun both(double range, double ilp) {
    return siblings(siblings(new HandMadeRun(1, 2), Kernel.RANGE, range), Kernel.RANGE_ILP, ilp);
  }

  @Test
  void oneSortOfCodeSaysNothingOfOthers() {
    assertThat(card(siblings(new HandMadeRun(1, 2), Kernel.RANGE, 1.3)).sentence())
        .isEqualTo(
            "For code that waits on its own integer additions, use your hyperthreads: start 2"
                + " workers.");
    HandMadeRun waits = siblings(new HandMadeRun(1, 2), Kernel.RANGE, 1.01);
    assertThat(card(siblings(waits, Kernel.ARRAY_CHASE, 1.02)).sentence())
        .isEqualTo("For code that waits, hyperthreads add almost nothing: start 1 worker.");
  }

  @Test
  void siblingsThatWereNotMeasuredAreNotCalledWorthless() {
    assertThat(card(new HandMadeRun(4, 2).twice(range(1), 1000).twice(range(2), 950)))
        .isEqualTo(
            new AnswerCard(
                "What your hyperthreads add was not measured.",
                "No result with 4 workers and 8 workers."));
  }

  @Test
  void coresThatWereNotMeasuredAreNotCalledWhole() {
    assertThat(card(new HandMadeRun(2, 1).twice(range(1), 1000).twice(range(2), 990)))
        .isEqualTo(
            new AnswerCard(
                "Your machine declares 2 logical CPUs without hyperthreads: 2 workers do 1.98× the"
                    + " work of one.",
                "The command topology shows whether siblings are hidden."));
  }

  @Test
  void oneRoundIsNoAnswer() {
    assertThat(
            card(new HandMadeRun(1, 2).trial(0, range(1), 1000).trial(0, range(2), 625)).sentence())
        .isEqualTo("No answer yet: an arm has one fork: an interval needs two of each.");
  }

  @Test
  void whatSeveralKernelsDoIsSaidOnce() {
    List<Kernel> all = List.of(Kernel.values());
    assertThat(KernelWords.code(all, all))
        .isEqualTo("waits, fills its execution units, works in its core's cache or streams memory");
    assertThat(KernelWords.code(List.of(Kernel.RANGE, Kernel.ARRAY_STREAM), all))
        .isEqualTo("waits on its own integer additions or streams memory");
    assertThat(KernelWords.code(List.of(Kernel.RANGE_DIV, Kernel.ARRAY_CACHE), all))
        .isEqualTo("fills the divider or works in its core's cache");
    assertThat(KernelWords.code(List.of(Kernel.RANGE), List.of(Kernel.RANGE)))
        .isEqualTo("waits on its own integer additions");
  }
}
