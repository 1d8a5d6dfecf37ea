package io.coreyield.analysis.findings.curves;

import io.coreyield.analysis.findings.load.ConfigurationResult;
import io.coreyield.analysis.findings.load.Results;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.Estimate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What {@code time} would say of one operation: all workers, each with its share, from start to
 * join. The table of 2017, for this machine.
 *
 * @param realSeconds wall time
 * @param userSeconds CPU time in the processes' own code
 * @param systemSeconds CPU time in the operating system on their behalf
 */
public record TimeRow(
    Configuration configuration,
    int forks,
    Estimate realSeconds,
    Estimate userSeconds,
    Estimate systemSeconds) {
  /** One row per configuration with a result: curve by curve, by ascending number of workers. */
  public static List<TimeRow> of(Results results) {
    Map<Configuration, List<ConfigurationResult>> byCurve =
        results.arms().stream()
            .collect(
                Collectors.groupingBy(
                    arm -> arm.configuration().withWorkers(1),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byCurve.values().stream()
        .flatMap(curve ->
            curve.stream()
                .sorted(Comparator.comparingInt(arm -> arm.configuration().workers()))
                .map(TimeRow::row))
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
    List<Trial> known = arm.trials().stream().filter(TimeRow::hasCpuUse).toList();
    return known.isEmpty()
        ? Estimate.unknown("the platform does not report the CPU time of processes")
        : new ConfigurationResult(arm.configuration(), known).mean(i -> cpuSeconds(i, part));
  }

  private static boolean hasCpuUse(Trial trial) {
    return trial.measurements().stream().noneMatch(iteration -> iteration.cpuUse() == null);
  }

  private static double cpuSeconds(Iteration iteration, ToLongFunction<CpuUse> part) {
    CpuUse use = iteration.cpuUse();
    return use == null ? Double.NaN : part.applyAsLong(use) / 1e9 / iteration.operations();
  }
}
