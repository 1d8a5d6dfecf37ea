package io.coreyield.benchmarks;

import io.coreyield.analysis.model.plan.ArraySizes;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.benchmarks.concurrency.Windows;
import io.coreyield.benchmarks.concurrency.WorkerFailedException;
import io.coreyield.benchmarks.concurrency.WorkerGroup;
import io.coreyield.benchmarks.machine.QuotaGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;

/** The blocks of one core in the fork: each combination of CPUs once, in random order. */
final class PairTrial implements AutoCloseable {

  private static final int WORKERS = 2;

  /** How often a window is measured anew that the CPU quota stopped. */
  private static final int MAX_TRIES = 5;

  private final CorePair pair;
  private final ArraySizes arrays;
  private final int windowMs;
  private final QuotaGuard guard = QuotaGuard.ofThisProcess();
  private final WorkerGroup group;
  private final UniformRandomProvider random;

  /**
   * Starts the workers and fills their arrays, both at once; the seed decides the order of the
   * arms.
   */
  PairTrial(CorePair pair, ArraySizes arrays, int windowMs, long seed) {
    this.pair = pair;
    this.arrays = arrays;
    this.windowMs = windowMs;
    this.group = WorkerGroup.open(pair.model(), WORKERS, List.of());
    this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    Windows.open(group, pair.kernel(), arrays.elements(pair.kernel()), places(widestArm()));
  }

  /** The arm of two workers that keeps them furthest apart. */
  private PairArm widestArm() {
    return Stream.of(PairArm.SEPARATE, PairArm.BOTH)
        .filter(pair.arms()::contains)
        .findFirst()
        .orElse(PairArm.SAME);
  }

  List<ArmWindow> block() {
    List<PairArm> arms = new ArrayList<>(pair.arms());
    ListSampler.shuffle(random, arms);
    return arms.stream().map(this::window).toList();
  }

  private ArmWindow window(PairArm arm) {
    return Stream.generate(() -> guard.run(() -> measure(arm)))
        .limit(MAX_TRIES)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() ->
            new WorkerFailedException(
                "the CPU quota stopped the workers on logical CPUs %s in each of %d windows of %d ms: give --window a smaller number, or lift the quota"
                    .formatted(pair.cpus(arm), MAX_TRIES, windowMs)));
  }

  private ArmWindow measure(PairArm arm) {
    Windows.Measured measured =
        Windows.run(group, pair.kernel(), arrays.elements(pair.kernel()), places(arm), windowMs);
    measured
        .workers()
        .forEach(worker ->
            OperationLog.requirePossible(
                pair.kernel(), (measured.endNs() - measured.startNs()) / worker.elements()));
    return new ArmWindow(arm, measured.startNs(), measured.endNs(), measured.workers());
  }

  /**
   * The sibling alone is measured with the worker that it has in the pair. The clock is read once
   * on each core, by its first worker, while the other one rests.
   */
  private List<Windows.Place> places(PairArm arm) {
    List<Integer> cpus = pair.cpus(arm);
    return switch (arm) {
      case FIRST -> List.of(new Windows.Place(0, cpus.getFirst(), true));
      case SECOND, OTHER -> List.of(new Windows.Place(1, cpus.getFirst(), true));
      case BOTH, SAME, SEPARATE ->
          List.of(
              new Windows.Place(0, cpus.getFirst(), true),
              new Windows.Place(1, cpus.getLast(), arm == PairArm.SEPARATE));
    };
  }

  Optional<CpuUse> cpuUse() {
    return group.cpuUse();
  }

  @Override
  public void close() {
    group.close();
  }
}
