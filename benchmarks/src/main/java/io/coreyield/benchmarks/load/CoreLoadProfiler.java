package io.coreyield.benchmarks.load;

import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.LoadWindow;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.benchmarks.machine.ArraySizing;
import io.coreyield.benchmarks.machine.ForkProperties;
import io.coreyield.benchmarks.machine.MachineReader;
import io.coreyield.benchmarks.machine.Oshi;
import io.coreyield.benchmarks.machine.PlacementOrder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The load of every logical CPU while a benchmark runs, as JMH's secondary metrics: one value per
 * fork, over its measurement iterations. It samples in the host, not in the measured JVM.
 *
 * <p>{@code -prof coreload} or {@code -prof coreload:cpus=all|none}: with or without the load of
 * each logical CPU. The default is {@code all} for up to 16 logical CPUs.
 */
public final class CoreLoadProfiler implements ExternalProfiler {

  /** Label of the number of busy logical CPUs. */
  public static final String BUSY = "load.busy";

  /** Label of the wall time, which every fork that reports an iteration has. */
  public static final String REAL = "time.real";

  private static final double NS_PER_MS = 1e6;
  private static final int MAX_CPUS_BY_DEFAULT = 16;

  private final @Nullable Boolean eachCpu;
  private @Nullable Session session;

  public CoreLoadProfiler() {
    this.eachCpu = null;
  }

  /**
   * With options of JMH's command line.
   *
   * @throws ProfilerException if they are not {@code cpus=all} or {@code cpus=none}
   */
  public CoreLoadProfiler(String options) throws ProfilerException {
    this.eachCpu =
        switch (options) {
          case "" -> null;
          case "cpus=all" -> true;
          case "cpus=none" -> false;
          default ->
              throw new ProfilerException(
                  "coreload does not know '%s': give cpus=all or cpus=none".formatted(options));
        };
  }

  /** The first reading of the processor takes up to 1.2 s: once per host, before any fork. */
  private static final class Host {
    static final Oshi OSHI = Oshi.open();
    static final Machine MACHINE = MachineReader.read(OSHI);
  }

  private record Session(LoadSeries.Builder samples, TrialListener listener) {

    static Session open() throws IOException {
      LoadSeries.Builder samples = new LoadSeries.Builder();
      return new Session(
          samples, TrialListener.open(Host.OSHI, samples::add, LoadSampler.DEFAULT_INTERVAL_MS));
    }
  }

  @Override
  public Collection<String> addJVMInvokeOptions(BenchmarkParams params) {
    return List.of();
  }

  @Override
  public Collection<String> addJVMOptions(BenchmarkParams params) {
    try {
      // A fork that failed was never closed.
      endSession();
      session = Session.open();
      List<String> arguments = new ArrayList<>(List.of(session.listener().jvmArgument()));
      if (params.getParamsKeys().contains("placement")) {
        arguments.add(ForkProperties.cpusArgument(cpus(params)));
      }
      if (params.getParamsKeys().contains("kernel")) {
        arguments.add(ForkProperties.arraysArgument(ArraySizing.of(Host.MACHINE)));
      }
      return arguments;
    } catch (IOException e) {
      throw new UncheckedIOException("no link to the fork can be opened", e);
    }
  }

  private static List<Integer> cpus(BenchmarkParams params) {
    return PlacementOrder.of(
        Placement.of(params.getParam("placement")),
        Host.MACHINE.topology(),
        Integer.parseInt(params.getParam("workers")));
  }

  @Override
  public void beforeTrial(BenchmarkParams params) {
    // addJVMOptions began the session.
  }

  @Override
  public Collection<? extends Result<?>> afterTrial(
      BenchmarkResult result, long pid, File stdOut, File stdErr) {
    Session ended = session;
    if (ended == null) {
      return List.of();
    }
    try {
      endSession();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<IterationReport> measured =
        ended.listener().take().stream()
            .map(TrialListener.IterationEvent::report)
            .filter(report -> report.phase() == Phase.MEASUREMENT && report.operations() > 0)
            .toList();
    if (measured.isEmpty()) {
      return List.of();
    }
    LoadSeries series = ended.samples().build();
    Optional<LoadWindow> window =
        LoadWindow.over(
            series,
            measured.stream().map(r -> new LoadWindow.Stretch(r.startNs(), r.endNs())).toList());
    List<ScalarResult> results = new ArrayList<>();
    window.ifPresent(w -> addLoad(results, series, w, measured));
    addTimes(results, measured);
    return results;
  }

  private void endSession() throws IOException {
    if (session != null) {
      session.listener().close();
      session = null;
    }
  }

  private static CpuUse use(List<IterationReport> measured) {
    return measured.stream()
        .flatMap(report -> Stream.ofNullable(report.cpuUse()))
        .reduce(new CpuUse(0, 0), CpuUse::plus);
  }

  private static double wallNs(List<IterationReport> measured) {
    return measured.stream().mapToLong(r -> r.endNs() - r.startNs()).sum();
  }

  private void addLoad(
      List<ScalarResult> results,
      LoadSeries series,
      LoadWindow window,
      List<IterationReport> measured) {
    add(results, BUSY, window.busyCpus(), "CPUs");
    add(results, "load.system", window.systemCpus(), "CPUs");
    add(results, "load.steal", window.stealCpus(), "CPUs");
    double otherCpus = window.busyCpus() - use(measured).totalNs() / wallNs(measured);
    add(results, "load.background", Math.max(0, otherCpus), "CPUs");
    List<Double> percents = window.busyPercent();
    if (eachCpu != null ? eachCpu : percents.size() <= MAX_CPUS_BY_DEFAULT) {
      for (int cpu = 0; cpu < percents.size(); cpu++) {
        add(results, "load.cpu" + series.cpuIds().get(cpu), percents.get(cpu), "%");
      }
    }
  }

  private static void addTimes(List<ScalarResult> results, List<IterationReport> measured) {
    CpuUse use = use(measured);
    double wallNs = wallNs(measured);
    double operations = measured.stream().mapToLong(IterationReport::operations).sum();
    long dispatchNs = measured.stream().mapToLong(IterationReport::dispatchNs).sum();
    add(results, REAL, wallNs / NS_PER_MS / operations, "ms/op");
    add(results, "time.user", use.userNs() / NS_PER_MS / operations, "ms/op");
    add(results, "time.system", use.systemNs() / NS_PER_MS / operations, "ms/op");
    add(results, "time.dispatch", dispatchNs / 1e3 / operations, "us/op");
    Map<String, Double> sums = new TreeMap<>();
    measured.forEach(
        report -> report.metrics().forEach((name, value) -> sums.merge(name, value, Double::sum)));
    sums.forEach((name, sum) -> add(results, name, sum / measured.size(), ""));
  }

  /** JMH writes NaN as text. */
  private static void add(List<ScalarResult> results, String label, double value, String unit) {
    if (!Double.isNaN(value)) {
      results.add(new ScalarResult(label, value, unit, AggregationPolicy.AVG));
    }
  }

  @Override
  public boolean allowPrintOut() {
    return true;
  }

  @Override
  public boolean allowPrintErr() {
    return true;
  }

  @Override
  public String getDescription() {
    return "Load of every logical CPU by OSHI, CPU time and dispatch; short name: coreload";
  }
}
