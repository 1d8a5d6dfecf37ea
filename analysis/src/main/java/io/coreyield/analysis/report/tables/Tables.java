package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.curves.TimeShares;
import java.util.List;
import java.util.stream.Stream;

/** The tables of a report. */
public final class Tables {

  private static final String SIMULATED = "Simulated, nothing was measured. ";

  private Tables() {}

  /** All tables that become files; those of a simulated machine say so. */
  public static List<Table> all(Findings findings) {
    boolean simulated = findings.run().info().simulated();
    CapturedFindings imported = findings.imported();
    if (imported != null) {
      return CapturedTables.all(imported);
    }
    return Stream.of(
            YieldTables.yields(findings.yields()),
            TaintTables.yields(findings.yields()),
            YieldTables.clocks(findings.yields()),
            YieldTables.differences(findings.modelDifferences()),
            CurveTables.scaling(findings.curves()),
            TaintTables.points(findings.curves()),
            CurveTables.fits(findings.curves()),
            CurveTables.times(findings.timeRows()),
            CurveTables.shares(TimeShares.of(findings.ledger())),
            CorrelationTable.of(findings.correlations()),
            LedgerTables.reasons(findings.ledger()),
            LedgerTables.arms(findings.ledger()))
        .map(table -> simulated ? table.named(table.name(), SIMULATED + table.caption()) : table)
        .toList();
  }

  /** Tables that only programs read, a row per fork or iteration: no Markdown is made of them. */
  public static List<Table> data(Findings findings) {
    return List.of(
        LedgerTables.entries(findings.ledger()), TrialTables.forks(findings.forkStates()));
  }
}
