package io.coreyield.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.stats.SteadyState.Kind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyStateTest {

  private static final int SERIES = 1000;

  /**
   * Series of one speed with noise of 1 %, and disturbances. 1000 series distinguish a rate of 1 %
   * from one of 2 %.
   */
  enum Still {
    NORMAL(0.01, (random, _) -> 100 + random.nextGaussian()),

    /** Noise of 30 %. */
    NOISY(0.01, (random, _) -> 100 * Math.exp(0.3 * random.nextGaussian())),

    HEAVY_TAILED(0.01, (random, _) -> Math.max(1, 100 + studentsT(random))),

    /** A twentieth of the values is 17 to 29 % slow; now and then many are near to each other. */
    OUTLYING(
        0.05,
        (random, _) -> {
          double slowed = random.nextDouble() < 0.05 ? 1.2 + 0.2 * random.nextDouble() : 1;
          return 100 / slowed + random.nextGaussian();
        }),

    /** Each value follows the one before it: an autocorrelation of 0.7. */
    AUTOCORRELATED(0.03, (random, before) -> 100 + 0.7 * (before - 100) + random.nextGaussian()),

    /** A clock with few ticks: most values are equal to others. */
    TICKING(0.01, (random, _) -> 100 + Math.round(0.8 * random.nextGaussian()) / 2.0);

    private final double mostWrong;

    @SuppressWarnings("ImmutableEnumChecker") // The functions have no state.
    private final ToDoubleBiFunction<Random, Double> next;

    Still(double mostWrong, ToDoubleBiFunction<Random, Double> next) {
      this.mostWrong = mostWrong;
      this.next = next;
    }

    /** Three degrees of freedom. */
    private static double studentsT(Random random) {
      double squares = DoubleStream.generate(random::nextGaussian).limit(3).map(g -> g * g).sum();
      return random.nextGaussian() / Math.sqrt(squares / 3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 8, 12, 20, 50, 200})
  void oneSpeedIsFlat(int size) {
    long seed = 20_260_912L + size;
    Random random = new Random(seed);
    for (Still still : Still.values()) {
      Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
      for (int i = 0; i < SERIES; i++) {
        double[] speeds =
            DoubleStream.iterate(100, before -> still.next.applyAsDouble(random, before))
                .skip(1)
                .limit(size)
                .toArray();
        kinds.merge(SteadyState.of(speeds).kind(), 1, Integer::sum);
      }
      System.out.printf("steady state: %s, %d values, seed %d: %s%n", still, size, seed, kinds);
      assertThat(1 - kinds.getOrDefault(Kind.FLAT, 0) / (double) SERIES)
          .as("%s, %d values, seed %d: %s", still, size, seed, kinds)
          .isLessThanOrEqualTo(still.mostWrong);
    }
  }

  /**
   * Changes in the middle of a series that nine in ten series show, in standard deviations of its
   * noise: what the Javadoc says of its power.
   */
  @ParameterizedTest
  @CsvSource({"6, 30", "8, 20", "12, 12", "20, 8", "50, 4", "200, 2.5"})
  void largeChangesAreSeen(int size, double deviations) {
    long seed = 20_260_914L + size;
    Random random = new Random(seed);
    int seen = 0;
    for (int i = 0; i < SERIES; i++) {
      double[] speeds =
          series(size, at -> 100 - (at < size / 2 ? deviations : 0) + random.nextGaussian());
      seen += SteadyState.of(speeds).kind() == Kind.WARM_UP ? 1 : 0;
    }
    System.out.printf(
        "steady state: change of %s deviations, %d values, seed %d: %d seen%n",
        deviations, size, seed, seen);
    assertThat(seen).as("seed %d", seed).isGreaterThan(900);
  }

  @Test
  void slowerThenSteadyIsAWarmUp() {
    SteadyState gradual = SteadyState.of(noisy(200, at -> 100 - 60 * Math.exp(-at / 8.0)));

    assertThat(SteadyState.of(noisy(60, at -> at < 15 ? 70 : 100)))
        .isEqualTo(new SteadyState(Kind.WARM_UP, 15, List.of(15)));
    assertThat(gradual.kind()).isEqualTo(Kind.WARM_UP);
    assertThat(gradual.start()).isBetween(10, 50);
  }

  @Test
  void fasterThenSteadyIsASlowdownWhateverWasBefore() {
    assertThat(SteadyState.of(noisy(60, at -> at < 20 ? 100 : 85)))
        .isEqualTo(new SteadyState(Kind.SLOWDOWN, 20, List.of(20)));
    assertThat(SteadyState.of(noisy(90, at -> at < 15 ? 50 : at < 45 ? 100 : 85)))
        .isEqualTo(new SteadyState(Kind.SLOWDOWN, 45, List.of(15, 45)));
  }

  @Test
  void aChangeNearTheEndAndSpeedsThatKeepChangingLeaveNoSteadyState() {
    assertThat(SteadyState.of(noisy(60, at -> at < 52 ? 100 : 80)))
        .isEqualTo(new SteadyState(Kind.NO_STEADY_STATE, 60, List.of(52)));
    assertThat(SteadyState.of(noisy(60, at -> at < 10 ? 70 : at < 52 ? 100 : 80)).kind())
        .isEqualTo(Kind.NO_STEADY_STATE);
    assertThat(SteadyState.of(noisy(120, at -> 100 + 20 * (at / 25 % 2))).kind())
        .isEqualTo(Kind.NO_STEADY_STATE);
  }

  /** The noise doubles and the speed stays; a change of 0.3 %, however clear, is worth no value. */
  @Test
  void anotherVarianceAndSmallDifferencesAreFlat() {
    Random noisier = new Random(3);
    SteadyState variance =
        SteadyState.of(series(200, at -> 100 + (at < 100 ? 0.5 : 3) * noisier.nextGaussian()));
    Random random = new Random(4);
    SteadyState small =
        SteadyState.of(series(200, at -> (at < 50 ? 99.7 : 100) + 0.05 * random.nextGaussian()));

    assertThat(variance.changepoints()).isNotEmpty();
    assertThat(variance.kind()).isEqualTo(Kind.FLAT);
    assertThat(small.changepoints()).hasSize(1);
    assertThat(small.kind()).isEqualTo(Kind.FLAT);
    assertThat(small.start()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 7, 10, 12, 20, 60, 300})
  void oneSlowOperationMakesNoForkUnsteady(int size) {
    for (int slow = 0; slow < size; slow += Math.max(1, size / 20)) {
      double[] speeds = noisy(size, _ -> 100);
      speeds[slow] = 10;
      assertThat(SteadyState.of(speeds)).as("at %d of %d", slow, size).isEqualTo(FLAT);
    }
    double[] last = noisy(size, _ -> 100);
    last[size - 1] = 10;
    assertThat(SteadyState.of(last)).isEqualTo(FLAT);
  }

  private static final SteadyState FLAT = new SteadyState(Kind.FLAT, 0, List.of());

  @Test
  void twoSlowOperationsInTheMiddleAreOutliersAndTwoAtTheStartAWarmUp() {
    double[] middle = noisy(60, at -> at == 30 || at == 31 ? 40 : 100);
    assertThat(SteadyState.of(middle)).isEqualTo(FLAT);
    double[] start = noisy(60, at -> at < 2 ? 40 : 100);
    assertThat(SteadyState.of(start)).isEqualTo(new SteadyState(Kind.WARM_UP, 2, List.of(2)));
  }

  @Test
  void indicesAreThoseOfTheSeriesWithItsOutliers() {
    double[] speeds = noisy(80, at -> at < 40 ? 70 : 100);
    speeds[20] = 5;
    speeds[60] = 5;
    SteadyState state = SteadyState.of(speeds);
    assertThat(state.kind()).isEqualTo(Kind.WARM_UP);
    assertThat(state.start()).isEqualTo(40);
    assertThat(state.changepoints()).contains(40);
  }

  @Test
  void theUnitDoesNotMatter() {
    double[] speeds = noisy(60, at -> at < 15 ? 70 : 100);
    double[] scaled = Arrays.stream(speeds).map(speed -> 3.7e9 * speed).toArray();
    assertThat(SteadyState.of(scaled)).isEqualTo(SteadyState.of(speeds));
  }

  @Test
  void equalSpeedsAreFlat() {
    double[] speeds = new double[40];
    Arrays.fill(speeds, 0.1);
    assertThat(SteadyState.of(speeds)).isEqualTo(FLAT);
    Arrays.fill(speeds, 0, 20, 0.05);
    assertThat(SteadyState.of(speeds)).isEqualTo(new SteadyState(Kind.WARM_UP, 20, List.of(20)));
  }

  @Test
  void whatCannotBeToldIsUnknown() {
    SteadyState unknown = new SteadyState(Kind.UNKNOWN, 0, List.of());
    assertThat(SteadyState.of()).isEqualTo(unknown);
    assertThat(SteadyState.of(1, 2, 3, 4, 5)).isEqualTo(unknown);
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 0, -1}) {
      assertThat(SteadyState.of(1, 2, 3, 4, 5, 6, 7, bad)).isEqualTo(unknown);
    }
  }

  @Test
  void kindsHaveWords() {
    assertThat(Kind.values())
        .extracting(Kind::toString)
        .containsExactly("flat", "warm-up", "slowdown", "no steady state", "unknown");
  }

  /** With noise of 0.5. */
  private static double[] noisy(int size, IntToDoubleFunction speed) {
    Random random = new Random(1);
    return series(size, at -> speed.applyAsDouble(at) + 0.5 * random.nextGaussian());
  }

  private static double[] series(int size, IntToDoubleFunction speed) {
    return IntStream.range(0, size).mapToDouble(speed).toArray();
  }

  @ParameterizedTest
  @CsvSource({
    // Three alike end it, whatever came before.
    "100 100 100, true",
    "50 100 100.9 100.2, true",
    "50 99 100.9 100.2, false",
    "50 100 100, false",
    "100 100, false",
    // Six values without a changepoint.
    "100 103 98 101 97, false",
    "100 103 98 101 97 102, true",
    // The changepoint lies before the last three.
    "20 21 20 100 103 98 101 97, true",
    // It lies within them.
    "20 20.5 20.1 20.6 20.2 20.7 20.1 100 103, false",
    "100 103 98 101 97 0, false",
  })
  void aWarmUpEndsWhenTheLastValuesShowNoChange(String series, boolean reached) {
    double[] speeds = Arrays.stream(series.split(" ")).mapToDouble(Double::parseDouble).toArray();

    assertThat(SteadyState.isReached(speeds)).isEqualTo(reached);
  }
}
