package io.coreyield.benchmarks.load;

import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.recording.ForkMetric;
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
import java.util.TreeMap;
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
    List<TrialListener.IterationEvent> measured =
        ended.listener().take().stream()
            .filter(event -> event.report().phase() == Phase.MEASUREMENT)
            .filter(event -> event.report().operations() > 0)
            .toList();
    if (measured.isEmpty()) {
      return List.of();
    }
    LoadSeries series = ended.samples().build();
    List<Iteration> iterations =
        measured.stream()
            .map(event -> event.report().toIteration(0, null, event.counters()))
            .toList();
    List<ScalarResult> results = new ArrayList<>();
    ForkMetric.of(series, iterations, eachCpu != null ? eachCpu : ForkMetric.showsEachCpu(series))
        .forEach(metric -> add(results, metric.label(), metric.value(), metric.unit()));
    addOwn(results, measured);
    return results;
  }

  private void endSession() throws IOException {
    if (session != null) {
      session.listener().close();
      session = null;
    }
  }

  /** What the benchmark reported itself. */
  private static void addOwn(
      List<ScalarResult> results, List<TrialListener.IterationEvent> measured) {
    Map<String, Double> sums = new TreeMap<>();
    measured.forEach(event ->
        event.report().metrics().forEach((name, value) -> sums.merge(name, value, Double::sum)));
    // JMH writes NaN as text.
    sums.values().removeIf(sum -> Double.isNaN(sum));
    sums.forEach((name, sum) -> add(results, name, sum / measured.size(), ""));
  }

  private static void add(List<ScalarResult> results, String label, double value, String unit) {
    results.add(new ScalarResult(label, value, unit, AggregationPolicy.AVG));
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
