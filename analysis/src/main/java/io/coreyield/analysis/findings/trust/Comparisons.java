package io.coreyield.analysis.findings.trust;

import io.coreyield.analysis.findings.load.ConfigurationResult;
import io.coreyield.analysis.findings.load.Results;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.stats.Estimate;
import java.util.Optional;

/** Comparisons of two configurations with and without tainted iterations. */
public final class Comparisons {

  /** A figure of two arms. */
  @FunctionalInterface
  public interface OfTwo {
    Estimate apply(ConfigurationResult arm, ConfigurationResult base);
  }

  private Comparisons() {}

  /**
   * A figure of an arm and its base. The untainted iterations lead where both have enough of them.
   */
  public static TaintCheck of(
      TaintSplit evidence, Configuration arm, Configuration base, OfTwo figure) {
    TaintSplit.Counts ofArm = evidence.of(arm);
    TaintSplit.Counts ofBase = evidence.of(base);
    return TaintCheck.of(
        compare(new Results(evidence.all()), arm, base, figure),
        compare(new Results(evidence.untainted()), arm, base, figure),
        ofArm.plus(ofBase),
        ofArm.areEnoughUntainted() && ofBase.areEnoughUntainted());
  }

  private static Estimate compare(
      Results results, Configuration arm, Configuration base, OfTwo figure) {
    Optional<ConfigurationResult> one = results.arm(arm);
    Optional<ConfigurationResult> other = results.arm(base);
    return one.isPresent() && other.isPresent()
        ? figure.apply(one.get(), other.get())
        : Estimate.unknown("no iteration without a taint is left");
  }
}
