package io.coreyield.fleet.ingest;

import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.NamedChoice;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.fleet.store.TrialRow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A trial as a row. */
final class TrialRows {

  private static final double NS_PER_S = 1e9;

  private TrialRows() {}

  static TrialRow of(Trial trial) {
    Workload workload = trial.workload();
    Optional<Configuration> summation = workload.summation();
    return new TrialRow(
        trial.number(),
        trial.round(),
        workload.kernel().map(NamedChoice::id).orElse(null),
        workload.model().map(NamedChoice::id).orElse(null),
        summation.map(Configuration::workers).orElse(null),
        summation.map(Configuration::elements).orElse(null),
        place(workload),
        summation.map(c -> c.scaling().id()).orElse(null),
        trial.startNs() / NS_PER_S,
        trial.wallSeconds(),
        summation.map(c -> elementsPerSecond(trial, c)).orElse(null),
        trial.failure() == null ? null : RunRows.text(trial.failure()));
  }

  private static String place(Workload workload) {
    return switch (workload) {
      case Workload.Idle() -> "idle";
      case Workload.Pair(_) -> "pair";
      case Workload.Mixed(_) -> "mixed";
      case Workload.Summation(var configuration) -> configuration.placement().id();
      case Workload.AaRepeat(var configuration) -> configuration.placement().id();
    };
  }

  /** The mean of the iterations that count; null of a trial that failed. */
  private static @Nullable Double elementsPerSecond(Trial trial, Configuration configuration) {
    double mean =
        trial.measurements().stream()
            .mapToDouble(i -> i.operations() * NS_PER_S / i.durationNs())
            .average()
            .orElse(Double.NaN);
    return trial.succeeded() && !Double.isNaN(mean)
        ? (Double) (mean * configuration.elementsPerOperation())
        : null;
  }
}
