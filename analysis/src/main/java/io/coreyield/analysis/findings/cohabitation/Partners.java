package io.coreyield.analysis.findings.cohabitation;

import io.coreyield.analysis.model.plan.Kernel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What to put beside one kernel on a core, and what not.
 *
 * @param best the pairing with the highest weighted speedup, seen from this kernel
 * @param worst that with the lowest, seen from this kernel; may be the same
 */
public record Partners(Kernel kernel, Pairing best, Pairing worst) {

  /** Of a kernel with two answers or more; of fewer there is nothing to choose. */
  static Optional<Partners> of(Kernel kernel, List<Pairing> pairings) {
    List<Pairing> own =
        pairings.stream()
            .filter(p -> p.isAnswer() && p.has(kernel))
            .sorted(Comparator.comparingDouble(p -> p.joint().value()))
            .toList();
    return own.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Partners(kernel, own.getLast().from(kernel), own.getFirst().from(kernel)));
  }
}
