package io.coreyield.analysis.findings.curves;

import io.coreyield.analysis.findings.load.ConfigurationResult;
import io.coreyield.analysis.findings.load.Results;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Real, user and system time of one operation. */
public final class Times {

  private Times() {}

  /** One row per configuration with a result: curve by curve, by ascending number of workers. */
  public static List<TimeRow> of(Results results) {
    Map<Configuration, List<TimeRow>> byCurve =
        results.arms().stream()
            .sorted(Comparator.comparingInt(arm -> arm.configuration().workers()))
            .map(Times::row)
            .collect(
                Collectors.groupingBy(
                    row -> row.configuration().withWorkers(1), Collectors.toList()));
    return results.arms().stream()
        .map(arm -> arm.configuration().withWorkers(1))
        .distinct()
        .flatMap(curve -> byCurve.getOrDefault(curve, List.of()).stream())
        .toList();
  }

  private static TimeRow row(ConfigurationResult arm) {
    return new TimeRow(
        arm.configuration(),
        arm.trials().size(),
        arm.mean(iteration -> iteration.durationNs() / 1e9 / iteration.operations()),
        cpuSeconds(arm, CpuUse::userNs),
        cpuSeconds(arm, CpuUse::systemNs));
  }

  private static Estimate cpuSeconds(ConfigurationResult arm, ToLongFunction<CpuUse> part) {
    List<Trial> told = arm.trials().stream().filter(Times::tellsCpuUse).toList();
    if (told.isEmpty()) {
      return Estimate.unknown("the platform does not tell the CPU time of processes");
    }
    return new ConfigurationResult(arm.configuration(), told)
        .mean(iteration -> cpuSeconds(iteration, part));
  }

  private static boolean tellsCpuUse(Trial trial) {
    return trial.measurements().stream().noneMatch(iteration -> iteration.cpuUse() == null);
  }

  private static double cpuSeconds(Iteration iteration, ToLongFunction<CpuUse> part) {
    CpuUse use = iteration.cpuUse();
    return use == null ? Double.NaN : part.applyAsLong(use) / 1e9 / iteration.operations();
  }
}
