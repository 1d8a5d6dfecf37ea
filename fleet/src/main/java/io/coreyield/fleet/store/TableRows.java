package io.coreyield.fleet.store;

import io.coreyield.analysis.capture.curve.Catalogue;
import io.coreyield.analysis.capture.curve.PublishedCurve;
import io.coreyield.analysis.model.trial.Captured.CurvePoint;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.StandardError;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Rows on their way into a table: their order is that of the columns. */
final class TableRows implements AutoCloseable {

  private final DuckDBAppender out;

  private TableRows(DuckDBConnection connection, FleetTable table) throws SQLException {
    out = connection.createAppender(table.sqlName());
  }

  static void append(DuckDBConnection connection, List<RunRow> runs) throws SQLException {
    try (TableRows table = new TableRows(connection, FleetTable.RUNS)) {
      for (RunRow run : runs) {
        table.run(run);
      }
    }
    try (TableRows table = new TableRows(connection, FleetTable.FIGURES)) {
      for (RunRow run : runs) {
        for (FigureRow figure : run.figures()) {
          table.figure(run.id(), figure);
        }
      }
    }
    try (TableRows table = new TableRows(connection, FleetTable.TRIALS)) {
      for (RunRow run : runs) {
        for (TrialRow trial : run.trials()) {
          table.trial(run.id(), trial);
        }
      }
    }
  }

  static void append(DuckDBConnection connection, Catalogue catalogue) throws SQLException {
    try (TableRows table = new TableRows(connection, FleetTable.PUBLISHED)) {
      for (PublishedCurve curve : catalogue.curves()) {
        table.published(catalogue, curve);
      }
    }
  }

  private void run(RunRow run) throws SQLException {
    RunRow.MachineColumns machine = run.machine();
    RunRow.SoftwareColumns software = run.software();
    RunRow.OutcomeColumns outcome = run.outcome();
    out.beginRow();
    texts(run.id(), run.digest(), run.source());
    out.append(run.labels());
    texts(machine.name());
    out.append(machine.isNamed());
    texts(machine.cpu(), machine.topology());
    out.append(machine.logicalCpus()).append(machine.cores()).append(machine.threadsPerCore());
    texts(machine.declared(), machine.virtualization(), machine.quota());
    texts(software.java(), software.os(), software.architecture(), software.toolVersion());
    texts(software.kernelCode(), software.capturedBy());
    out.append(software.simulated());
    out.append(LocalDateTime.ofInstant(outcome.started(), ZoneOffset.UTC));
    texts(outcome.state(), outcome.trust(), outcome.cpuFinding());
    out.append(run.trials().size()).append(outcome.failed()).endRow();
  }

  private void figure(String run, FigureRow figure) throws SQLException {
    Estimate estimate = figure.estimate();
    StandardError error = estimate.error();
    out.beginRow();
    texts(run, figure.kind(), figure.kernel(), figure.model(), figure.program());
    texts(figure.setting());
    numbers(estimate.value(), estimate.low(), estimate.high());
    texts(estimate.reason());
    numbers(
        error == null ? Double.NaN : error.value(),
        error == null ? Double.NaN : error.degreesOfFreedom());
    out.append(figure.forks()).append(figure.tainted());
    texts(figure.category());
    out.endRow();
  }

  private void trial(String run, TrialRow trial) throws SQLException {
    Double perSecond = trial.elementsPerSecond();
    out.beginRow();
    texts(run);
    out.append(trial.number()).append(trial.round());
    texts(trial.kernel(), trial.model());
    out.append(trial.workers()).append(trial.elements());
    texts(trial.placement(), trial.scaling());
    numbers(trial.startS(), trial.wallS(), perSecond == null ? Double.NaN : perSecond);
    texts(trial.failure());
    out.endRow();
  }

  private void published(Catalogue catalogue, PublishedCurve curve) throws SQLException {
    out.beginRow();
    texts(catalogue.source(), catalogue.sourceUrl(), catalogue.licence(), catalogue.licenceUrl());
    texts(catalogue.method(), curve.vendor(), curve.server(), curve.cpu());
    texts(Catalogue.plain(curve.cpu()));
    out.append(curve.logicalCpus()).append(curve.threadsPerCore());
    numbers(curve.secondHalfAdds().orElse(Double.NaN));
    out.append(curve.curve().stream().mapToInt(CurvePoint::workers).toArray());
    out.append(curve.curve().stream().mapToDouble(CurvePoint::throughput).toArray());
    out.endRow();
  }

  private void texts(@Nullable String... texts) throws SQLException {
    for (String text : texts) {
      out.append(text);
    }
  }

  /** NULL in place of what is not finite. */
  private void numbers(double... numbers) throws SQLException {
    for (double number : numbers) {
      if (Double.isFinite(number)) {
        out.append(number);
      } else {
        out.appendNull();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    out.close();
  }
}
