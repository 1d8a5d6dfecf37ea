package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.CpuUse;
import io.coreyield.analysis.model.Iteration;
import io.coreyield.analysis.model.LoadSeries;
import io.coreyield.analysis.model.Run;
import io.coreyield.analysis.model.Trial;
import java.util.List;
import java.util.Optional;

/**
 * How loaded the machine was in each trial that gave a result, idle ones included.
 *
 * @param trials one per trial that the load covers, in order
 * @param iterations one per measurement iteration that the load covers, in order
 */
record Loads(List<TrialLoad> trials, List<IterationLoad> iterations) {

  /** One measurement iteration and what the logical CPUs did in it. */
  private record Covered(Trial trial, Iteration iteration, LoadWindow window) {

    double ownCpus() {
      CpuUse use = iteration.cpuUse();
      return use == null ? Double.NaN : (double) use.totalNs() / iteration.durationNs();
    }

    IterationLoad load() {
      return new IterationLoad(
          trial,
          iteration,
          trial
              .configuration()
              .mapToDouble(c -> new Arm(c, List.of(trial)).elementsPerSecond(iteration))
              .findFirst()
              .orElse(Double.NaN),
          window.busyCpus(),
          window.systemCpus(),
          ownCpus(),
          foreign(window.busyCpus(), ownCpus()),
          window.stealCpus());
    }
  }

  static Loads of(Run run) {
    List<List<Covered>> byTrial =
        run.trials().stream()
            .filter(Trial::succeeded)
            .map(trial -> covered(trial, run.load()))
            .filter(covered -> !covered.isEmpty())
            .toList();
    return new Loads(
        byTrial.stream().map(Loads::trialLoad).toList(),
        byTrial.stream().flatMap(List::stream).map(Covered::load).toList());
  }

  private static List<Covered> covered(Trial trial, LoadSeries load) {
    return trial.measurements().stream()
        .flatMap(iteration -> {
          Optional<LoadWindow> window = LoadWindow.of(load, iteration.startNs(), iteration.endNs());
          return window.stream().map(w -> new Covered(trial, iteration, w));
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
        foreign(all.busyCpus(), ownCpus(covered)),
        all.stealCpus());
  }

  /** NaN if it is not known of every iteration. */
  private static double ownCpus(List<Covered> covered) {
    double ownNs =
        covered.stream().mapToDouble(c -> c.ownCpus() * c.iteration().durationNs()).sum();
    return ownNs / covered.stream().mapToLong(c -> c.iteration().durationNs()).sum();
  }

  private static double foreign(double busyCpus, double ownCpus) {
    // Math.max keeps NaN.
    return Math.max(0, busyCpus - ownCpus);
  }
}
