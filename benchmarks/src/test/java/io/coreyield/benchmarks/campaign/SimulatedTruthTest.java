package io.coreyield.benchmarks.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.analysis.scaling.Estimator;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.SmtYield;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.benchmarks.simulation.SimulatedMachine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quick campaign finds the truth of machines that have one, at the rate that it states. */
class SimulatedTruthTest {

  private static final int SEEDS = 20;
  private static final long FIRST_SEED = 20_260_301;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "4c8t-fake",
    "4c8t-whole",
    "4c8t-quarter",
    "4c8t-negative",
    "4c8t-mixed",
    "64c128t-numa"
  })
  void theTruthIsFound(String name) throws Exception {
    SimulatedMachine machine = SimulatedCampaigns.machine(name);
    Map<Kernel, List<SmtYield>> found = new EnumMap<>(Kernel.class);
    long t0 = System.nanoTime();
    for (int i = 0; i < SEEDS; i++) {
      Outcome outcome =
          SimulatedCampaigns.run(
              machine, SimulatedCampaigns.quick(), FIRST_SEED + i, directory.resolve("run" + i));
      Findings.of(outcome.run()).yields().stream()
          .filter(y -> y.model() == ConcurrencyModel.PLATFORM)
          .filter(y -> y.estimator() == Estimator.PAIRED)
          .forEach(y -> found.computeIfAbsent(y.kernel(), _ -> new ArrayList<>()).add(y));
    }
    double ceiling = 2 * machine.turbo().at(2) - 1;
    System.out.printf(
        "%s, seeds %d to %d, %.1f s%n",
        name, FIRST_SEED, FIRST_SEED + SEEDS - 1, (System.nanoTime() - t0) / 1e9);
    found.forEach((kernel, yields) -> {
      double truth = machine.truth(kernel).yield();
      System.out.printf(
          "  %-13s truth %5.2f  held %2d  half-width median %.2f max %.2f points  floor held %d ceiling held %d  %s forks %s%n",
          kernel,
          truth,
          yields.stream().filter(y -> holds(y.yield(), truth)).count(),
          100 * median(yields),
          100 * yields.stream().mapToDouble(y -> y.yield().halfWidth()).max().orElseThrow(),
          yields.stream().filter(y -> holds(y.controls().floor(), 0)).count(),
          yields.stream().filter(y -> holds(y.controls().ceiling(), ceiling)).count(),
          yields.stream()
              .collect(
                  java.util.stream.Collectors.groupingBy(
                      y -> y.verdict().answer(), java.util.stream.Collectors.counting())),
          yields.stream().map(y -> y.sampling().forks()).distinct().toList());
    });
    assertThat(found).isNotEmpty();
  }

  private static double median(List<SmtYield> yields) {
    return yields.stream()
        .mapToDouble(y -> y.yield().halfWidth())
        .sorted()
        .skip(yields.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private static boolean holds(Estimate estimate, double truth) {
    return estimate.low() <= truth && truth <= estimate.high();
  }
}
