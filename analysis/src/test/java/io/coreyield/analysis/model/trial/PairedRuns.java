package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs of machines that do not exist in which cores were paired, with known yields. */
public final class PairedRuns {

  /** What a second core of its own adds: a little less than a whole one. */
  public static final double CEILING = 0.99;

  private static final long MILLISECOND = 1_000_000L;

  /** Yields of all kernels, of every kind: partial, fake, harmful. */
  public static final Map<Kernel, Double> YIELDS =
      Map.of(
          Kernel.RANGE, 0.81,
          Kernel.RANGE_DOUBLE, 0.98,
          Kernel.RANGE_ILP, 0.03,
          Kernel.ARRAY_PORTS, 0.02,
          Kernel.ARRAY_STREAM, -0.12,
          Kernel.ARRAY_CHASE, 0.79);

  private PairedRuns() {}

  /** Four cores of two siblings, every kernel, platform threads, simulated. */
  public static Run full() {
    return run(SimulatedRuns.machine(4, 2), YIELDS, 0.004, true);
  }

  /** As below, of platform threads. */
  public static Run run(
      Machine machine, Map<Kernel, Double> yields, double noise, boolean simulated) {
    return run(machine, yields, List.of(ConcurrencyModel.PLATFORM), noise, simulated);
  }

  /**
   * A curve of the range kernel and three rounds of every pair.
   *
   * @param yields what a sibling adds, by kernel
   * @param models each adds a point less than the one before it
   * @param noise standard deviation of a window's throughput, as a fraction
   */
  public static Run run(
      Machine machine,
      Map<Kernel, Double> yields,
      List<ConcurrencyModel> models,
      double noise,
      boolean simulated) {
    Run curve =
        SimulatedRuns.run(
            machine,
            List.of(Kernel.RANGE),
            List.of(ConcurrencyModel.PLATFORM, ConcurrencyModel.GLOBAL_LOCK),
            3,
            yields.getOrDefault(Kernel.RANGE, 0.25),
            0.004,
            20_171_226L);
    List<CorePair> pairs = pairs(machine.topology(), yields, models);
    List<Trial> trials = new ArrayList<>(curve.trials());
    Random random = new Random(5);
    for (int round = 0; round < 3; round++) {
      for (CorePair pair : pairs) {
        double yield =
            yields.getOrDefault(pair.kernel(), 0.0) - 0.01 * models.indexOf(pair.model());
        trials.add(trial(trials, round, pair, yield, noise, random));
      }
    }
    return new Run(
        with(curve.info(), pairs, simulated), trials, covered(curve.load(), trials), curve.swap());
  }

  /** The load goes on, with one CPU busy, to the end of the last trial. */
  private static LoadSeries covered(LoadSeries load, List<Trial> trials) {
    LoadSeries.Builder longer = new LoadSeries.Builder();
    for (int sample = 0; sample < load.samples(); sample++) {
      longer.add(load.sample(sample));
    }
    int last = load.samples() - 1;
    List<CpuTimes> times = load.sample(last).times();
    for (Trial trial : trials) {
      long ms = (trial.endNs() - load.timeNs(last)) / MILLISECOND;
      if (ms > 0) {
        List<CpuTimes> now = new ArrayList<>();
        for (int cpu = 0; cpu < times.size(); cpu++) {
          CpuTimes t = times.get(cpu);
          long busy = cpu == 0 ? ms : 0;
          now.add(
              new CpuTimes(t.userMs() + busy, 0, t.systemMs(), t.idleMs() + ms - busy, 0, 0, 0, 0));
        }
        longer.add(new LoadSample(trial.endNs(), load.cpuIds(), now));
      }
    }
    return longer.build();
  }

  private static List<CorePair> pairs(
      Topology topology, Map<Kernel, Double> yields, List<ConcurrencyModel> models) {
    return Stream.of(Kernel.values())
        .filter(yields::containsKey)
        .flatMap(kernel ->
            models.stream()
                .flatMap(model ->
                    topology.cores().stream().map(core -> pair(kernel, model, core, topology))))
        .toList();
  }

  private static CorePair pair(
      Kernel kernel, ConcurrencyModel model, List<LogicalCpu> core, Topology topology) {
    @Nullable Integer second = core.size() > 1 ? core.get(1).id() : null;
    @Nullable Integer other = topology.ceilingPartner(core).map(LogicalCpu::id).orElse(null);
    return new CorePair(kernel, model, core.getFirst().id(), second, other);
  }

  private static Trial trial(
      List<Trial> before, int round, CorePair pair, double yield, double noise, Random random) {
    long startNs = before.getLast().endNs();
    double fork = Math.exp(noise * random.nextGaussian());
    List<Iteration> blocks = new ArrayList<>();
    for (int block = 0; block < 6; block++) {
      long from = startNs + (1 + block) * (250 * MILLISECOND);
      blocks.add(block(block, from, pair, yield, noise, fork, random));
    }
    long endNs = startNs + 7 * 250 * MILLISECOND;
    Workload workload = new Workload.Pair(pair);
    return new Trial(before.size(), round, round, workload, startNs, endNs, null, blocks, null);
  }

  private static Iteration block(
      int index,
      long fromNs,
      CorePair pair,
      double yield,
      double noise,
      double fork,
      Random random) {
    double one =
        fork * SimulatedRuns.ONE_CORE_ELEMENTS_PER_SECOND / pair.kernel().zen4CyclesPerElement();
    List<ArmWindow> windows = new ArrayList<>();
    for (PairArm arm : pair.arms()) {
      long start = fromNs + windows.size() * (35 * MILLISECOND);
      double perSecond = one * worth(arm, yield) * Math.exp(noise * random.nextGaussian());
      windows.add(window(arm, start, pair.cpus(arm), perSecond));
    }
    Phase phase = index == 0 ? Phase.WARMUP : Phase.MEASUREMENT;
    long endNs = fromNs + 240 * MILLISECOND;
    Iteration iteration =
        new Iteration(index, phase, fromNs, endNs, 1, 240.0, 0, List.of(), null, Set.of());
    return Copies.with(iteration, "windows", windows);
  }

  private static double worth(PairArm arm, double yield) {
    return switch (arm) {
      case FIRST, SECOND, OTHER, SAME -> 1;
      case BOTH -> 1 + yield;
      case SEPARATE -> 1 + CEILING;
      case FIRST_SWAPPED, SECOND_SWAPPED, BOTH_SWAPPED, OTHER_SWAPPED, SEPARATE_SWAPPED ->
          throw new IllegalArgumentException("%s has one kernel".formatted(arm));
    };
  }

  private static ArmWindow window(PairArm arm, long start, List<Integer> cpus, double perSecond) {
    long ns = 30 * MILLISECOND;
    double each = perSecond * ns / 1e9 / cpus.size();
    List<WindowWorker> workers =
        cpus.stream().map(cpu -> new WindowWorker(cpu, each, ns, ns, cpu, cpu, null)).toList();
    return new ArmWindow(arm, start, start + ns, workers);
  }

  private static RunInfo with(RunInfo info, List<CorePair> pairs, boolean simulated) {
    Plan plan = Copies.with(info.plan(), "pairs", pairs, "pairsPerRound", 1);
    return info.withOrigin(Copies.with(info.measured(), "simulated", simulated, "plan", plan));
  }
}
