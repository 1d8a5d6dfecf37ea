package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.LoadWindow;
import io.coreyield.analysis.model.trial.BlockRatios;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.MixedRatios;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A figure of one fork beside its score, as a secondary metric of JMH: what the core-load profiler
 * shows, and {@code jmh.json} holds.
 *
 * @param value finite: a figure that is not known has no metric
 * @param unit empty for a ratio
 */
public record ForkMetric(String label, double value, String unit) {

  /** Label of the number of busy logical CPUs. */
  public static final String BUSY = "load.busy";

  /** Label of the wall time, which every fork that reports an iteration has. */
  public static final String REAL = "time.real";

  private static final String CPUS = "CPUs";
  private static final double NS_PER_MS = 1e6;
  private static final double NS_PER_US = 1e3;
  private static final int MAX_CPUS_SHOWN = 16;

  /** Throws an {@link IllegalArgumentException} if the value is not finite. */
  public ForkMetric {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s is %s: leave out what is not known".formatted(label, value));
    }
  }

  /** Whether the load of each logical CPU is shown where nobody said so: of up to 16. */
  public static boolean showsEachCpu(LoadSeries load) {
    return load.cpuIds().size() <= MAX_CPUS_SHOWN;
  }

  /**
   * The load of the machine and the time of an operation over these iterations of one fork. What is
   * not known is left out.
   *
   * @param measured at least one
   * @param eachCpu whether the load of each logical CPU is among them
   */
  public static List<ForkMetric> of(LoadSeries load, List<Iteration> measured, boolean eachCpu) {
    List<ForkMetric> metrics = new ArrayList<>();
    Optional<LoadWindow> window =
        LoadWindow.over(
            load,
            measured.stream().map(i -> new LoadWindow.Stretch(i.startNs(), i.endNs())).toList());
    window.ifPresent(w -> addLoad(metrics, w, measured));
    if (eachCpu) {
      window.ifPresent(w -> addEachCpu(metrics, load, w));
    }
    addTimes(metrics, measured);
    return metrics;
  }

  /**
   * The yield, floor and ceiling of the blocks of one fork, each the mean of throughput over that
   * of one worker, less 1. Empty where an iteration is no block.
   */
  static List<ForkMetric> ofBlocks(List<Iteration> measured) {
    List<ForkMetric> metrics = new ArrayList<>();
    addRatio(metrics, "yield", measured, BlockRatios::both);
    addRatio(metrics, "floor", measured, BlockRatios::same);
    addRatio(metrics, "ceiling", measured, BlockRatios::separate);
    return metrics;
  }

  /**
   * The mean relative speeds of two kernels over the blocks of one fork, and their sum; with the
   * ending {@code .cores} on two cores.
   */
  static List<ForkMetric> ofMixed(List<Iteration> measured) {
    List<ForkMetric> metrics = new ArrayList<>();
    addSpeeds(metrics, "", measured, MixedRatios::siblings);
    addSpeeds(metrics, ".cores", measured, MixedRatios::cores);
    return metrics;
  }

  private static void addSpeeds(
      List<ForkMetric> metrics,
      String ending,
      List<Iteration> measured,
      Function<MixedRatios, MixedRatios.Speeds> place) {
    addMean(metrics, "speed.kernel" + ending, measured, place, MixedRatios.Speeds::first);
    addMean(metrics, "speed.beside" + ending, measured, place, MixedRatios.Speeds::second);
    addMean(metrics, "weighted-speedup" + ending, measured, place, MixedRatios.Speeds::sum);
  }

  private static void addMean(
      List<ForkMetric> metrics,
      String label,
      List<Iteration> measured,
      Function<MixedRatios, MixedRatios.Speeds> place,
      ToDoubleFunction<MixedRatios.Speeds> figure) {
    measured.stream()
        .map(iteration -> place.apply(MixedRatios.of(iteration.windows())))
        .mapToDouble(figure)
        .average()
        .stream()
        .filter(Double::isFinite)
        .forEach(mean -> metrics.add(new ForkMetric(label, mean, "")));
  }

  private static void addRatio(
      List<ForkMetric> metrics,
      String label,
      List<Iteration> measured,
      ToDoubleFunction<BlockRatios> ratio) {
    double sum = measured.stream().map(i -> BlockRatios.of(i.windows())).mapToDouble(ratio).sum();
    add(metrics, label, sum / measured.size() - 1, "");
  }

  private static void addLoad(
      List<ForkMetric> metrics, LoadWindow window, List<Iteration> measured) {
    add(metrics, BUSY, window.busyCpus(), CPUS);
    add(metrics, "load.system", window.systemCpus(), CPUS);
    add(metrics, "load.steal", window.stealCpus(), CPUS);
    double ownCpus = (cpuNs(measured, CpuUse::totalNs) + hostNs(measured)) / wallNs(measured);
    // Math.max keeps NaN.
    add(metrics, "load.background", Math.max(0, window.busyCpus() - ownCpus), CPUS);
  }

  private static void addEachCpu(List<ForkMetric> metrics, LoadSeries load, LoadWindow window) {
    List<Double> percents = window.busyPercent();
    for (int cpu = 0; cpu < percents.size(); cpu++) {
      add(metrics, "load.cpu" + load.cpuIds().get(cpu), percents.get(cpu), "%");
    }
  }

  private static void addTimes(List<ForkMetric> metrics, List<Iteration> measured) {
    double operations = measured.stream().mapToLong(Iteration::operations).sum();
    long dispatchNs = measured.stream().mapToLong(Iteration::dispatchNs).sum();
    add(metrics, REAL, wallNs(measured) / NS_PER_MS / operations, "ms/op");
    add(metrics, "time.user", cpuNs(measured, CpuUse::userNs) / NS_PER_MS / operations, "ms/op");
    add(
        metrics,
        "time.system",
        cpuNs(measured, CpuUse::systemNs) / NS_PER_MS / operations,
        "ms/op");
    add(metrics, "time.dispatch", dispatchNs / NS_PER_US / operations, "us/op");
  }

  private static void add(List<ForkMetric> metrics, String label, double value, String unit) {
    if (Double.isFinite(value)) {
      metrics.add(new ForkMetric(label, value, unit));
    }
  }

  private static double wallNs(List<Iteration> measured) {
    return measured.stream().mapToLong(Iteration::durationNs).sum();
  }

  /** NaN if it is not known of every iteration. */
  private static double cpuNs(List<Iteration> measured, ToDoubleFunction<CpuUse> part) {
    return measured.stream().mapToDouble(iteration -> cpuNs(iteration.cpuUse(), part)).sum();
  }

  private static double cpuNs(@Nullable CpuUse use, ToDoubleFunction<CpuUse> part) {
    return use == null ? Double.NaN : part.applyAsDouble(use);
  }

  /** Of the host process, which samples; only where it is known. */
  private static double hostNs(List<Iteration> measured) {
    return measured.stream()
        .mapToDouble(iteration -> Objects.requireNonNullElse(iteration.counters().hostCpuNs(), 0L))
        .sum();
  }
}
