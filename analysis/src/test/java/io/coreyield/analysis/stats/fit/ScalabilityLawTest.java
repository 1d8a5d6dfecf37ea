package io.coreyield.analysis.stats.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.stats.Agreement;
import io.coreyield.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The goldens come from Python, SciPy 1.17, with an optimiser and a profile of its own:
 *
 * <pre>{@code
 * import numpy as np, scipy.stats as st
 * from scipy.optimize import least_squares, brentq
 *
 * def profile(w, x, names):  # names: 'gab' for universal, 'ga' for Amdahl
 *     w, x = np.array(w, float), np.array(x, float); s = max(x / w); y = x / s
 *     def f(g, a, b=0.): return g * w / (1 + a * (w - 1) + b * w * (w - 1))
 *     def fit(fixed):
 *         free = [n for n in names if n not in fixed]
 *         def one(start):
 *             p0 = [start['gab'.index(n)] for n in free]
 *             r = least_squares(lambda t: f(**fixed, **dict(zip(free, t))) - y, p0,
 *                 bounds=(0, np.inf), xtol=1e-15, ftol=1e-15, gtol=1e-15,
 *                 x_scale=[max(p, 1e-3) for p in p0])
 *             return 2 * r.cost, dict(zip(free, r.x))
 *         return min(map(one, ((1, .1, .001), (1, .5, 0), (1.5, .01, .01), (.5, .3, 1e-4))),
 *                    key=lambda o: o[0])
 *     rss, hat = fit({}); df = len(x) - len(names)
 *     limit = rss * (1 + st.t.ppf(.975, df)**2 / df)
 *     for n in names:
 *         d = lambda v: fit({n: v})[0] - limit; v = hat[n]; hi = v * 1.1 + 1e-6
 *         lo = 0 if n != 'g' and d(0) <= 0 else brentq(d, v * (1e-3 if n == 'g' else 0), v,
 *                                                     xtol=1e-14, rtol=1e-13)
 *         while d(hi) < 0: hi *= 2
 *         k = s if n == 'g' else 1
 *         print(n, v * k, lo * k, brentq(d, v, hi, xtol=1e-14, rtol=1e-13) * k)
 * }</pre>
 *
 * <p>R 4, {@code confint(nls(x ~ g*p/(1+a*(p-1)+b*p*(p-1)), algorithm = "port", lower = 0, ...))},
 * interpolates the profile and gives the same ends to three digits.
 */
class ScalabilityLawTest {

  /** Ray tracing on an SGI Origin 2000: Gunther 2007, data set of R's package usl. */
  private static final List<WorkerPoint> RAYTRACER =
      points(
          new int[] {1, 4, 8, 12, 16, 20, 24, 28, 32, 48, 64},
          new double[] {20, 78, 130, 170, 190, 200, 210, 230, 260, 280, 310});

  /** SPEC SDM91 on a Sun SPARCcenter 2000: Gunther 2007, data set of R's package usl. */
  private static final List<WorkerPoint> SDM91 =
      points(
          new int[] {1, 18, 36, 72, 108, 144, 216},
          new double[] {64.9, 995.9, 1652.4, 1853.2, 1828.9, 1775.0, 1702.2});

  private static final List<WorkerPoint> FORKS =
      List.of(
          WorkerPoint.of(1, 3.5e9, 3.52e9, 3.49e9),
          WorkerPoint.of(2, 6.9e9, 6.95e9, 6.8e9),
          WorkerPoint.of(3, 10.1e9, 10.2e9, 10.0e9),
          WorkerPoint.of(4, 13.2e9, 13.1e9, 13.3e9));

  @Nested
  class Universal {

    @Test
    void agreesWithSciPyOnAPeak() {
      ScalabilityLaw law = ScalabilityLaw.universal(SDM91);
      agrees(law.gamma(), 89.99518388, 61.24633951, 144.5455595);
      agrees(law.alpha(), 0.02772841438, 0.009484733115, 0.06410349156);
      agrees(law.beta(), 0.0001043657716, 3.862124232e-05, 0.0001611757087);
      assertThat(law.identifiable()).isTrue();
      assertThat(LawFit.law(18, law.gamma().value(), law.alpha().value(), law.beta().value()))
          .isCloseTo(1075, within(5.0));
    }

    /** No coherency: the best β is 0, and stays there. */
    @Test
    void agreesWithSciPyOnTheBound() {
      ScalabilityLaw law = ScalabilityLaw.universal(RAYTRACER);
      agrees(law.gamma(), 21.84884296, 18.71496399, 25.34355983);
      agrees(law.alpha(), 0.05777078109, 0.04125219497, 0.07262590677);
      agrees(law.beta(), 0, 0, 0.0001327413118);
    }

    @Test
    void agreesWithSciPyOnForks() {
      ScalabilityLaw law = ScalabilityLaw.universal(FORKS);
      agrees(law.gamma(), 3508131490.5, 3429900830.5, 3568020362.9);
      agrees(law.alpha(), 0.01978580650, 0, 0.02833478805);
      agrees(law.beta(), 0.0003184948820, 0, 0.005480751264);
    }

    @Test
    void anExactCurveGivesItsParameters() {
      ScalabilityLaw law = ScalabilityLaw.universal(exact(8, 3.5e9, 0.03, 0.001));
      agrees(law.gamma(), 3.5e9, 3.5e9, 3.5e9);
      agrees(law.alpha(), 0.03, 0.03, 0.03);
      agrees(law.beta(), 0.001, 0.001, 0.001);
      assertThat(law.identifiable()).isTrue();
    }

    @Test
    void theUnitDoesNotMatter() {
      ScalabilityLaw law = ScalabilityLaw.universal(FORKS);
      ScalabilityLaw small = ScalabilityLaw.universal(times(FORKS, 1e-12));
      assertThat(small.alpha().high()).isCloseTo(law.alpha().high(), within(1e-7));
      assertThat(small.gamma().low() * 1e12).isCloseTo(law.gamma().low(), within(10.0));
    }

    /** Better than linear is beyond the law, which stops at no cost. */
    @Test
    void linearScalingAndBetterHasNeitherContentionNorCoherency() {
      ScalabilityLaw linear = ScalabilityLaw.universal(exact(8, 2, 0, 0));
      assertThat(linear.alpha().value()).isCloseTo(0, within(1e-9));
      assertThat(linear.beta().value()).isCloseTo(0, within(1e-9));
      ScalabilityLaw law =
          ScalabilityLaw.universal(points(new int[] {1, 2, 3, 4, 5}, 1, 2.2, 3.5, 4.9, 6.4));
      assertThat(law.alpha().value()).isZero();
      assertThat(law.beta().value()).isZero();
      assertThat(law.gamma().value()).isGreaterThan(1);
    }

    @Test
    void threeWorkerCountsAreTooFew() {
      ScalabilityLaw law = ScalabilityLaw.universal(FORKS.subList(0, 3));
      assertThat(law.identifiable()).isFalse();
      assertThat(law.reason()).isEqualTo("not identifiable: 3 worker counts, 4 are needed");
      assertThat(law.gamma().hasValue()).isFalse();
      assertThat(ScalabilityLaw.universal(List.of()).identifiable()).isFalse();
    }

    @Test
    void noiseThatFitsAnythingTellsNothing() {
      ScalabilityLaw law =
          ScalabilityLaw.universal(points(new int[] {1, 2, 3, 4}, 1, 0.4, 2.5, 0.7));
      assertThat(law.identifiable()).isFalse();
      assertThat(law.reason()).contains("up to 4 workers do not identify");
    }

    /** A constant throughput that never saw one worker: γ and α grow together without end. */
    @Test
    void withoutFewWorkersParametersHaveNoBound() {
      ScalabilityLaw law =
          ScalabilityLaw.universal(points(new int[] {20, 24, 28, 32}, 10, 10.1, 9.9, 10));
      assertThat(law.identifiable()).isFalse();
      assertThat(law.gamma().hasInterval()).isFalse();
    }
  }

  @Nested
  class Amdahl {

    @Test
    void agreesWithSciPy() {
      ScalabilityLaw law = ScalabilityLaw.amdahl(RAYTRACER);
      agrees(law.gamma(), 21.84884297, 19.17190912, 25.05581978);
      agrees(law.alpha(), 0.05777078120, 0.04671691890, 0.07138680969);
      assertThat(law.beta()).isEqualTo(Estimate.of(0, 0, 0));
      ScalabilityLaw forks = ScalabilityLaw.amdahl(FORKS);
      agrees(forks.gamma(), 3511035157.0, 3458356579.4, 3564338200.9);
      agrees(forks.alpha(), 0.02131332673, 0.01486250673, 0.02787973072);
    }

    @Test
    void twoWorkerCountsAreTooFew() {
      assertThat(ScalabilityLaw.amdahl(FORKS.subList(0, 3)).identifiable()).isTrue();
      assertThat(ScalabilityLaw.amdahl(FORKS.subList(0, 2)).reason())
          .isEqualTo("not identifiable: 2 worker counts, 3 are needed");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNotPositiveIsUnknown(double bad) {
    List<WorkerPoint> points = new ArrayList<>(FORKS);
    points.set(1, WorkerPoint.of(2, 6.9e9, bad));
    assertThat(ScalabilityLaw.universal(points).reason())
        .isEqualTo("a throughput or a frequency is not positive and finite");
    points.set(1, new WorkerPoint(2, List.of(6.9e9), bad));
    assertThat(ScalabilityLaw.amdahl(points).alpha().hasValue()).isFalse();
  }

  @Test
  void pointsWithoutForksDoNotCount() {
    List<WorkerPoint> points = new ArrayList<>(FORKS.subList(0, 3));
    points.add(WorkerPoint.of(4));
    assertThat(ScalabilityLaw.universal(points).reason()).contains("3 worker counts");
  }

  @Test
  void theClockIsTakenOut() {
    List<WorkerPoint> slowed =
        exact(6, 2, 0.03, 0).stream()
            .map(p -> {
              double clock = 1 - 0.02 * p.workers();
              return new WorkerPoint(
                  p.workers(), List.of(clock * p.elementsPerSecond().getFirst()), clock);
            })
            .toList();
    assertThat(ScalabilityLaw.amdahl(slowed).alpha().value()).isCloseTo(0.03, within(1e-9));
  }

  /** Eight cores, three forks each, noise of 0.6 % of the throughput of eight workers. */
  @Test
  void intervalsHoldTheTruth() {
    long seed = 20_261_001L;
    Random random = new Random(seed);
    List<ScalabilityLaw> laws =
        IntStream.range(0, 1000)
            .mapToObj(_ -> ScalabilityLaw.universal(simulated(random)))
            .toList();
    assertThat(
            List.of(
                held(laws, ScalabilityLaw::gamma, 1),
                held(laws, ScalabilityLaw::alpha, 0.05),
                held(laws, ScalabilityLaw::beta, 0.004)))
        .as("seed %d", seed)
        .allSatisfy(held -> assertThat(held).isBetween(930L, 970L));
  }

  private static long held(
      List<ScalabilityLaw> laws, Function<ScalabilityLaw, Estimate> parameter, double truth) {
    return laws.stream().map(parameter).filter(e -> Agreement.holds(e, truth)).count();
  }

  private static List<WorkerPoint> simulated(Random random) {
    return exact(8, 1, 0.05, 0.004).stream()
        .map(point ->
            WorkerPoint.of(
                point.workers(),
                DoubleStream.generate(
                        () -> point.elementsPerSecond().getFirst() + 0.03 * random.nextGaussian())
                    .limit(3)
                    .toArray()))
        .toList();
  }

  private static List<WorkerPoint> exact(int most, double gamma, double alpha, double beta) {
    return IntStream.rangeClosed(1, most)
        .mapToObj(w -> WorkerPoint.of(w, gamma * w / (1 + alpha * (w - 1) + beta * w * (w - 1))))
        .toList();
  }

  private static List<WorkerPoint> times(List<WorkerPoint> points, double factor) {
    return points.stream()
        .map(p ->
            WorkerPoint.of(
                p.workers(), p.elementsPerSecond().stream().mapToDouble(x -> x * factor).toArray()))
        .toList();
  }

  private static List<WorkerPoint> points(int[] workers, double... throughputs) {
    return IntStream.range(0, workers.length)
        .mapToObj(i -> WorkerPoint.of(workers[i], throughputs[i]))
        .toList();
  }

  private static void agrees(Estimate estimate, double value, double low, double high) {
    assertThat(estimate.value()).isCloseTo(value, within(1e-5 * value + 1e-9));
    assertThat(estimate.low()).isCloseTo(low, within(1e-5 * low + 1e-9));
    assertThat(estimate.high()).isCloseTo(high, within(1e-5 * high + 1e-9));
  }
}
