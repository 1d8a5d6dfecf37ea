package io.coreyield.analysis.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.model.machine.Topologies;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.Captured.Timing;
import io.coreyield.analysis.wording.CapturedWords;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the author of 2017 timed, on 4 cores with 8 logical CPUs. */
class CapturedScalingTest {

  private static final long PROCESS_ELEMENTS = 1L << 28;
  private static final long THREAD_ELEMENTS = 1L << 26;

  private static final List<Timing> PROCESSES =
      List.of(
          new Timing("processes", 8, PROCESS_ELEMENTS, 12.169, 93.904, 0.040),
          new Timing("processes", 1, PROCESS_ELEMENTS, 5.866, 5.792, 0.024),
          new Timing("processes", 2, PROCESS_ELEMENTS, 6.236, 12.172, 0.028),
          new Timing("processes", 4, PROCESS_ELEMENTS, 6.970, 25.728, 0.048));

  private static final List<Timing> THREADS =
      List.of(
          new Timing("threads", 2, THREAD_ELEMENTS, 5.586, 5.980, 2.944),
          new Timing("threads", 4, THREAD_ELEMENTS, 14.600, 20.820, 13.280),
          new Timing("threads", 8, THREAD_ELEMENTS, 27.663, 39.132, 26.920));

  private static List<CapturedScaling> of(List<Timing> timings, Topology topology) {
    return CapturedScaling.of(new Captured("hand", List.of(), timings, List.of()), topology, true);
  }

  private static CapturedScaling first(List<Timing> timings, int cores, int threadsPerCore) {
    return of(timings, Topologies.of(cores, threadsPerCore)).getFirst();
  }

  /** 8 · 6.970 / (4 · 12.169) − 1. */
  @Test
  void processesGainSevenPartsOfFifty() {
    CapturedScaling scaling = first(PROCESSES, 4, 2);
    assertThat(scaling.knee().value()).isCloseTo(0.145534, within(1e-6));
    assertThat(scaling.knee().hasInterval()).isFalse();
    assertThat(scaling.knee().reason()).isEqualTo("one timing each");
    assertThat(scaling.category()).isEqualTo(Category.SOMETHING);
    assertThat(scaling.points()).extracting(p -> p.workers()).containsExactly(1, 2, 4, 8);
    // 4 · 5.866 / 6.970
    assertThat(scaling.points().get(2).speedUp()).isCloseTo(3.366428, within(1e-6));
    assertThat(scaling.points().get(2).efficiency()).isCloseTo(0.841607, within(1e-6));
    assertThat(CapturedWords.clause(scaling))
        .isEqualTo(
            "processes (no interval: one timing each): 2 workers do 1.88× the work of one, 4 3.37× and 8 3.86×; workers beyond the cores add 15 % (category: something)");
  }

  /**
   * X(8) is 6 % more than X(4), and yet no hyperthread is worth anything: they never run at once.
   */
  @Test
  void threadsUnderALockTakeLongerThanOne() {
    CapturedScaling threads =
        of(Stream.concat(PROCESSES.stream(), THREADS.stream()).toList(), Topologies.of(4, 2))
            .getLast();
    assertThat(threads.serial()).isTrue();
    assertThat(threads.knee().hasValue()).isFalse();
    assertThat(threads.base()).isEqualTo("processes");
    assertThat(CapturedWords.clause(threads))
        .isEqualTo(
            "threads (no interval: one timing each): 4 workers take longer than one would for the same work (one of processes), 0.40× its speed, so they do not run at once: no yield to tell");
  }

  @Test
  void threadsAloneShowTheSame() {
    CapturedScaling threads = first(THREADS, 4, 2);
    assertThat(threads.serial()).isTrue();
    assertThat(threads.base()).isEmpty();
    assertThat(threads.points()).allMatch(point -> Double.isNaN(point.speedUp()));
  }

  @Test
  void wordsForAPoint() {
    assertThat(category(1.04)).isEqualTo(Category.NOTHING);
    assertThat(category(0.96)).isEqualTo(Category.NOTHING);
    assertThat(category(1.3)).isEqualTo(Category.SOMETHING);
    assertThat(category(1.96)).isEqualTo(Category.AS_GOOD_AS_A_CORE);
  }

  /** Of 2 cores with 2 logical CPUs each: 4 workers do that much more than 2, which do twice. */
  private static Category category(double gain) {
    List<Timing> timings =
        List.of(
            new Timing("x", 1, 100, 1, 1, 0),
            new Timing("x", 2, 100, 1, 2, 0),
            new Timing("x", 4, 100, 2 / gain, 4, 0));
    return first(timings, 2, 2).category();
  }

  @Test
  void saysWhyThereIsNoYield() {
    assertThat(first(PROCESSES, 8, 1).knee().reason())
        .isEqualTo("no logical CPUs are known to share a core");
    assertThat(first(PROCESSES.subList(1, 4), 4, 2).knee().reason())
        .isEqualTo("4 and 8 workers, as many as cores and logical CPUs, were not both timed");
  }

  /** From a stranger's run.json: finite, and still no figure. */
  @Test
  void absurdTimesGiveNoFigure() {
    Timing longest = new Timing("x", 2, Long.MAX_VALUE, 1e308, 0, 0);
    Timing shortest = new Timing("x", 4, Long.MAX_VALUE, Double.MIN_VALUE, 0, 0);
    CapturedScaling scaling = first(List.of(longest, shortest), 2, 2);
    assertThat(scaling.knee().hasValue()).isFalse();
    assertThat(scaling.category()).isEqualTo(Category.UNKNOWN);
  }
}
