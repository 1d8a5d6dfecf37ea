package io.coreyield.fleet.summary;

import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.NamedChoice;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.fleet.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The figures of machines, read once: the latest of each, and the histories of those that have
 * several.
 *
 * @param latest one per machine and row
 * @param histories of named machines, by ascending time, two runs or more
 */
record Figures(List<MachineFigure> latest, List<List<MachineFigure>> histories) {

  /** Of platform threads and of programs of other tools; other models are there for queries. */
  private static final String SQL =
      """
      SELECT r.machine, r.machine_named, r.cpu, r.simulated, r.captured_by, r.started,
        concat_ws(' | ', r.java, r.kernel_code, r.cpu_quota, f.setting),
        f.kind, f.kernel, f.model, f.program,
        f.value, f.low, f.high, f.reason, f.standard_error, f.degrees_of_freedom,
        r.labels['instance-type']
      FROM figures f JOIN runs r USING (run_id)
      WHERE r.trust <> 'no-answer' AND NOT f.tainted AND f.value IS NOT NULL
        AND coalesce(f.model, 'platform') = 'platform'
        AND f.kind IN
          ('paired-yield', 'chip-wide-yield', 'throughput-one-worker', 'throughput-all-cpus')
      ORDER BY f.kind, f.kernel, f.program, r.cpu, r.simulated, r.captured_by, r.machine,
        r.started, r.run_id
      """;

  static Figures of(Database database) {
    Figures figures = new Figures(new ArrayList<>(), new ArrayList<>());
    List<MachineFigure> history = new ArrayList<>();
    for (MachineFigure figure : database.rows(SQL, Figures::read)) {
      if (!history.isEmpty() && !isSame(history.getLast(), figure)) {
        figures.add(history);
        history.clear();
      }
      history.add(figure);
    }
    if (!history.isEmpty()) {
      figures.add(history);
    }
    return figures;
  }

  private static boolean isSame(MachineFigure a, MachineFigure b) {
    return a.machine().equals(b.machine()) && a.row().equals(b.row()) && a.cpu().equals(b.cpu());
  }

  private void add(List<MachineFigure> history) {
    MachineFigure last = history.getLast();
    latest.add(last);
    List<MachineFigure> alike =
        history.stream().filter(f -> f.circumstances().equals(last.circumstances())).toList();
    if (alike.size() > 1 && last.isNamed()) {
      histories.add(alike);
    }
  }

  private static MachineFigure read(ResultSet row) throws SQLException {
    return new MachineFigure(
        row.getString(1),
        row.getString(18),
        row.getBoolean(2),
        new Cpu(row.getString(3), row.getBoolean(4), row.getString(5)),
        subject(row),
        row.getString(7),
        row.getTimestamp(6).toLocalDateTime(),
        estimate(row));
  }

  private static Row subject(ResultSet row) throws SQLException {
    String kind = row.getString(8);
    String kernel = row.getString(9);
    return new Row(
        Stream.of(Kind.values()).filter(k -> k.id().equals(kind)).findFirst().orElseThrow(),
        kernel == null ? null : NamedChoice.find(Kernel.values(), "kernel", kernel),
        row.getString(10) == null ? null : ConcurrencyModel.PLATFORM,
        row.getString(11));
  }

  private static Estimate estimate(ResultSet row) throws SQLException {
    double value = row.getDouble(12);
    double low = row.getDouble(13);
    boolean hasInterval = !row.wasNull();
    String reason = row.getString(15);
    return hasInterval
        ? Estimate.of(value, low, row.getDouble(14)).withError(error(row), row.getDouble(17))
        : Estimate.withoutInterval(value, reason == null ? "no interval" : reason);
  }

  /** NaN where there is none. */
  private static double error(ResultSet row) throws SQLException {
    double error = row.getDouble(16);
    return row.wasNull() ? Double.NaN : error;
  }
}
