package io.coreyield.benchmarks.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.plan.Kernel;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Code without branches is found out, and code with them is not accused. */
class CheckedBranchesTest {

  private static final int ELEMENTS = 1 << 18;
  private static final long ENOUGH = 1L << 23;

  /** A sum that takes its time, in either order. */
  private static SummationKernel taking(long ns) {
    return (from, to) -> {
      long endNs = System.nanoTime() + ns;
      while (System.nanoTime() < endNs) {
        Thread.onSpinWait();
      }
      return Kernel.ARRAY_BRANCH.sum(from, to, ELEMENTS);
    };
  }

  private static CheckedBranches summed(SummationKernel shuffled, SummationKernel sorted) {
    CheckedBranches kernel = new CheckedBranches(shuffled, sorted);
    assertThat(kernel.sum(0, ENOUGH)).isEqualTo(Kernel.ARRAY_BRANCH.sum(0, ENOUGH, ELEMENTS));
    return kernel;
  }

  @Test
  void theSameTimeInBothOrdersIsAFaultTheThirdTime() {
    CheckedBranches kernel = summed(taking(1_000_000), taking(1_000_000));

    assertThat(kernel.fault()).isEmpty();
    assertThat(kernel.fault()).isEmpty();
    assertThat(kernel.fault().orElseThrow())
        .matches(
            "kernel array-branch took (0\\.9|1\\.[0-4])\\d times as long in random as in sorted order, and mispredicted branches make that 1\\.5 or more: the compiler made it branch-free, or the processor learned the order, so the figure is rejected");
  }

  @Test
  void whatTakesMuchLongerInRandomOrderIsNoFault() {
    CheckedBranches kernel = summed(taking(2_000_000), taking(200_000));

    assertThat(Stream.generate(kernel::fault).limit(10)).containsOnly(Optional.empty());
  }

  @Test
  void nothingIsSaidOfCodeThatHardlyRan() {
    CheckedBranches kernel = new CheckedBranches(taking(0), taking(0));
    assertThat(kernel.sum(0, ENOUGH - 1)).isPositive();

    assertThat(Stream.generate(kernel::fault).limit(10)).containsOnly(Optional.empty());
  }

  /** A compiler may make this of the kernel. */
  @Test
  void theKernelWithoutBranchesIsAFaultAndWithThemIsNone() {
    CheckedBranches without =
        summed(
            branchFree(i -> Integer.bitCount(i * 0x9e37_79b9) % 2 == 0),
            branchFree(i -> i < ELEMENTS / 2));
    CheckedBranches with = CheckedBranches.open(ELEMENTS);
    for (int call = 0; call < 32; call++) {
      assertThat(without.sum(0, ENOUGH)).isEqualTo(with.sum(0, ENOUGH));
    }

    assertThat(Stream.generate(without::fault).limit(3).toList().getLast()).isPresent();
    assertThat(Stream.generate(with::fault).limit(3)).containsOnly(Optional.empty());
  }

  private static SummationKernel branchFree(IntPredicate isBelow) {
    int[] elements = new int[ELEMENTS];
    Arrays.setAll(elements, i -> isBelow.test(i) ? -i : i);
    return (from, to) ->
        RepeatedArray.sum(from, to, ELEMENTS, (start, end) -> sum(elements, start, end));
  }

  private static long sum(int[] elements, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      int mask = elements[i] >> 31;
      sum += (elements[i] ^ mask) - mask;
    }
    return sum;
  }
}
