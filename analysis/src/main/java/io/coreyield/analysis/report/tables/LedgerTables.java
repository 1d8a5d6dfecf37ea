package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.findings.trust.Ledger;
import io.coreyield.analysis.findings.trust.LedgerEntry;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.wording.Unit;
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
    return reasons(ledger, Stream.of(Taint.values()));
  }

  /** For the page: only reasons that occurred. */
  public static Table shownReasons(Ledger ledger) {
    return reasons(ledger, occurred(ledger));
  }

  /** The reasons that did not occur. */
  public static List<String> absent(Ledger ledger) {
    return Stream.of(Taint.values())
        .filter(taint -> ledger.tainted(taint) == 0)
        .map(Taint::id)
        .toList();
  }

  private static Stream<Taint> occurred(Ledger ledger) {
    return Stream.of(Taint.values()).filter(taint -> ledger.tainted(taint) > 0);
  }

  private static Table reasons(Ledger ledger, Stream<Taint> shown) {
    int all = ledger.entries().size();
    return new Columns<Taint>()
        .words("taint", "Taint", Taint::id)
        .words("reason", "What it says", Taint::reason)
        .figure("threshold_fraction", "Threshold", Unit.PERCENT, Taint::threshold)
        .share("iterations", "Iterations", t -> new Cell.Share(ledger.tainted(t), all, false))
        .figure("share_fraction", "Share", Unit.PERCENT, t -> (double) ledger.tainted(t) / all)
        .table(
            "taints",
            "Why iterations are distrusted, of all that count; one may have several reasons.",
            shown);
  }

  /** Which arms are tainted how often, the most tainted first. */
  static Table arms(Ledger ledger) {
    return arms(arms(ledger.entries()), Stream.of(Taint.values()));
  }

  /** For the page: only what is tainted, and only reasons that occurred. */
  public static Table shownArms(Ledger ledger) {
    return arms(arms(ledger.entries()).filter(arm -> tainted(arm) > 0), occurred(ledger));
  }

  private static Stream<List<LedgerEntry>> arms(List<LedgerEntry> entries) {
    Map<String, List<LedgerEntry>> byArm =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.trial().workload().label(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byArm.values().stream()
        .sorted(Comparator.comparingDouble(arm -> -(double) tainted(arm) / arm.size()));
  }

  private static Table arms(Stream<List<LedgerEntry>> arms, Stream<Taint> taints) {
    Columns<List<LedgerEntry>> columns =
        new Columns<List<LedgerEntry>>()
            .words("what", "What", arm -> arm.getFirst().trial().workload().label())
            .share(
                "tainted",
                "Tainted iterations",
                arm -> new Cell.Share(tainted(arm), arm.size(), false));
    taints.forEach(taint ->
        columns.count(
            taint.id().replace('-', '_'),
            taint.id(),
            arm -> arm.stream().filter(e -> e.taints().contains(taint)).count()));
    return columns.table(
        "taints-by-arm", "Tainted iterations by what ran, the most tainted first.", arms);
  }

  private static long tainted(List<LedgerEntry> entries) {
    return entries.stream().filter(entry -> !entry.taints().isEmpty()).count();
  }

  /** Every iteration with its figures, for programs. */
  static Table entries(Ledger ledger) {
    return new Columns<LedgerEntry>()
        .count("trial", "Trial", e -> e.trial().number())
        .count("round", "Round", e -> e.trial().round())
        .words("what", "What", e -> e.trial().workload().label())
        .count("iteration", "Iteration", e -> e.iteration().index())
        .figure("on_cpu_fraction", "On CPU", Unit.PERCENT, e -> e.onCpuShare())
        .figure("steal_fraction", "Steal", Unit.PERCENT, e -> e.stealShare())
        .figure("throttled_fraction", "Throttled", Unit.PERCENT, e -> e.throttledShare())
        .figure(
            "migrations_per_operation", "Migrations", Unit.CPUS, e -> e.migrationsPerOperation())
        .figure("background_cpus", "Background", Unit.CPUS, e -> e.backgroundCpus())
        .figure("clock_spread_fraction", "Spread of the clock", Unit.PERCENT, e -> e.clockSpread())
        .figure("pressure_fraction", "Pressure", Unit.PERCENT, e -> e.pressureShare())
        .words("taints", "Taints", LedgerTables::taints)
        .table("ledger", "What disturbed every iteration that counts.", ledger.entries().stream());
  }

  private static String taints(LedgerEntry entry) {
    return entry.taints().stream().sorted().map(Taint::id).collect(Collectors.joining(" "));
  }
}
