package io.coreyield.benchmarks.cli;

import io.coreyield.benchmarks.load.CoreLoadProfiler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Remembers which benchmarks JMH started: it drops one that fails from its results and ends with
 * exit code 0.
 */
final class StartedBenchmarks implements OutputFormat {

  private final OutputFormat shown;
  private final List<BenchmarkParams> started = new ArrayList<>();

  StartedBenchmarks(OutputFormat shown) {
    this.shown = shown;
  }

  /**
   * One sentence for each benchmark that was started and gave no result, or fewer forks than it
   * should, or no core-load figures.
   *
   * @param withLoad whether core-load figures are expected
   */
  List<String> missing(Collection<RunResult> results, boolean withLoad) {
    List<String> sentences = new ArrayList<>();
    for (BenchmarkParams params : started) {
      RunResult result =
          results.stream().filter(r -> r.getParams().compareTo(params) == 0).findFirst().orElse(null);
      if (result == null) {
        sentences.add(name(params) + " gave no result: its failure is in the output above");
      } else if (result.getBenchmarkResults().size() < params.getForks()) {
        sentences.add(
            "%s: %d of %d forks gave a result"
                .formatted(name(params), result.getBenchmarkResults().size(), params.getForks()));
      } else if (withLoad
          && !result.getSecondaryResults().containsKey(CoreLoadProfiler.BUSY)) {
        sentences.add(name(params) + " has no core-load figures: its fork reported no iteration");
      }
    }
    return sentences;
  }

  private static String name(BenchmarkParams params) {
    StringBuilder name = new StringBuilder(params.getBenchmark());
    for (String key : params.getParamsKeys()) {
      name.append(' ').append(key).append('=').append(params.getParam(key));
    }
    return name.toString();
  }

  @Override
  public void startBenchmark(BenchmarkParams params) {
    started.add(params);
    shown.startBenchmark(params);
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {
    shown.iteration(benchmark, params, iteration);
  }

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {
    shown.iterationResult(benchmark, params, iteration, data);
  }

  @Override
  public void endBenchmark(BenchmarkResult result) {
    shown.endBenchmark(result);
  }

  @Override
  public void startRun() {
    shown.startRun();
  }

  @Override
  public void endRun(Collection<RunResult> result) {
    shown.endRun(result);
  }

  @Override
  public void print(String text) {
    shown.print(text);
  }

  @Override
  public void println(String text) {
    shown.println(text);
  }

  @Override
  public void flush() {
    shown.flush();
  }

  @Override
  public void close() {
    shown.close();
  }

  @Override
  public void verbosePrintln(String text) {
    shown.verbosePrintln(text);
  }

  @Override
  public void write(int character) {
    shown.write(character);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    shown.write(bytes);
  }
}
