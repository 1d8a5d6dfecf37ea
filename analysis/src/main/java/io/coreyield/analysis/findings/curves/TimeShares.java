package io.coreyield.analysis.findings.curves;

import io.coreyield.analysis.findings.trust.Ledger;
import io.coreyield.analysis.findings.trust.LedgerEntry;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.WorkerTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Where the time of a configuration's workers went, as shares of all workers' wall time: 1 is every
 * worker from the start to the end of every operation. The shares that are known add up to 1.
 *
 * @param work on a CPU; where the CPU time of workers is unknown, that of their processes; NaN
 *     where both are unknown
 * @param dispatch starting and joining: an operation was under way and the slowest worker was not
 * @param waiting for a CPU, a lock or the slowest worker: what is left; NaN where {@code work} is
 * @param steal taken by the hypervisor, at most what workers were off their CPUs; NaN where no load
 *     was sampled, and it is then in {@code waiting}
 */
public record TimeShares(
    Configuration configuration,
    int forks,
    double work,
    double dispatch,
    double waiting,
    double steal) {

  private record Parts(double work, double dispatch, double waiting, double steal) {}

  /**
   * One per configuration of the ledger, tainted iterations included, by kernel, model, placement
   * and workers. Iterations count alike within a fork, and forks within a configuration.
   */
  public static List<TimeShares> of(Ledger ledger) {
    Map<Configuration, Map<Integer, List<Parts>>> forks = new LinkedHashMap<>();
    for (LedgerEntry entry : ledger.entries()) {
      entry
          .trial()
          .configuration()
          .forEach(c ->
              forks
                  .computeIfAbsent(c, _ -> new LinkedHashMap<>())
                  .computeIfAbsent(entry.trial().number(), _ -> new ArrayList<>())
                  .add(parts(c, entry)));
    }
    return forks.entrySet().stream()
        .map(e -> mean(e.getKey(), List.copyOf(e.getValue().values())))
        .sorted(
            Comparator.comparing((TimeShares s) -> s.configuration().kernel())
                .thenComparing(s -> s.configuration().model())
                .thenComparing(s -> s.configuration().placement())
                .thenComparing(s -> s.configuration().scaling())
                .thenComparingInt(s -> s.configuration().workers()))
        .toList();
  }

  private static TimeShares mean(Configuration configuration, List<List<Parts>> forks) {
    return new TimeShares(
        configuration,
        forks.size(),
        mean(forks, Parts::work),
        mean(forks, Parts::dispatch),
        mean(forks, Parts::waiting),
        mean(forks, Parts::steal));
  }

  private static double mean(List<List<Parts>> forks, ToDoubleFunction<Parts> part) {
    return forks.stream()
        .mapToDouble(fork -> fork.stream().mapToDouble(part).average().orElseThrow())
        .average()
        .orElseThrow();
  }

  private static Parts parts(Configuration configuration, LedgerEntry entry) {
    Iteration iteration = entry.iteration();
    double dispatch = Math.min(1, (double) iteration.dispatchNs() / iteration.durationNs());
    double all = (double) configuration.workers() * iteration.durationNs();
    // Clocks differ by a tick, so the sum may exceed 1.
    double work = Math.min(cpuNs(iteration) / all, 1 - dispatch);
    double off = 1 - dispatch - work;
    double steal = Double.isNaN(off) ? entry.stealShare() : Math.min(entry.stealShare(), off);
    return new Parts(work, dispatch, off - (Double.isNaN(steal) ? 0 : steal), steal);
  }

  private static double cpuNs(Iteration iteration) {
    double ofWorkers = WorkerTime.cpuNs(iteration.workers());
    if (!iteration.workers().isEmpty() && !Double.isNaN(ofWorkers)) {
      return ofWorkers;
    }
    CpuUse processes = iteration.cpuUse();
    return processes == null ? Double.NaN : processes.totalNs();
  }
}
