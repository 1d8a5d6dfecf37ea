package io.coreyield.benchmarks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Plans;
import io.coreyield.analysis.model.plan.Scaling;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who computes what. */
class SliceTest {

  private static List<Slice> slices(int workers, long elements, Scaling scaling) {
    return Slice.of(
        new Configuration(
            Kernel.RANGE, ConcurrencyModel.PLATFORM, workers, elements, scaling, Placement.OS),
        Plans.ARRAYS);
  }

  @Test
  void underWeakScalingEachWorkerSumsAll() {
    assertThat(slices(3, 100, Scaling.WEAK))
        .hasSize(3)
        .containsOnly(new Slice(Kernel.RANGE, 0, 100));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100, 101})
  void underStrongScalingTheSlicesTileTheRange(int workers) {
    List<Slice> slices = slices(workers, 101, Scaling.STRONG);

    assertThat(slices).hasSize(workers);
    assertThat(slices.getFirst().from()).isZero();
    assertThat(slices.getLast().to()).isEqualTo(101);
    for (int worker = 1; worker < workers; worker++) {
      assertThat(slices.get(worker).from()).isEqualTo(slices.get(worker - 1).to());
    }
    assertThat(slices.stream().mapToLong(slice -> slice.to() - slice.from()))
        .allMatch(length -> length == 101 / workers || length == 101 / workers + 1);
    assertThat(slices.stream().mapToLong(Slice::expectedSum).sum()).isEqualTo(101 * 100 / 2);
  }

  @Test
  void theNextSliceGoesOnInTheArray() {
    Slice slice = new Slice(Kernel.ARRAY_CHASE, 0, 700, 1_000);

    assertThat(slice.next()).isEqualTo(new Slice(Kernel.ARRAY_CHASE, 700, 1_400, 1_000));
    assertThat(slice.next().next()).isEqualTo(new Slice(Kernel.ARRAY_CHASE, 400, 1_100, 1_000));
    assertThat(new Slice(Kernel.RANGE, 5, 700).next()).isEqualTo(new Slice(Kernel.RANGE, 5, 700));
    // 700 … 999 and 0 … 399.
    assertThat(slice.next().expectedSum()).isEqualTo(254_850 + 79_800);
  }

  @Test
  void theFirstElementsOfASlice() {
    assertThat(new Slice(Kernel.RANGE, 5, 700).first(100))
        .isEqualTo(new Slice(Kernel.RANGE, 5, 105));
    assertThat(new Slice(Kernel.ARRAY_CHASE, 5, 9, 20).first(100))
        .isEqualTo(new Slice(Kernel.ARRAY_CHASE, 5, 9, 20));
  }

  @Test
  void anEmptySliceSumsToNothing() {
    assertThat(Slice.empty(4)).hasSize(4).allMatch(slice -> slice.expectedSum() == 0);
  }
}
