package io.coreyield.analysis.stats.fit;

import static io.coreyield.analysis.stats.Agreement.agrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.stats.Agreement;
import io.coreyield.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KneeFitTest {

  private static final int CORES = 4;
  private static final int LOGICAL = 8;

  private static final List<WorkerPoint> MEASURED =
      List.of(
          WorkerPoint.of(1, 1.00, 1.02), WorkerPoint.of(2, 2.01, 1.97),
          WorkerPoint.of(3, 2.99, 3.04), WorkerPoint.of(4, 3.95, 4.03),
          WorkerPoint.of(5, 4.28, 4.22), WorkerPoint.of(6, 4.47, 4.52),
          WorkerPoint.of(7, 4.70, 4.78), WorkerPoint.of(8, 5.04, 4.96));

  /**
   * R 4:
   *
   * <pre>{@code
   * P <- 4; w <- rep(1:8, each = 2)
   * x <- c(1.00, 1.02, 2.01, 1.97, 2.99, 3.04, 3.95, 4.03,
   *        4.28, 4.22, 4.47, 4.52, 4.70, 4.78, 5.04, 4.96)
   * f <- lm(x ~ 0 + pmin(w, P) + pmax(w - P, 0), weights = 1 / ave(x, w)^2)
   * b <- coef(f); V <- vcov(f); t <- qt(.975, f$df.residual); y <- b[2] / b[1]
   * h <- function(y) (b[2] - y * b[1])^2 - t^2 * (V[2, 2] - 2 * y * V[1, 2] + y^2 * V[1, 1])
   * c(b[1], confint(f)[1, ])
   * c(y, uniroot(h, c(y - 1, y), tol = 1e-14)$root, uniroot(h, c(y, y + 1), tol = 1e-14)$root)
   * }</pre>
   */
  @Test
  void agreesWithR() {
    KneeFit fit = KneeFit.of(MEASURED, CORES, LOGICAL);
    agrees(fit.perWorker(), 1e-9, 1.001533500, 0.994255669, 1.008811331);
    agrees(fit.yield(), 1e-9, 0.2460849480, 0.2281294072, 0.2642127095);
    assertThat(fit.curvedAt()).isEmpty();
    assertThat(fit.note()).isNull();
  }

  /**
   * Forks that differ by 0.001 about a curve that bends: the same commands in R on the points'
   * means, {@code M <- tapply(x, w, mean); w <- 1:8}, which F rejects with p = 7e-15.
   */
  @Test
  void pointsOffTheLinesWidenTheInterval() {
    double[] x = {1, 1.98, 2.9, 3.75, 4, 4.2, 4.41, 4.6};
    KneeFit fit = KneeFit.of(points(w -> x[w - 1], 0.001), CORES, LOGICAL);
    agrees(fit.perWorker(), 1e-9, 0.9696689135, 0.9456572157, 0.9936806114);
    agrees(fit.yield(), 1e-9, 0.1795579901, 0.1216749117, 0.2393511272);
    assertThat(fit.note()).contains("off the two lines");
    assertThat(fit.curvedAt()).containsExactly(4);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.3, 0, 0.25, 1})
  void anExactCurveGivesItsYield(double yield) {
    KneeFit fit = KneeFit.of(points(w -> 3.5e9 * knee(w, yield), 0), CORES, LOGICAL);
    assertThat(fit.yield().value()).isCloseTo(yield, within(1e-12));
    assertThat(fit.yield().halfWidth()).isLessThan(1e-6);
    assertThat(fit.perWorker().value()).isCloseTo(3.5e9, within(1e-3));
  }

  @Test
  void fourSiblingsGainThreeTimesTheYield() {
    List<WorkerPoint> points =
        IntStream.of(1, 2, 3, 6, 8)
            .mapToObj(w -> WorkerPoint.of(w, Math.min(w, 2) + 0.2 * Math.max(0, w - 2)))
            .toList();
    assertThat(KneeFit.of(points, 2, 8).yield().value()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void theClockIsTakenOut() {
    List<WorkerPoint> points = new ArrayList<>();
    for (int w = 1; w <= LOGICAL; w++) {
      double frequency = 1 - 0.05 * (Math.min(w, CORES) - 1);
      double x = frequency * knee(w, 0.25);
      points.add(new WorkerPoint(w, List.of(x, x), frequency));
    }
    assertThat(KneeFit.of(points, CORES, LOGICAL).yield().value()).isCloseTo(0.25, within(1e-12));
    assertThat(KneeFit.of(points, CORES, LOGICAL).curvedAt()).isEmpty();

    List<WorkerPoint> unknownClock =
        points.stream().map(p -> new WorkerPoint(p.workers(), p.elementsPerSecond(), 1)).toList();
    assertThat(KneeFit.of(unknownClock, CORES, LOGICAL).curvedAt()).containsExactly(3, 4);
  }

  @Test
  void aCurveThatBendsBelowTheCoresHasNoYield() {
    double[] saturated = {1, 1.7, 2, 2, 2, 2, 2, 2};
    KneeFit fit = KneeFit.of(points(w -> saturated[w - 1], 0.01), CORES, LOGICAL);
    assertThat(fit.yield())
        .isEqualTo(
            Estimate.unknown(
                "not identifiable: 4 workers reach 50 % of what is proportional to 1, so the curve"
                    + " bends before the cores are all in use"));
    assertThat(fit.curvedAt()).containsExactly(2, 3, 4);
  }

  /** Two forks that differ by half say little of where the curve bends. */
  @Test
  void noiseIsNoBend() {
    List<WorkerPoint> points = new ArrayList<>(MEASURED);
    points.set(3, WorkerPoint.of(4, 1.5, 4));
    KneeFit fit = KneeFit.of(points, CORES, LOGICAL);
    assertThat(fit.curvedAt()).isEmpty();
    assertThat(fit.yield().hasInterval()).isTrue();
    assertThat(fit.yield().halfWidth()).isGreaterThan(0.2);
  }

  @Test
  void oneForkEachHasAnIntervalFromThePoints() {
    List<WorkerPoint> points =
        MEASURED.stream()
            .map(p -> WorkerPoint.of(p.workers(), p.elementsPerSecond().getFirst()))
            .toList();
    Estimate yield = KneeFit.of(points, CORES, LOGICAL).yield();
    assertThat(yield.value()).isCloseTo(0.25, within(0.03));
    assertThat(yield.halfWidth()).isBetween(0.01, 0.1);
  }

  @Test
  void orderAndPointsBeyondTheMachineDoNotMatter() {
    List<WorkerPoint> points = new ArrayList<>(MEASURED);
    points.add(WorkerPoint.of(16, 0.1));
    points.add(WorkerPoint.of(12));
    Collections.reverse(points);
    KneeFit fit = KneeFit.of(points, CORES, LOGICAL);
    assertThat(fit.yield().value())
        .isCloseTo(KneeFit.of(MEASURED, CORES, LOGICAL).yield().value(), within(1e-12));
  }

  @Test
  void eachLineNeedsItsWorkerCounts() {
    assertThat(KneeFit.of(MEASURED.subList(0, 4), CORES, LOGICAL).yield())
        .isEqualTo(Estimate.unknown("not identifiable: no worker count beyond the 4 cores"));
    assertThat(KneeFit.of(MEASURED.subList(0, 5), CORES, LOGICAL).yield().hasInterval()).isTrue();
    assertThat(KneeFit.of(MEASURED.subList(3, 8), CORES, LOGICAL).yield())
        .isEqualTo(
            Estimate.unknown(
                "not identifiable: it takes 2 worker counts up to the 4 cores, and there is 1"));
    assertThat(KneeFit.of(List.of(), CORES, LOGICAL).perWorker().hasValue()).isFalse();
  }

  @Test
  void withoutSiblingsThereIsNothingToFit() {
    assertThat(KneeFit.of(MEASURED, 8, 8).yield())
        .isEqualTo(Estimate.unknown("no core has a sibling: there is nothing beyond the cores"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNotPositiveIsUnknown(double bad) {
    Estimate poor = Estimate.unknown("a throughput or a frequency is not positive and finite");
    List<WorkerPoint> points = new ArrayList<>(MEASURED);
    points.set(2, WorkerPoint.of(3, 3, bad));
    assertThat(KneeFit.of(points, CORES, LOGICAL).yield()).isEqualTo(poor);
    points.set(2, new WorkerPoint(3, List.of(3.0), bad));
    assertThat(KneeFit.of(points, CORES, LOGICAL).yield()).isEqualTo(poor);
  }

  @Test
  void noiseBeyondMeasureHasNoBound() {
    List<WorkerPoint> points =
        List.of(
            WorkerPoint.of(1, 1, 9), WorkerPoint.of(4, 4, 0.1),
            WorkerPoint.of(6, 9, 0.1), WorkerPoint.of(8, 0.2, 5));
    assertThat(KneeFit.of(points, CORES, LOGICAL).yield().hasInterval()).isFalse();
  }

  @Test
  void aWorkerCountStandsOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> KneeFit.of(List.of(WorkerPoint.of(1, 1), WorkerPoint.of(1, 2)), CORES, LOGICAL))
        .withMessage("two points with 1 workers: give their forks in one");
    assertThatIllegalArgumentException().isThrownBy(() -> WorkerPoint.of(0, 1));
  }

  /** A bend that F may overlook costs a little coverage; one that it sees costs width instead. */
  @ParameterizedTest
  @CsvSource({"0, 0.93, 0.97", "0.05, 0.90, 1", "0.1, 0.95, 1"})
  void theIntervalHoldsTheTruth(double bend, double least, double most) {
    long seed = 20_260_901L;
    Random random = new Random(seed);
    int campaigns = 2000;
    long held =
        IntStream.range(0, campaigns)
            .mapToObj(_ -> KneeFit.of(simulated(random, bend), CORES, LOGICAL).yield())
            .filter(yield -> Agreement.holds(yield, 0.25))
            .count();
    assertThat((double) held / campaigns).as("seed %d", seed).isBetween(least, most);
  }

  /**
   * Throughput of noise 1 % and three forks, {@code bend} short of proportional at four workers.
   */
  private static List<WorkerPoint> simulated(Random random, double bend) {
    return IntStream.rangeClosed(1, LOGICAL)
        .mapToObj(w -> {
          double efficiency = 1 - bend * (Math.min(w, CORES) - 1) / (CORES - 1);
          double truth = knee(w, 0.25) * efficiency;
          return WorkerPoint.of(
              w,
              DoubleStream.generate(() -> truth * Math.exp(0.01 * random.nextGaussian()))
                  .limit(3)
                  .toArray());
        })
        .toList();
  }

  private static double knee(int workers, double yield) {
    return Math.min(workers, CORES) + yield * Math.max(0, workers - CORES);
  }

  private static List<WorkerPoint> points(IntToDoubleFunction curve, double between) {
    return IntStream.rangeClosed(1, LOGICAL)
        .mapToObj(w -> WorkerPoint.of(w, curve.applyAsDouble(w), curve.applyAsDouble(w) + between))
        .toList();
  }
}
