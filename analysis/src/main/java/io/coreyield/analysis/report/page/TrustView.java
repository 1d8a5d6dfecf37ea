package io.coreyield.analysis.report.page;

import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.wording.Fact;
import java.util.List;

/**
 * How far the answer can be trusted, as it stands on the page.
 *
 * @param sentence all of it in one; empty where nothing was measured
 * @param yields what siblings add, with and without tainted iterations
 * @param throughput of every configuration, with and without them
 * @param speedUp the same
 * @param disagreements headline figures whose two differ by more than the interval
 * @param control the A/A control
 * @param controlMeaning what it says
 * @param controls floor and ceiling of every yield of pairs
 * @param reasons why iterations are distrusted
 * @param arms which arms are, and how often
 * @param taintedLead how many, in a sentence
 * @param forks what they did
 * @param never forks that never came to a steady state
 * @param clockLead what the clock did when all cores worked
 * @param clocks the clock in each arm
 */
public record TrustView(
    String sentence,
    Table yields,
    Table throughput,
    Table speedUp,
    List<String> disagreements,
    List<Fact> control,
    String controlMeaning,
    Table controls,
    Table reasons,
    Table arms,
    String taintedLead,
    List<Fact> forks,
    Table never,
    String clockLead,
    Table clocks) {

  /** Copies the lists. */
  public TrustView {
    disagreements = List.copyOf(disagreements);
    control = List.copyOf(control);
    forks = List.copyOf(forks);
  }

  /** Whether any iteration is tainted, so that figures have two sides. */
  public boolean hasTainted() {
    return !arms.isEmpty();
  }
}
