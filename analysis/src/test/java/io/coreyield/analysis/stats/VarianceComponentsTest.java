package io.coreyield.analysis.stats;

import static io.coreyield.analysis.stats.Agreement.agrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.stats.VarianceComponents.Component;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VarianceComponentsTest {

  /**
   * The worked example of Kalibera and Jones's technical report 4-12 (University of Kent, 2012),
   * with its figures from {@code test_worked_example_3_level} of {@code python/tests/test_data.py},
   * github.com/softdevteam/libkalibera at 46d972a.
   */
  @Test
  void theWorkedExampleOfThreeLevels() {
    VarianceComponents components =
        VarianceComponents.of(
            Nested.ofCores(
                List.of(
                    List.of(figures(9, 5), figures(8, 3)),
                    List.of(figures(10, 6), figures(7, 11)),
                    List.of(figures(1, 12), figures(2, 4)))));
    assertThat(each(components, Component::biased))
        .containsExactly(new double[] {16.5, 2.6, 3.6}, within(0.05));
    assertThat(each(components, Component::unbiased))
        .containsExactly(new double[] {16.5, -5.7, 2.3}, within(0.05));
    assertThat(each(components, Component::variance))
        .containsExactly(new double[] {16.5, 0, 2.3}, within(0.05));
    assertThat(each(components, Component::repetitions)).containsExactly(2, 2, 3);
    theIntervalIsStudents(components.mean());
  }

  /** The same source, {@code test_worked_example_2_level}. */
  @Test
  void theWorkedExampleOfTwoLevels() {
    VarianceComponents components =
        VarianceComponents.ofForks(
            List.of(figures(9, 5, 8, 3), figures(10, 6, 7, 11), figures(1, 12, 2, 4)));
    assertThat(each(components, Component::biased))
        .containsExactly(new double[] {12.7, 3.6}, within(0.05));
    assertThat(each(components, Component::unbiased))
        .containsExactly(new double[] {12.7, 0.4}, within(0.05));
    theIntervalIsStudents(components.mean());
  }

  /** R 4: {@code t.test(c(6.25, 8.5, 4.75))}, of which each is a unit's mean. */
  private static void theIntervalIsStudents(Estimate mean) {
    agrees(mean, 6.5, 1.811292890, 11.188707110);
  }

  /** The same source: {@code test_ti2} and {@code test_optimal_reps_with_rounding}. */
  @Test
  void theOptimalRepetitionsOfTheReferenceLibrary() {
    VarianceComponents components =
        VarianceComponents.of(
            Nested.ofCores(
                List.of(
                    List.of(figures(3, 4, 3), figures(1.2, 3.1, 3)),
                    List.of(figures(0.2, 1, 1.5), figures(1, 2, 3)))));
    assertThat(each(components, Component::unbiased))
        .containsExactly(new double[] {0.7266667, 0.262777778, 0.7747}, within(1e-4));
    double[] unbiased = each(components, Component::unbiased);
    assertThat(VarianceComponents.optimalIterations(20, 3, unbiased[1], unbiased[0])).isEqualTo(5);
    assertThat(VarianceComponents.optimalIterations(100, 20, unbiased[2], unbiased[1]))
        .isEqualTo(2);
  }

  /**
   * An uneven design of two levels by hand: means 2, 6, 7; within (2 + 0 + 2) / (1 + 1 + 2);
   * harmonic mean of 2, 2, 3 iterations 9/4.
   */
  @Test
  void forksWithDifferingIterationsCountTheSame() {
    VarianceComponents components =
        VarianceComponents.ofForks(List.of(figures(1, 3), figures(6, 6), figures(6, 7, 8)));
    assertThat(components.mean().value()).isEqualTo(5);
    assertThat(each(components, Component::biased))
        .containsExactly(new double[] {1, 7}, within(1e-12));
    assertThat(each(components, Component::repetitions))
        .containsExactly(new double[] {2.25, 3}, within(1e-12));
    assertThat(components.components().getLast().unbiased()).isCloseTo(7 - 4 / 9.0, within(1e-12));
  }

  /** T₂² = 4, T₁² = 9, and three to twelve iterations: both are met on the average. */
  @ParameterizedTest
  @ValueSource(longs = 20_260_901)
  void unevenForksLeaveTheComponentsUnbiased(long seed) {
    Random random = new Random(seed);
    int campaigns = 20_000;
    double between = 0;
    double within = 0;
    double held = 0;
    for (int campaign = 0; campaign < campaigns; campaign++) {
      List<double[]> forks =
          IntStream.of(3, 3, 5, 12, 12)
              .mapToObj(iterations -> fork(random, iterations, 2, 3))
              .toList();
      VarianceComponents components = VarianceComponents.ofForks(forks);
      within += components.components().getFirst().unbiased() / campaigns;
      between += components.components().getLast().unbiased() / campaigns;
      held += Agreement.holds(components.mean(), 0) ? 1.0 / campaigns : 0;
    }
    // Standard errors: 0.015, 0.03 and 0.0015.
    assertThat(within).as("seed %d", seed).isCloseTo(9, within(0.08));
    assertThat(between).as("seed %d", seed).isCloseTo(4, within(0.15));
    assertThat(held).as("seed %d", seed).isBetween(0.94, 0.96);
  }

  private static double[] fork(Random random, int iterations, double between, double within) {
    double ofFork = between * random.nextGaussian();
    return IntStream.range(0, iterations)
        .mapToDouble(_ -> ofFork + within * random.nextGaussian())
        .toArray();
  }

  /**
   * What the formula calls best is: of two plans of one cost, 400, the one it names has the smaller
   * variance, (T₂² + T₁²/r)/forks.
   */
  @Test
  void theOptimumIsTheLeastVarianceForTheCost() {
    int best = VarianceComponents.optimalIterations(10, 1, 1, 4);
    assertThat(best).isEqualTo(7);
    ToDoubleFunction<Integer> variance = r -> (1 + 4.0 / r) / (400.0 / (10 + r));
    for (int other : new int[] {1, 2, 4, 5, 9, 12, 30}) {
      assertThat(variance.applyAsDouble(best)).isLessThan(variance.applyAsDouble(other));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // forks cost nothing, iterations do not vary, or something is not known
    "0, 1, 1, 1, 1",
    "9, 1, 1, 0, 1",
    "9, 1, 1, -2, 1",
    "9, 1, 0, 0, 1",
    "NaN, 1, 1, 1, 1",
    "9, NaN, 1, 1, 1",
    "9, 1, NaN, 1, 1",
    "9, 1, 1, NaN, 1",
    "Infinity, Infinity, 1, 1, 1",
    "1e300, 1e300, 1e-200, 1e-200, 1",
    // forks do not vary, iterations cost nothing, or more than an int holds
    "9, 1, 0, 1, 2147483647",
    "9, 1, -1, 1, 2147483647",
    "9, 0, 1, 1, 2147483647",
    "1e300, 1e-300, 1, 1, 2147483647",
    "Infinity, 1, 1, 1, 2147483647",
    // between the limits
    "9, 1, 1, 1, 3",
    "1, 9, 1, 1, 1"
  })
  void theOptimumHasLimits(
      double fork, double iteration, double between, double within, int expected) {
    assertThat(VarianceComponents.optimalIterations(fork, iteration, between, within))
        .isEqualTo(expected);
  }

  @Test
  void oneForkHasComponentsOfItsIterationsOnly() {
    VarianceComponents components = VarianceComponents.ofForks(List.of(figures(1, 2, 3)));
    assertThat(components.mean())
        .isEqualTo(
            Estimate.withoutInterval(2, "one unit at the highest level: an interval needs two"));
    assertThat(components.components().getFirst()).isEqualTo(new Component(3, 1, 1));
    assertThat(components.components().getLast().unbiased()).isNaN();
  }

  @Test
  void oneIterationEachLeavesTheForksUnexplained() {
    VarianceComponents components = VarianceComponents.ofForks(List.of(figures(1), figures(3)));
    Component forks = components.components().getLast();

    assertThat(components.mean().hasInterval()).isTrue();
    assertThat(forks.biased()).isEqualTo(2);
    assertThat(forks.unbiased()).isNaN();
  }

  @Test
  void equalFiguresHaveNoVariance() {
    VarianceComponents components =
        VarianceComponents.ofForks(List.of(figures(0.1, 0.1, 0.1), figures(0.1, 0.1)));
    assertThat(components.mean()).isEqualTo(Estimate.of(0.1, 0.1, 0.1).withError(0, 1));
    assertThat(each(components, Component::unbiased)).containsExactly(0, 0);
  }

  @Test
  void whatCannotBeToldSaysWhy() {
    assertThat(VarianceComponents.ofForks(List.of()).mean())
        .isEqualTo(Estimate.unknown("a unit gave no result"));
    assertThat(VarianceComponents.ofForks(List.of(figures(1, 2), figures())).mean())
        .isEqualTo(Estimate.unknown("a unit gave no result"));
    assertThat(VarianceComponents.ofForks(List.of(figures(1, Double.NaN), figures(1))).mean())
        .isEqualTo(Estimate.unknown("a figure is not a finite number"));
    assertThat(VarianceComponents.ofForks(List.of(figures(1e200, -1e200), figures(1))).mean())
        .isEqualTo(Estimate.unknown("the figures are too large to square"));
  }

  @Test
  void theUnitsOfAGroupAreAlike() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Nested.Groups(
                List.of(new Nested.Values(List.of(1.0)), new Nested.Groups(List.of()))))
        .withMessage("the units of a group differ in their number of levels");
  }

  private static double[] figures(double... figures) {
    return figures;
  }

  private static double[] each(VarianceComponents of, ToDoubleFunction<Component> figure) {
    return of.components().stream().mapToDouble(figure).toArray();
  }
}
