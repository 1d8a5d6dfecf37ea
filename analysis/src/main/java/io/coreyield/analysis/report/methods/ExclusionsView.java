package io.coreyield.analysis.report.methods;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.trust.ForkState;
import io.coreyield.analysis.findings.trust.Ledger;
import io.coreyield.analysis.findings.trust.LedgerEntry;
import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.SteadyState.Kind;
import io.coreyield.analysis.wording.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was excluded, and why. */
public record ExclusionsView(MeasuredFindings findings) {

  /** More parts of the plan than these, left out for one reason, are counted and not named. */
  private static final int MAX_NAMED = 3;

  /** Why forks gave no result, without full stops. */
  public List<String> failures() {
    return findings.run().trials().stream()
        .map(Trial::failure)
        .flatMap(Stream::ofNullable)
        .map(ExclusionsView::withoutFullStop)
        .toList();
  }

  private static String withoutFullStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  public long forks(Kind kind) {
    return ForkState.count(findings.quality().forkStates(), kind);
  }

  /** How many forks did what, of those that ended so. */
  public Stream<String> forks(Kind kind, String what) {
    return Stream.of(forks(kind)).filter(count -> count > 0).map(count -> count + " " + what);
  }

  /** Measured iterations that began before the steady state. */
  public int trimmed() {
    return ForkState.trimmed(findings.quality().forkStates());
  }

  public Ledger ledger() {
    return findings.quality().ledger();
  }

  /** Figures that tainted iterations took part in. */
  public List<TaintCheck> affected() {
    return Stream.concat(
            findings.yields().stream().map(SmtYield::taints),
            findings.curves().stream()
                .flatMap(curve -> curve.points().stream())
                .map(ScalingPoint::taints))
        .filter(check -> check.tainted() > 0)
        .toList();
  }

  /** The name where no iteration has the figure. */
  public Stream<String> missing(ToDoubleFunction<LedgerEntry> figure, String name) {
    return ledger().entries().stream().mapToDouble(figure).allMatch(Double::isNaN)
        ? Stream.of(name)
        : Stream.empty();
  }

  /** Parts of the plan that did not run, by reason. */
  public List<String> leftOut() {
    Map<String, List<String>> byReason =
        findings.run().info().plan().leftOut().stream()
            .collect(
                Collectors.groupingBy(
                    part -> withoutFullStop(part.reason()),
                    LinkedHashMap::new,
                    Collectors.mapping(Plan.LeftOut::label, Collectors.toList())));
    return byReason.entrySet().stream()
        .map(e -> "%s (%s)".formatted(named(e.getValue()), e.getKey()))
        .toList();
  }

  private static String named(List<String> labels) {
    List<String> named = new ArrayList<>(labels.stream().limit(MAX_NAMED).toList());
    if (labels.size() > MAX_NAMED) {
      named.add(labels.size() - MAX_NAMED + " more");
    }
    return Phrases.list(named);
  }
}
