package io.coreyield.analysis.report.methods;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.correlation.Correlation;
import java.util.List;

/**
 * How throughput was correlated with load and clock.
 *
 * @param figures identifiers of what it was correlated with
 * @param known correlations that could be estimated
 * @param comparisons that intervals are corrected for; 0 where there is no interval
 */
public record CorrelationsView(
    List<String> figures, int known, int all, int comparisons, long partial) {

  static CorrelationsView of(MeasuredFindings findings) {
    List<Correlation> known =
        findings.correlations().stream().filter(c -> c.spearman().hasValue()).toList();
    return new CorrelationsView(
        known.stream().map(Correlation::loadFigure).distinct().toList(),
        known.size(),
        findings.correlations().size(),
        known.stream()
            .filter(c -> c.spearman().hasInterval())
            .mapToInt(Correlation::comparisons)
            .findFirst()
            .orElse(0),
        known.stream().filter(c -> c.partial() != null).count());
  }
}
