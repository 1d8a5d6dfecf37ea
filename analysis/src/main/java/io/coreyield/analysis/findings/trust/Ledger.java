package io.coreyield.analysis.findings.trust;

import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.Trial;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What disturbed the measurement iterations of a run.
 *
 * @param entries one per measurement iteration of every trial that gave a result, but for idle ones
 */
public record Ledger(List<LedgerEntry> entries) {

  private record Key(int trial, int iteration) {}

  /** Judges every iteration of a run by the thresholds of {@link Taint}. */
  public static Ledger of(Run run) {
    Disturbances disturbances =
        new Disturbances(run.info().machine(), run.load(), run.info().plan().sampleIntervalMs());
    return new Ledger(
        run.trials().stream()
            .filter(Trial::succeeded)
            .filter(trial -> !(trial.workload() instanceof Workload.Idle))
            .flatMap(trial -> trial.measurements().stream().map(i -> disturbances.of(trial, i)))
            .toList());
  }

  public int tainted() {
    return (int) entries.stream().filter(entry -> !entry.taints().isEmpty()).count();
  }

  /** How many entries have this one. */
  public int tainted(Taint taint) {
    return (int) entries.stream().filter(entry -> entry.taints().contains(taint)).count();
  }

  /**
   * The run without its tainted iterations, and without the trials that have no other measurement.
   */
  Run withoutTainted(Run run) {
    Set<Key> tainted = new HashSet<>();
    entries.stream()
        .filter(entry -> !entry.taints().isEmpty())
        .forEach(e -> tainted.add(new Key(e.trial().number(), e.iteration().index())));
    return run.withTrials(
        run.trials().stream().flatMap(trial -> without(trial, tainted).stream()).toList());
  }

  private static Optional<Trial> without(Trial trial, Set<Key> tainted) {
    Stream<Iteration> kept =
        trial.iterations().stream()
            .filter(i -> !tainted.contains(new Key(trial.number(), i.index())));
    return trial.withIterations(kept.toList());
  }
}
