package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.trust.AaControl;
import io.coreyield.analysis.findings.trust.Doubt;
import io.coreyield.analysis.findings.trust.Ledger;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.Optional;

/** The A/A control and the tainted iterations, in words. */
public final class ControlWords {

  private static final String EXPECTED =
      "One configuration under two names should not differ, nor should the end of the run from its"
          + " beginning. ";

  private ControlWords() {}

  /** The A/A control as terms and values; empty where there is none. */
  public static List<Fact> facts(AaControl control) {
    Configuration configuration = control.configuration();
    return configuration == null
        ? List.of()
        : List.of(
            new Fact("Configuration", configuration.label()),
            new Fact("Rounds with both names", Integer.toString(control.rounds())),
            new Fact("Second name over first", percent(control.difference())),
            new Fact("From first trial to last", percent(control.drift())));
  }

  private static String percent(Estimate change) {
    if (!change.hasValue()) {
      return Unit.NONE + " (" + change.reason() + ")";
    }
    return "%s%s (%s)"
        .formatted(
            change.value() > 0 ? "+" : "",
            Unit.PERCENT.text(change.value()),
            change.hasInterval() ? Unit.PERCENT.interval(change) : change.reason());
  }

  /** What the A/A control means, in sentences. */
  public static String meaning(AaControl control) {
    if (control.configuration() == null) {
      return "This run has no A/A control, so nothing shows whether the machine was stable.";
    }
    Optional<Doubt> doubt = control.trust().flatMap(Trust::reason);
    if (doubt.isPresent()) {
      return EXPECTED
          + switch (doubt.get()) {
            case Doubt.Drifted _ ->
                "Here the drift is large: it moves no ratio within a round, but widens the intervals"
                    + " of throughputs.";
            case Doubt.Noisy _ ->
                "Here they are too uncertain to show whether the machine was stable.";
            default ->
                "Here they differ by more than 1 %: the machine was not stable, and this run gives"
                    + " no answer.";
          };
    }
    if (!control.difference().hasInterval() && !control.drift().hasInterval()) {
      return "The control has too few rounds to show whether the machine was stable.";
    }
    return EXPECTED
        + (control.excludesZero()
            ? "Here an interval excludes 0, by too little to change an answer: figures are compared"
                + " within rounds."
            : "No interval excludes 0, as on a stable machine.");
  }

  /** How many iterations are tainted, in sentences. */
  public static String tainted(Ledger ledger) {
    int all = ledger.entries().size();
    if (all == 0) {
      return "No iteration counts for a figure.";
    }
    return ledger.tainted() == 0
        ? "None of %d measured iterations and blocks is tainted.".formatted(all)
        : "%d of %d measured iterations and blocks are tainted. Figures leave them out where enough others remain; the ledger keeps them."
            .formatted(ledger.tainted(), all);
  }
}
