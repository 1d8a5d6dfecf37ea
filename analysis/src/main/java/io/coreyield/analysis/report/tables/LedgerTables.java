package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.findings.trust.Ledger;
import io.coreyield.analysis.findings.trust.LedgerEntry;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.report.tables.Table.Column;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What disturbed iterations: by reason, by what ran, and one by one. */
public final class LedgerTables {

  private LedgerTables() {}

  /** Every reason, whether it occurred or not. */
  public static Table reasons(Ledger ledger) {
    int all = ledger.entries().size();
    return new Table(
        "taints",
        "Why iterations are distrusted, of all that count; one may have several reasons.",
        List.of(
            Column.words("taint", "Taint"),
            Column.words("reason", "What it says"),
            Column.number("threshold_fraction", "Threshold"),
            Column.share("iterations", "Iterations"),
            Column.number("share_fraction", "Share")),
        Stream.of(Taint.values()).map(taint -> row(taint, ledger.tainted(taint), all)).toList());
  }

  private static List<Cell> row(Taint taint, int count, int all) {
    return List.of(
        new Cell.Words(taint.id()),
        new Cell.Words(taint.reason()),
        new Cell.Figure(taint.threshold(), Unit.PERCENT),
        new Cell.Share(count, all, false),
        new Cell.Figure((double) count / all, Unit.PERCENT));
  }

  /** Which arms are tainted how often, the most tainted first. */
  static Table arms(Ledger ledger) {
    Map<String, List<LedgerEntry>> byArm =
        ledger.entries().stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.trial().workload().label(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Column> columns =
        new ArrayList<>(
            List.of(Column.words("what", "What"), Column.share("tainted", "Tainted iterations")));
    Stream.of(Taint.values())
        .forEach(taint -> columns.add(Column.number(column(taint), taint.id())));
    return new Table(
        "taints-by-arm",
        "Tainted iterations by what ran, the most tainted first.",
        columns,
        byArm.entrySet().stream()
            .sorted(
                Comparator.comparingDouble(
                    arm -> -(double) tainted(arm.getValue()) / arm.getValue().size()))
            .map(arm -> row(arm.getKey(), arm.getValue()))
            .toList());
  }

  /** For the page: only what is tainted, and only reasons that occurred. */
  public static Table shownArms(Ledger ledger) {
    Table all = arms(ledger);
    String[] absent =
        Stream.of(Taint.values())
            .filter(taint -> ledger.tainted(taint) == 0)
            .map(LedgerTables::column)
            .toArray(String[]::new);
    return new Table(
            all.name(),
            all.caption(),
            all.columns(),
            all.rows().stream().filter(row -> !row.get(1).exact().equals("0")).toList())
        .without(absent);
  }

  private static List<Cell> row(String label, List<LedgerEntry> entries) {
    List<Cell> row = new ArrayList<>();
    row.add(new Cell.Words(label));
    row.add(new Cell.Share(tainted(entries), entries.size(), false));
    for (Taint taint : Taint.values()) {
      row.add(new Cell.Count(entries.stream().filter(e -> e.taints().contains(taint)).count()));
    }
    return row;
  }

  private static long tainted(List<LedgerEntry> entries) {
    return entries.stream().filter(entry -> !entry.taints().isEmpty()).count();
  }

  private static String column(Taint taint) {
    return taint.id().replace('-', '_');
  }

  /** Every iteration with its figures, for programs. */
  static Table entries(Ledger ledger) {
    return new Columns<LedgerEntry>()
        .count("trial", "Trial", entry -> entry.trial().number())
        .count("round", "Round", entry -> entry.trial().round())
        .words("what", "What", entry -> entry.trial().workload().label())
        .count("iteration", "Iteration", entry -> entry.iteration().index())
        .figure("on_cpu_fraction", "On CPU", Unit.PERCENT, entry -> entry.onCpuShare())
        .figure("steal_fraction", "Steal", Unit.PERCENT, entry -> entry.stealShare())
        .figure("throttled_fraction", "Throttled", Unit.PERCENT, entry -> entry.throttledShare())
        .figure(
            "migrations_per_operation",
            "Migrations per operation",
            Unit.CPUS,
            entry -> entry.migrationsPerOperation())
        .figure("background_cpus", "Background", Unit.CPUS, entry -> entry.backgroundCpus())
        .figure(
            "clock_spread_fraction",
            "Spread of the clock",
            Unit.PERCENT,
            entry -> entry.clockSpread())
        .figure("pressure_fraction", "Pressure", Unit.PERCENT, entry -> entry.pressureShare())
        .words(
            "taints",
            "Taints",
            entry ->
                entry.taints().stream().sorted().map(Taint::id).collect(Collectors.joining(" ")))
        .table("ledger", "What disturbed every iteration that counts.", ledger.entries().stream());
  }
}
