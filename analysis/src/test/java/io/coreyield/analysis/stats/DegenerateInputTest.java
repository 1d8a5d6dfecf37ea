package io.coreyield.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.coreyield.analysis.stats.AaTest.Round;
import io.coreyield.analysis.stats.ClusteredBootstrap.Cores;
import io.coreyield.analysis.stats.fit.KneeFit;
import io.coreyield.analysis.stats.fit.ScalabilityLaw;
import io.coreyield.analysis.stats.fit.WorkerPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a run holds, a statistic throws nothing, and where there is no interval it says why. An
 * {@link Estimate} cannot be made without; so what is left to show is that one comes back.
 */
class DegenerateInputTest {

  private static final Map<String, double[]> FIGURES =
      Map.ofEntries(
          Map.entry("none", new double[0]),
          Map.entry("one", new double[] {3}),
          Map.entry("two", new double[] {3, 4}),
          Map.entry("identical", new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}),
          Map.entry("zero", new double[8]),
          Map.entry("negative", new double[] {-1, -2, -3, -4, -5, -6, -7, -8}),
          Map.entry("one NaN", new double[] {1, 2, Double.NaN, 4, 5, 6, 7, 8}),
          Map.entry("one infinite", new double[] {1, 2, Double.POSITIVE_INFINITY, 4, 5, 6, 7, 8}),
          Map.entry("infinite", filled(Double.POSITIVE_INFINITY)),
          Map.entry("NaN", filled(Double.NaN)),
          Map.entry("huge", new double[] {1e308, 1.5e308, 1e308, 1.7e308, 1e308, 1.1e308, 1, 2}),
          Map.entry(
              "tiny",
              new double[] {1e-300, 2e-300, 3e-306, 4e-300, 5e-307, 6e-300, 7e-300, 8e-300}));

  private static final List<String> HOPELESS = List.of("none", "one NaN", "NaN");

  /** Every public way to an estimate, by name. */
  private static final Map<String, Function<double[], List<Estimate>>> STATISTICS =
      Map.ofEntries(
          Map.entry("mean", x -> List.of(MeanInterval.of(x))),
          Map.entry("median", x -> List.of(MedianInterval.of(x))),
          Map.entry("paired ratio", x -> List.of(RatioInterval.paired(x, reversed(x)))),
          Map.entry("independent ratio", x -> List.of(RatioInterval.independent(x, reversed(x)))),
          Map.entry("clustered mean", x -> clustered(blocks(x, 4))),
          Map.entry("one core", x -> clustered(blocks(x, 1))),
          Map.entry("one fork a core", x -> clustered(blocks(x, 100))),
          Map.entry(
              "correlation", x -> List.of(OneCorrelation.estimate(x, reversed(x), forks(x, 2), 1))),
          Map.entry(
              "correlation in one fork",
              x -> List.of(OneCorrelation.estimate(x, reversed(x), forks(x, 100), 3, 1))),
          Map.entry(
              "partial correlation",
              x -> List.of(OneCorrelation.partial(x, reversed(x), squared(x), forks(x, 2), 3, 1))),
          Map.entry(
              "A/A",
              x ->
                  List.of(
                      AaTest.of(rounds(x), List.of(), List.of()).difference(),
                      AaTest.of(rounds(x), List.of(), List.of()).drift())),
          Map.entry(
              "A/A in time",
              x ->
                  List.of(
                      AaTest.of(times(x), List.of(), List.of()).difference(),
                      AaTest.of(times(x), List.of(), List.of()).drift())),
          Map.entry("components of forks", x -> components(Nested.ofForks(split(x)))),
          Map.entry(
              "components of cores", x -> components(Nested.ofCores(List.of(split(x), split(x))))),
          Map.entry("components of one fork", x -> components(Nested.ofForks(List.of(x)))),
          Map.entry("knee", x -> List.of(KneeFit.of(points(x), 2, 4).yield())),
          Map.entry("Universal Scalability Law", x -> laws(ScalabilityLaw.universal(points(x)))),
          Map.entry("Amdahl's law", x -> laws(ScalabilityLaw.amdahl(points(x)))));

  static Stream<Arguments> cases() {
    return STATISTICS.keySet().stream()
        .sorted()
        .flatMap(name -> FIGURES.keySet().stream().sorted().map(x -> arguments(name, x)));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("cases")
  void anEstimateComesBackAndSaysWhatIsMissing(String statistic, String figures) {
    double[] x = FIGURES.getOrDefault(figures, new double[0]);
    for (Estimate estimate : STATISTICS.getOrDefault(statistic, _ -> List.of()).apply(x)) {
      assertThat(estimate.hasInterval()).isEqualTo(estimate.reason() == null);
      if (HOPELESS.contains(figures)) {
        assertThat(estimate.hasInterval()).isFalse();
        assertThat(estimate.reason()).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void everythingElseSaysSoToo(String figures) {
    double[] x = FIGURES.getOrDefault(figures, new double[0]);
    SteadyState state = SteadyState.of(x);
    assertThat(state.start()).isBetween(0, x.length);
    assertThat(SmallestEffect.of(MeanInterval.of(x), x.length - 1))
        .isNotEqualTo(Double.POSITIVE_INFINITY);
    for (double variance : x) {
      assertThat(VarianceComponents.optimalIterations(9, 1, variance, variance)).isPositive();
      assertThat(VarianceComponents.optimalIterations(variance, variance, 1, 1)).isPositive();
    }
  }

  static Stream<String> figures() {
    return FIGURES.keySet().stream().sorted();
  }

  private static List<Estimate> clustered(List<Block> blocks) {
    List<Estimate> estimates = new ArrayList<>();
    for (Cores cores : Cores.values()) {
      estimates.add(ClusteredBootstrap.mean(blocks, cores, 1));
      estimates.add(ClusteredBootstrap.of(blocks, cores, means -> 1 / means[0], 1));
      estimates.add(ClusteredBootstrap.difference(blocks, blocks, cores, 1));
    }
    return estimates;
  }

  private static List<Block> blocks(double[] x, int perCore) {
    return IntStream.range(0, x.length)
        .mapToObj(i -> Block.of("core " + (perCore == 100 ? i : i / 4 % perCore), i % 4 / 2, x[i]))
        .toList();
  }

  private static List<Estimate> components(Nested design) {
    return List.of(VarianceComponents.of(design).mean());
  }

  private static List<double[]> split(double[] x) {
    int half = x.length / 2;
    return List.of(Arrays.copyOf(x, half), Arrays.copyOfRange(x, half, x.length));
  }

  private static List<Round> rounds(double[] x) {
    return IntStream.range(0, x.length / 2)
        .mapToObj(i -> new Round(2 * i, x[2 * i], 2 * i + 1, x[2 * i + 1]))
        .toList();
  }

  private static List<Round> times(double[] x) {
    return IntStream.range(0, x.length / 2)
        .mapToObj(i -> new Round(x[2 * i], 1 + i % 2, x[2 * i + 1], 1 + i % 3))
        .toList();
  }

  private static List<WorkerPoint> points(double[] x) {
    return IntStream.range(0, x.length / 2)
        .mapToObj(i -> WorkerPoint.of(i + 1, x[2 * i], x[2 * i + 1]))
        .toList();
  }

  private static List<Estimate> laws(ScalabilityLaw law) {
    return List.of(law.gamma(), law.alpha(), law.beta());
  }

  private static int[] forks(double[] x, int perFork) {
    return IntStream.range(0, x.length).map(i -> i / perFork).toArray();
  }

  private static double[] reversed(double[] x) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[x.length - 1 - i]).toArray();
  }

  private static double[] squared(double[] x) {
    return IntStream.range(0, x.length).mapToDouble(i -> (i - 2) * (i - 2)).toArray();
  }

  private static double[] filled(double figure) {
    double[] figures = new double[8];
    Arrays.fill(figures, figure);
    return figures;
  }
}
