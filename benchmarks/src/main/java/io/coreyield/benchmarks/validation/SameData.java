package io.coreyield.benchmarks.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * What a run on a real machine measured of one worker and of two, one fork of each per round, in
 * the order of the forks: {@code docs/validation/same-data.csv}.
 */
record SameData(List<SameData.Iteration> iterations) {

  /** One iteration; the on-CPU fraction is that of the worker with the least. */
  record Iteration(
      int workers,
      int round,
      double msPerOperation,
      double elementsPerSecond,
      double onCpuFraction) {}

  static SameData read() {
    return new SameData(
        records("same-data.csv").stream()
            .map(r ->
                new Iteration(
                    Integer.parseInt(r.get("workers")),
                    Integer.parseInt(r.get("round")),
                    Double.parseDouble(r.get("ms_per_operation")),
                    Double.parseDouble(r.get("elements_per_second")),
                    Double.parseDouble(r.get("on_cpu_fraction"))))
            .toList());
  }

  /** The rows of a file in {@code docs/validation}, of which the jar holds a copy. */
  static List<CSVRecord> records(String name) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (InputStream in = SameData.class.getResourceAsStream("/validation/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("the jar holds no file '%s'".formatted(name));
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      return format.parse(reader).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A figure of each iteration of so many workers. */
  double[] each(int workers, ToDoubleFunction<Iteration> figure) {
    return iterations.stream().filter(i -> i.workers() == workers).mapToDouble(figure).toArray();
  }

  /** The same, by fork, in the order of the rounds, by which forks are paired. */
  List<double[]> forks(int workers, ToDoubleFunction<Iteration> figure) {
    return new ArrayList<>(
        iterations.stream()
            .filter(i -> i.workers() == workers)
            .collect(
                Collectors.groupingBy(
                    Iteration::round,
                    TreeMap::new,
                    Collectors.collectingAndThen(
                        Collectors.toList(), fork -> fork.stream().mapToDouble(figure).toArray())))
            .values());
  }
}
