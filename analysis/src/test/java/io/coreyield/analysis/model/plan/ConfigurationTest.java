package io.coreyield.analysis.model.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

  private static Configuration of(int workers, long elements, Scaling scaling) {
    return new Configuration(
        Kernel.RANGE, ConcurrencyModel.PLATFORM, workers, elements, scaling, Placement.OS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8192})
  void workersInRange(int workers) {
    assertThat(of(workers, 1, Scaling.WEAK).workers()).isEqualTo(workers);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 8193, 1_000_000})
  void workersOutOfRange(int workers) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(workers, 1, Scaling.WEAK))
        .withMessage("%d workers: give a count from 1 to 8192", workers);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, (1L << 32) + 1, Long.MAX_VALUE})
  void elementsOutOfRange(long elements) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(1, elements, Scaling.WEAK))
        .withMessage(
            "n = %d: give 1 to 4294967296 (2^32), beyond which the sum of 0 … n-1 overflows 64 bits",
            elements);
  }

  @Test
  void strongScalingNeedsAnElementForEachWorker() {
    assertThat(of(5, 5, Scaling.STRONG).elementsPerOperation()).isEqualTo(5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(5, 4, Scaling.STRONG))
        .withMessage(
            "4 elements cannot be split over 5 workers: give n of at least the worker count");
  }

  @Test
  void weakScalingGivesEveryWorkerTheWhole() {
    Configuration four = of(4, 100, Scaling.WEAK);

    for (int worker = 0; worker < 4; worker++) {
      assertThat(four.from(worker)).isZero();
      assertThat(four.to(worker)).isEqualTo(100);
    }
    assertThat(four.elementsPerOperation()).isEqualTo(400);
    assertThat(of(8192, 1L << 32, Scaling.WEAK).elementsPerOperation()).isEqualTo(1L << 45);
  }

  @Test
  void strongScalingPartitionsTheElements() {
    for (long elements : new long[] {1, 2, 3, 7, 64, 97, 8192, 10_007, 1L << 26, 1L << 32}) {
      for (int workers = 1;
          workers <= Math.min(elements, 8192);
          workers += workers < 70 ? 1 : 371) {
        assertPartition(of(workers, elements, Scaling.STRONG));
      }
    }
  }

  private static void assertPartition(Configuration configuration) {
    int workers = configuration.workers();
    long elements = configuration.elements();
    String what = "%d over %d workers".formatted(elements, workers);
    assertThat(configuration.from(0)).as(what).isZero();
    assertThat(configuration.to(workers - 1)).as(what).isEqualTo(elements);
    for (int worker = 0; worker < workers; worker++) {
      long share = configuration.to(worker) - configuration.from(worker);
      if (worker > 0) {
        assertThat(configuration.from(worker)).as(what).isEqualTo(configuration.to(worker - 1));
      }
      assertThat(share).as(what).isBetween(elements / workers, (elements + workers - 1) / workers);
    }
  }

  @Test
  void labelNamesWhatIsNotDefault() {
    assertThat(of(4, 100, Scaling.WEAK).label()).isEqualTo("range platform ×4");
    assertThat(of(4, 100, Scaling.STRONG).label()).isEqualTo("range platform ×4 strong");
    assertThat(
            new Configuration(
                    Kernel.RANGE_ILP,
                    ConcurrencyModel.GLOBAL_LOCK,
                    2,
                    100,
                    Scaling.STRONG,
                    Placement.SIBLINGS)
                .label())
        .isEqualTo("range-ilp global-lock ×2 siblings strong");
  }

  @Test
  void withWorkersChangesTheWorkersOnly() {
    assertThat(of(4, 100, Scaling.STRONG).withWorkers(7)).isEqualTo(of(7, 100, Scaling.STRONG));
  }
}
