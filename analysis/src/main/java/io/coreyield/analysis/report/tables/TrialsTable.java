package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.chart.TimeScale;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.load.TrialLoad;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.report.tables.Table.Column;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every trial, in order, with the load over its measurement iterations. */
public final class TrialsTable {

  private TrialsTable() {}

  public static Table of(Findings findings) {
    Map<Trial, TrialLoad> loads =
        findings.trialLoads().stream()
            .collect(Collectors.toMap(TrialLoad::trial, Function.identity(), (a, b) -> a));
    Map<Integer, Long> tainted =
        findings.ledger().entries().stream()
            .filter(entry -> !entry.taints().isEmpty())
            .collect(Collectors.groupingBy(entry -> entry.trial().number(), Collectors.counting()));
    Run run = findings.run();
    return new Table(
        "trials",
        "Every trial in order; loads are logical CPUs over its measurement iterations.",
        List.of(
            Column.number("trial", "Trial"),
            Column.number("round", "Round"),
            Column.words("what", "What"),
            Column.words("start", "Start"),
            Column.number("seconds", "Lasted"),
            Column.number("busy_cpus", "Busy"),
            Column.number("system_cpus", "System"),
            Column.number("background_cpus", "Background"),
            Column.number("steal_cpus", "Steal"),
            Column.words("result", "Result")),
        run.trials().stream()
            .map(trial ->
                row(run, trial, loads.get(trial), tainted.getOrDefault(trial.number(), 0L)))
            .toList());
  }

  private static List<Cell> row(Run run, Trial trial, @Nullable TrialLoad load, long tainted) {
    long originNs = run.load().samples() > 0 ? run.load().timeNs(0) : run.info().clock().tNs();
    return List.of(
        new Cell.Count(trial.number()),
        new Cell.Count(trial.round()),
        new Cell.Words(trial.workload().label()),
        new Cell.Words(TimeScale.clock(Math.max(0, trial.startNs() - originNs) / 1_000_000_000L)),
        new Cell.Figure(trial.wallSeconds(), Unit.SECONDS),
        cpus(load, TrialLoad::busyCpus),
        cpus(load, TrialLoad::systemCpus),
        cpus(load, TrialLoad::backgroundCpus),
        cpus(load, TrialLoad::stealCpus),
        new Cell.Words(result(trial, tainted)));
  }

  private static Cell cpus(@Nullable TrialLoad load, ToDoubleFunction<TrialLoad> figure) {
    return new Cell.Figure(load == null ? Double.NaN : figure.applyAsDouble(load), Unit.CPUS);
  }

  private static String result(Trial trial, long tainted) {
    String failure = trial.failure();
    if (failure != null) {
      return "failed: " + failure;
    }
    return tainted == 0
        ? "good"
        : "%d of %d iterations tainted".formatted(tainted, trial.measurements().size());
  }
}
