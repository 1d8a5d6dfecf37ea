package io.coreyield.analysis.findings.trust;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.MixedPair;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The evidence for figures: the same run in three versions.
 *
 * @param all every iteration that counts, tainted or not
 * @param untainted those without a taint
 * @param headline what figures use first: of each arm the untainted iterations where enough forks
 *     have some, else all
 * @param counts by arm
 */
public record TaintSplit(Run all, Run untainted, Run headline, Map<TaintSplit.Key, Counts> counts) {

  /** What forks are replications of. */
  sealed interface Key {}

  private record Nothing() implements Key {}

  private record Named(Configuration configuration, boolean again) implements Key {}

  private record Cores(Kernel kernel, Kernel beside, ConcurrencyModel model) implements Key {}

  /**
   * How much of an arm is tainted.
   *
   * @param iterations that count
   * @param tainted of them
   * @param forks that have an iteration
   * @param untaintedForks that have one without a taint
   */
  public record Counts(int iterations, int tainted, int forks, int untaintedForks) {

    private static final int ENOUGH_FORKS = 3;

    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(
          iterations + other.iterations,
          tainted + other.tainted,
          forks + other.forks,
          untaintedForks + other.untaintedForks);
    }

    /**
     * Whether the untainted iterations are enough to lead: half of the forks have some, and three
     * do, or all where there are fewer.
     */
    public boolean areEnoughUntainted() {
      return untaintedForks >= Math.min(ENOUGH_FORKS, forks) && 2 * untaintedForks >= forks;
    }
  }

  /** Splits a run by the taints of its iterations. */
  public static TaintSplit of(Run run, Ledger ledger) {
    Run untainted = ledger.withoutTainted(run);
    Map<Key, Counts> counts = new HashMap<>();
    run.trials().stream()
        .filter(Trial::succeeded)
        .forEach(trial -> counts.merge(key(trial.workload()), all(trial), Counts::plus));
    untainted.trials().stream()
        .filter(Trial::succeeded)
        .forEach(trial -> counts.merge(key(trial.workload()), untainted(trial), Counts::plus));
    return new TaintSplit(run, untainted, headline(run, untainted, counts), counts);
  }

  private static Counts all(Trial trial) {
    int iterations = trial.measurements().size();
    return new Counts(iterations, iterations, 1, 0);
  }

  private static Counts untainted(Trial trial) {
    return new Counts(0, -trial.measurements().size(), 0, 1);
  }

  private static Run headline(Run all, Run untainted, Map<Key, Counts> counts) {
    Map<Integer, Trial> clean = new HashMap<>();
    untainted.trials().forEach(trial -> clean.put(trial.number(), trial));
    return all.withTrials(
        all.trials().stream()
            .flatMap(trial ->
                counts.getOrDefault(key(trial.workload()), Counts.NONE).areEnoughUntainted()
                    ? Stream.ofNullable(clean.get(trial.number()))
                    : Stream.of(trial))
            .toList());
  }

  private static Key key(Workload workload) {
    return switch (workload) {
      case Workload.Idle() -> new Nothing();
      case Workload.Summation(Configuration c) -> new Named(c, false);
      case Workload.AaRepeat(Configuration c) -> new Named(c, true);
      case Workload.Pair(CorePair pair) -> new Cores(pair.kernel(), pair.kernel(), pair.model());
      case Workload.Mixed(MixedPair mixed) ->
          new Cores(mixed.pair().kernel(), mixed.beside(), mixed.pair().model());
    };
  }

  /** Of one configuration under its first name. */
  public Counts of(Configuration configuration) {
    return counts.getOrDefault(new Named(configuration, false), Counts.NONE);
  }

  /** Of all cores of one kernel and model. */
  public Counts of(Kernel kernel, ConcurrencyModel model) {
    return of(kernel, kernel, model);
  }

  /** Of all cores with one kernel beside another. */
  public Counts of(Kernel kernel, Kernel beside, ConcurrencyModel model) {
    return counts.getOrDefault(new Cores(kernel, beside, model), Counts.NONE);
  }
}
