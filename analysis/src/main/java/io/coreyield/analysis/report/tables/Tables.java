package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.TimeShares;
import io.coreyield.analysis.findings.trust.Quality;
import java.util.List;
import java.util.stream.Stream;

/** The tables of a report. */
public final class Tables {

  private static final String SIMULATED = "Simulated, nothing was measured. ";

  private Tables() {}

  /** All tables that become files; those of a simulated machine say so. */
  public static List<Table> all(Findings findings) {
    return switch (findings) {
      case CapturedFindings captured -> CapturedTables.all(captured);
      case MeasuredFindings measured -> all(measured);
    };
  }

  private static List<Table> all(MeasuredFindings findings) {
    boolean simulated = findings.run().info().simulated();
    return Stream.concat(
            CohabitTables.all(findings.cohabitation()).stream().filter(t -> !t.isEmpty()),
            ofWorkers(findings))
        .map(table -> simulated ? table.named(table.name(), SIMULATED + table.caption()) : table)
        .toList();
  }

  private static Stream<Table> ofWorkers(MeasuredFindings findings) {
    return Stream.of(
        YieldTables.yields(findings.yields()),
        TaintTables.yields(findings.yields()),
        YieldTables.clocks(findings.yields()),
        YieldTables.differences(findings.modelDifferences()),
        AdviceTable.of(findings.advice()),
        CurveTables.scaling(findings.curves()),
        TaintTables.points(findings.curves()),
        CurveTables.fits(findings.curves()),
        CurveTables.times(findings.timeRows()),
        CurveTables.shares(TimeShares.of(findings.quality().ledger())),
        CorrelationTable.of(findings.correlations()),
        LedgerTables.reasons(findings.quality().ledger()),
        LedgerTables.arms(findings.quality().ledger()));
  }

  /** Tables that only programs read, a row per fork or iteration: no Markdown is made of them. */
  public static List<Table> data(Findings findings) {
    Quality quality =
        switch (findings) {
          case MeasuredFindings measured -> measured.quality();
          case CapturedFindings _ -> Quality.NONE;
        };
    return List.of(LedgerTables.entries(quality.ledger()), TrialTables.forks(quality.forkStates()));
  }
}
