package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.MixedPair;
import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.WindowWorker;
import io.coreyield.benchmarks.load.IterationRecorder;
import io.coreyield.benchmarks.machine.Bursts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;

/** A fork that measures the siblings of a core against each other, block by block. */
final class PairFork implements SimulatedTrials.Fork {

  private static final long LEAD_NS = 2_000_000;
  private static final long JOIN_NS = 300_000;

  private final SimulatedTrials.MachineRun run;
  private final SimulatedClock clock;
  private final SimulatedLoad load;
  private final ForkNoise noise;
  private final CorePair pair;
  private final List<Kernel> kernels;
  private final List<PairArm> arms;
  private final long windowNs;
  private final long leadNs;
  private final long bornNs;
  private final UniformRandomProvider random;

  /** The same code on both; the seed decides the order of the arms. */
  PairFork(SimulatedTrials.MachineRun run, ForkNoise noise, CorePair pair, Plan plan, long seed) {
    this(run, noise, pair, List.of(pair.kernel(), pair.kernel()), pair.arms(), plan, seed);
  }

  /** The same with unlike code. */
  PairFork(SimulatedTrials.MachineRun run, ForkNoise noise, MixedPair mixed, Plan plan, long seed) {
    this(
        run,
        noise,
        mixed.pair(),
        List.of(mixed.kernel(0), mixed.kernel(1)),
        mixed.arms(),
        plan,
        seed);
  }

  private PairFork(
      SimulatedTrials.MachineRun run,
      ForkNoise noise,
      CorePair pair,
      List<Kernel> kernels,
      List<PairArm> arms,
      Plan plan,
      long seed) {
    this.run = run;
    this.kernels = kernels;
    this.arms = arms;
    this.clock = run.clock();
    this.load = run.load();
    this.bornNs = clock.nanoTime();
    this.noise = noise;
    this.pair = pair;
    this.windowNs = plan.shape().blocks().windowMs() * 1_000_000L;
    this.leadNs = LEAD_NS + (long) (1e6 * Bursts.under(run.machine().layout().quota()).restMs());
    this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
  }

  /** Every arm once, in an order of its own. */
  @Override
  public long operation(IterationRecorder recorder) {
    List<PairArm> order = new ArrayList<>(arms);
    ListSampler.shuffle(random, order);
    long startNs = clock.nanoTime();
    List<ArmWindow> windows = order.stream().map(this::window).toList();
    recorder.operation(startNs, clock.nanoTime());
    recorder.windows(windows);
    return windows.stream()
        .flatMap(window -> window.workers().stream())
        .map(WindowWorker::cpuNs)
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .sum();
  }

  private ArmWindow window(PairArm arm) {
    load.idle(leadNs);
    List<Integer> cpus = pair.cpus(arm);
    long startNs = clock.nanoTime();
    long endNs = startNs + windowNs;
    List<Kernel> running = arm.workers().stream().map(kernels::get).toList();
    double[] rates = run.speeds().of(running, cpus, startNs, endNs, noise.siblings());
    double luck = noise.next(arm) * run.machine().pace().at(startNs - bornNs);
    double[] wanted = new double[run.machine().layout().logicalCpus()];
    cpus.forEach(cpu -> wanted[cpu] = 1);
    load.pass(windowNs, wanted, arm == PairArm.SAME ? 1 : 0);
    List<WindowWorker> workers = new ArrayList<>();
    for (int i = 0; i < rates.length; i++) {
      workers.add(worker(arm, i, rates[i] * luck * windowNs / 1e9, startNs, endNs));
    }
    load.idle(JOIN_NS);
    return new ArmWindow(arm, startNs, endNs, workers);
  }

  private WindowWorker worker(PairArm arm, int index, double elements, long startNs, long endNs) {
    List<Integer> cpus = pair.cpus(arm);
    int cpu = cpus.get(index);
    double share = run.programs().ownShare(cpu, startNs, endNs) / Collections.frequency(cpus, cpu);
    boolean readsClock = index == 0 || arm == PairArm.SEPARATE || arm == PairArm.SEPARATE_SWAPPED;
    return new WindowWorker(
        cpu,
        elements,
        windowNs,
        Math.round(share * windowNs),
        cpu,
        cpu,
        readsClock ? run.speeds().clockGHz(cpu, cpus, endNs) * noise.clockReading() : null);
  }
}
