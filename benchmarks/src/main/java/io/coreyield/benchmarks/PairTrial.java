package io.coreyield.benchmarks;

import io.coreyield.analysis.model.plan.ArraySizes;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.MixedPair;
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
  private final List<Kernel> kernels;
  private final List<PairArm> arms;
  private final ArraySizes arrays;
  private final int windowMs;
  private final QuotaGuard guard = QuotaGuard.ofThisProcess();
  private final WorkerGroup group;
  private final UniformRandomProvider random;

  /**
   * The same code on both; starts the workers and fills their arrays, both at once.
   *
   * @param seed decides the order of the arms
   */
  PairTrial(CorePair pair, ArraySizes arrays, int windowMs, long seed) {
    this(pair, List.of(pair.kernel(), pair.kernel()), pair.arms(), arrays, windowMs, seed);
  }

  /** The same with unlike code on them. */
  PairTrial(MixedPair mixed, ArraySizes arrays, int windowMs, long seed) {
    this(
        mixed.pair(),
        List.of(mixed.kernel(0), mixed.kernel(1)),
        mixed.arms(),
        arrays,
        windowMs,
        seed);
  }

  private PairTrial(
      CorePair pair,
      List<Kernel> kernels,
      List<PairArm> arms,
      ArraySizes arrays,
      int windowMs,
      long seed) {
    this.pair = pair;
    this.kernels = kernels;
    this.arms = arms;
    this.arrays = arrays;
    this.windowMs = windowMs;
    this.group = WorkerGroup.open(pair.model(), WORKERS, List.of());
    this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    Windows.open(group, places(widestArm()));
  }

  /** The arm of two workers that keeps them furthest apart. */
  private PairArm widestArm() {
    return Stream.of(PairArm.SEPARATE, PairArm.BOTH)
        .filter(arms::contains)
        .findFirst()
        .orElse(PairArm.SAME);
  }

  List<ArmWindow> block() {
    List<PairArm> order = new ArrayList<>(arms);
    ListSampler.shuffle(random, order);
    return order.stream().map(this::window).toList();
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
    List<Windows.Place> places = places(arm);
    Windows.Measured measured = Windows.run(group, places, windowMs);
    double ns = measured.endNs() - measured.startNs();
    for (int i = 0; i < places.size(); i++) {
      OperationLog.requirePossible(
          places.get(i).kernel(), ns / measured.workers().get(i).elements());
    }
    return new ArmWindow(arm, measured.startNs(), measured.endNs(), measured.workers());
  }

  /**
   * A worker alone is the one that it is in the pair. The clock is read once on each core, by its
   * first worker, while the other one rests.
   */
  private List<Windows.Place> places(PairArm arm) {
    List<Integer> cpus = pair.cpus(arm);
    boolean onTwoCores = arm == PairArm.SEPARATE || arm == PairArm.SEPARATE_SWAPPED;
    List<Windows.Place> places = new ArrayList<>();
    for (int worker : arm.workers()) {
      Kernel kernel = kernels.get(worker);
      int place = places.size();
      places.add(
          new Windows.Place(
              worker, cpus.get(place), kernel, arrays.elements(kernel), place == 0 || onTwoCores));
    }
    return places;
  }

  Optional<CpuUse> cpuUse() {
    return group.cpuUse();
  }

  @Override
  public void close() {
    group.close();
  }
}
