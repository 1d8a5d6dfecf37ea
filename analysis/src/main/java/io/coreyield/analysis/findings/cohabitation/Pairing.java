package io.coreyield.analysis.findings.cohabitation;

import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;

/**
 * Two kernels on one core.
 *
 * @param beside the other kernel; the same for a kernel beside itself
 * @param core on the two siblings of a core
 * @param apart on two cores: what they take from each other without sharing one
 * @param joint the weighted speedup on one core, with an interval that holds for all pairings of
 *     the run at once
 * @param category of the weighted speedup between 1, taking turns, and what two cores do, by such
 *     an interval; unknown where trust is too low, and where no core has siblings
 * @param forks that gave a result
 * @param cores that they ran on
 */
public record Pairing(
    Kernel kernel,
    Kernel beside,
    SharedSpeeds core,
    SharedSpeeds apart,
    Estimate joint,
    Category category,
    Trust trust,
    int forks,
    int cores) {

  /** Whether it is of a kernel beside itself. */
  public boolean isAlike() {
    return kernel == beside;
  }

  boolean has(Kernel one) {
    return kernel == one || beside == one;
  }

  /** The kernel beside this one of the two. */
  public Kernel partnerOf(Kernel one) {
    return kernel == one ? beside : kernel;
  }

  /** The same seen from one of its kernels. */
  public Pairing from(Kernel one) {
    return one == kernel
        ? this
        : new Pairing(
            /* kernel= */ beside,
            /* beside= */ kernel,
            core.swapped(),
            apart.swapped(),
            joint,
            category,
            trust,
            forks,
            cores);
  }

  /** Whether it says what such code does on one core. */
  public boolean isAnswer() {
    return category != Category.UNKNOWN;
  }
}
