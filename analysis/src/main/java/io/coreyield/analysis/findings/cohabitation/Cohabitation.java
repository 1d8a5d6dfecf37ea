package io.coreyield.analysis.findings.cohabitation;

import io.coreyield.analysis.findings.trust.TaintSplit;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which code may share a core.
 *
 * @param onSiblings whether any core has siblings; if not, only the control on two cores is known
 * @param kernels what was measured beside each other, in order
 * @param pairings each two of them once, and each beside itself where that was measured
 * @param partners what to put beside each kernel; those with an answer
 * @param effectiveCores what N mixed workers are worth; null where that is unknown
 */
public record Cohabitation(
    boolean onSiblings,
    List<Kernel> kernels,
    List<Pairing> pairings,
    List<Partners> partners,
    @Nullable EffectiveCores effectiveCores) {

  /**
   * Of one run; empty where no unlike code was to share a core.
   *
   * @param topology the part of the machine that the run could use
   * @param machine what was found of it
   * @param yields what a kernel does beside itself
   */
  public static Optional<Cohabitation> of(
      Topology topology, TaintSplit evidence, Trust machine, List<SmtYield> yields) {
    List<Kernel> kernels = kernels(evidence);
    if (kernels.isEmpty()) {
      return Optional.empty();
    }
    Pairings estimates =
        new Pairings(topology, evidence, machine, kernels.size() * (kernels.size() + 1) / 2);
    List<Pairing> pairings = new ArrayList<>();
    for (int one = 0; one < kernels.size(); one++) {
      Kernel kernel = kernels.get(one);
      estimates.alike(kernel, yields).ifPresent(pairings::add);
      for (Kernel beside : kernels.subList(one + 1, kernels.size())) {
        pairings.add(estimates.of(kernel, beside));
      }
    }
    return Optional.of(
        new Cohabitation(
            !topology.siblingPairs().isEmpty(),
            kernels,
            List.copyOf(pairings),
            kernels.stream().flatMap(k -> Partners.of(k, pairings).stream()).toList(),
            EffectiveCores.of(topology, kernels, pairings).orElse(null)));
  }

  /** Planned or run, in the order of the plan. */
  private static List<Kernel> kernels(TaintSplit evidence) {
    return Stream.concat(
            evidence.all().info().plan().mixedPairs().stream(),
            evidence.all().trials().stream().flatMap(Trial::mixed))
        .flatMap(mixed -> Stream.of(mixed.kernel(0), mixed.kernel(1)))
        .distinct()
        .sorted()
        .toList();
  }

  /** The pairing of two kernels, seen from the first; empty where it was not measured. */
  public Optional<Pairing> pairing(Kernel kernel, Kernel beside) {
    return pairings.stream()
        .filter(p -> p.has(kernel) && p.has(beside) && p.isAlike() == (kernel == beside))
        .findFirst()
        .map(p -> p.from(kernel));
  }
}
