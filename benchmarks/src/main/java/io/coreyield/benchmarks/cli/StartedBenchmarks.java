package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.recording.ForkMetric;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Remembers which benchmarks JMH started: it drops a failed one and ends with exit code 0. */
final class StartedBenchmarks {

  private final List<BenchmarkParams> started = new ArrayList<>();

  /** The same format, which also remembers here what JMH starts. */
  OutputFormat remembering(OutputFormat shown) {
    return (OutputFormat)
        Proxy.newProxyInstance(
            OutputFormat.class.getClassLoader(),
            new Class<?>[] {OutputFormat.class},
            (_, method, arguments) -> {
              if (method.getName().equals("startBenchmark")) {
                started.add((BenchmarkParams) arguments[0]);
              }
              try {
                return method.invoke(shown, arguments);
              } catch (InvocationTargetException e) {
                Throwable cause = e.getCause();
                throw cause == null ? e : cause;
              }
            });
  }

  /** A sentence for each benchmark without a result, or with too few forks or no load figures. */
  List<String> missing(Collection<RunResult> results, boolean withLoad) {
    List<String> sentences = new ArrayList<>();
    for (BenchmarkParams params : started) {
      RunResult result =
          results.stream()
              .filter(r -> r.getParams().compareTo(params) == 0)
              .findFirst()
              .orElse(null);
      if (result == null) {
        sentences.add(name(params) + " gave no result: its failure is in the output above");
      } else if (result.getBenchmarkResults().size() < params.getForks()) {
        sentences.add(
            "%s: %d of %d forks gave a result"
                .formatted(name(params), result.getBenchmarkResults().size(), params.getForks()));
      } else if (withLoad && !result.getSecondaryResults().containsKey(ForkMetric.REAL)) {
        sentences.add(name(params) + " has no core-load figures: its fork reported no iteration");
      }
    }
    return sentences;
  }

  /** Whether a fork reported its iterations, and there is no load of them. */
  static boolean isLoadMissing(Collection<RunResult> results) {
    return results.stream()
        .map(result -> result.getSecondaryResults().keySet())
        .anyMatch(labels -> labels.contains(ForkMetric.REAL) && !labels.contains(ForkMetric.BUSY));
  }

  private static String name(BenchmarkParams params) {
    return params.getParamsKeys().stream()
        .map(key -> " " + key + "=" + params.getParam(key))
        .collect(Collectors.joining("", params.getBenchmark(), ""));
  }
}
