package io.coreyield.analysis.findings.load;

import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.LoadWindow;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How loaded the machine was in each trial that gave a result, idle ones included.
 *
 * @param trials one per trial that the load covers, in order
 * @param iterations one per measurement iteration that the load covers, in order
 */
public record Loads(List<TrialLoad> trials, List<IterationLoad> iterations) {

  /** One measurement iteration and what the logical CPUs did in it. */
  private record Covered(
      Trial trial, Iteration iteration, LoadWindow window, double siblingSharedCpus) {

    double ownCpus() {
      CpuUse use = iteration.cpuUse();
      return use == null ? Double.NaN : (double) use.totalNs() / iteration.durationNs();
    }

    /** With the host process, which samples; only where it is known. */
    double ownAndHostCpus() {
      Long hostNs = iteration.counters().hostCpuNs();
      return ownCpus() + (hostNs == null ? 0 : (double) hostNs / iteration.durationNs());
    }

    IterationLoad load() {
      return new IterationLoad(
          trial,
          iteration,
          trial
              .configuration()
              .mapToDouble(
                  c -> new ConfigurationResult(c, List.of(trial)).elementsPerSecond(iteration))
              .findFirst()
              .orElse(Double.NaN),
          window.busyCpus(),
          window.systemCpus(),
          siblingSharedCpus,
          ownCpus(),
          background(window.busyCpus(), ownAndHostCpus()),
          window.stealCpus());
    }
  }

  public static Loads of(Run run) {
    List<List<LogicalCpu>> shared =
        run.info().machine().topology().cores().stream().filter(core -> core.size() > 1).toList();
    List<List<Covered>> byTrial =
        run.trials().stream()
            .filter(Trial::succeeded)
            .map(trial -> covered(trial, run.load(), shared))
            .filter(covered -> !covered.isEmpty())
            .toList();
    return new Loads(
        byTrial.stream().map(Loads::trialLoad).toList(),
        byTrial.stream().flatMap(List::stream).map(Covered::load).toList());
  }

  private static List<Covered> covered(
      Trial trial, LoadSeries load, List<List<LogicalCpu>> shared) {
    return trial.measurements().stream()
        .flatMap(iteration -> {
          Optional<LoadWindow> window = LoadWindow.of(load, iteration.startNs(), iteration.endNs());
          return window.stream()
              .map(w -> new Covered(trial, iteration, w, siblingSharedCpus(w, shared)));
        })
        .toList();
  }

  private static TrialLoad trialLoad(List<Covered> covered) {
    LoadWindow all = covered.stream().map(Covered::window).reduce(LoadWindow::plus).orElseThrow();
    return new TrialLoad(
        covered.getFirst().trial(),
        all.busyPercent(),
        all.busyCpus(),
        all.systemCpus(),
        background(all.busyCpus(), ownAndHostCpus(covered)),
        all.stealCpus());
  }

  /** At least: two logical CPUs that are busy for 70 % of the time are both busy for 40 %. */
  private static double siblingSharedCpus(LoadWindow window, List<List<LogicalCpu>> cores) {
    Map<Integer, Double> busy = window.busyByCpu();
    return cores.stream()
        .mapToDouble(
            core -> core.stream().mapToDouble(cpu -> busy.getOrDefault(cpu.id(), 0.0)).sum() - 1)
        .map(shared -> Math.max(0, shared))
        .sum();
  }

  /** NaN if it is not known of every iteration. */
  private static double ownAndHostCpus(List<Covered> covered) {
    double ownNs =
        covered.stream().mapToDouble(c -> c.ownAndHostCpus() * c.iteration().durationNs()).sum();
    return ownNs / covered.stream().mapToLong(c -> c.iteration().durationNs()).sum();
  }

  private static double background(double busyCpus, double ownCpus) {
    // Math.max keeps NaN.
    return Math.max(0, busyCpus - ownCpus);
  }
}
