package io.coreyield.analysis.findings.cohabitation;

import static io.coreyield.analysis.model.plan.Kernel.ARRAY_CACHE;
import static io.coreyield.analysis.model.plan.Kernel.ARRAY_STREAM;
import static io.coreyield.analysis.model.plan.Kernel.RANGE;
import static io.coreyield.analysis.model.plan.Kernel.RANGE_ILP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.model.machine.Topologies;
import io.coreyield.analysis.model.plan.Kernel;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EffectiveCoresTest {

  private static final List<Kernel> FOUR = List.of(RANGE, RANGE_ILP, ARRAY_STREAM, ARRAY_CACHE);

  /**
   * Sums: range 1.8 with itself, 1.6 with range-ilp, 2.0 with array-stream, 1.9 with array-cache.
   */
  private static final double[][] SPEEDS = {
    {0.9, 0.8, 1.0, 1.0},
    {0.8, 0.5, 0.9, 0.7},
    {1.0, 0.9, 0.5, 0.6},
    {0.9, 0.7, 0.3, 0.35}
  };

  private static EffectiveCores.Point atAllCpus(int cores) {
    Cohabitation found = MadeUpMatrix.of(Topologies.of(cores, 2), FOUR, SPEEDS);
    return Objects.requireNonNull(found.effectiveCores()).points().getLast();
  }

  /**
   * Best: range with array-cache (1.9) and range-ilp with array-stream (1.8), so 1.85 a core. Range
   * with array-stream (2.0) would leave range-ilp with array-cache (1.4). Worst: array-stream with
   * array-cache (0.9), range-ilp with itself (1.0) and range with itself (1.8), so (2 · 0.9 + 1.0 +
   * 1.8) / 4 = 1.15; array-cache with itself (0.7) and array-stream with itself (1.0) would make
   * (0.7 + 1.0 + 1.0 + 1.8) / 4 = 1.125, which is less.
   */
  @Test
  void partnersAreChosenForAllAtOnce() {
    EffectiveCores.Point all = atAllCpus(4);

    assertThat(all.workers()).isEqualTo(8);
    assertThat(all.best().value()).isCloseTo(4 * 1.85, within(1e-12));
    assertThat(all.worst().value()).isCloseTo(4 * 1.125, within(1e-12));
  }

  /** The mean of all 16 sums: (4.5 + 2 (1.6 + 2.0 + 1.9 + 1.8 + 1.4 + 0.9)) / 16. */
  @Test
  void chanceMakesUnlikePairsTwiceAsOften() {
    assertThat(atAllCpus(1).random().value()).isCloseTo((4.5 + 2 * 9.6) / 16, within(1e-12));
  }

  /** Of 2 pairings with weight 1/2 each and an error of 0.01: 0.01 / √2 a core. */
  @Test
  void errorsOfIndependentPairsAdd() {
    assertThat(Objects.requireNonNull(atAllCpus(1).best().error()).value())
        .isCloseTo(0.01 / Math.sqrt(2), within(1e-12));
  }

  @Test
  void workersGetACoreEachWhileThereAreAny() {
    Cohabitation found = MadeUpMatrix.of(Topologies.of(4, 2), FOUR, SPEEDS);
    List<EffectiveCores.Point> points = Objects.requireNonNull(found.effectiveCores()).points();

    assertThat(points).hasSize(8);
    assertThat(points.subList(0, 4))
        .allSatisfy(p -> assertThat(p.worst().value()).isEqualTo(p.workers()));
    assertThat(points.get(4).best().value()).isCloseTo(3 + 1.85, within(1e-12));
  }

  @Test
  void withoutSiblingsThereIsNone() {
    assertThat(MadeUpMatrix.of(Topologies.of(4, 1), FOUR, SPEEDS).effectiveCores()).isNull();
  }

  @Test
  void partnersAreTheBestAndTheWorstOfEach() {
    Cohabitation found = MadeUpMatrix.of(Topologies.of(4, 2), FOUR, SPEEDS);

    assertThat(found.partners())
        .extracting(p -> p.best().partnerOf(p.kernel()), p -> p.worst().partnerOf(p.kernel()))
        .containsExactly(
            tuple(ARRAY_STREAM, RANGE_ILP),
            tuple(ARRAY_STREAM, RANGE_ILP),
            tuple(RANGE, ARRAY_CACHE),
            tuple(RANGE, ARRAY_CACHE));
    assertThat(found.pairing(ARRAY_STREAM, RANGE).orElseThrow().core().kernel().value())
        .isEqualTo(1.0);
    assertThat(found.pairing(ARRAY_CACHE, RANGE).orElseThrow().core().kernel().value())
        .isEqualTo(0.9);
  }
}
