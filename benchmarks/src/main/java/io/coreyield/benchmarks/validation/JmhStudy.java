package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How often the interval of a throughput holds the truth, by forks and as JMH makes it: from the
 * iterations of all forks, pooled.
 */
final class JmhStudy {

  private static final String MACHINE = "4c8t-alike";

  static final List<Scenario> SCENARIOS =
      List.of(
          Scenario.iterations("4 forks of 3 iterations", MACHINE, 4, 3),
          Scenario.iterations("4 forks of 20 iterations", MACHINE, 4, 20),
          Scenario.iterations("10 forks of 5 iterations", MACHINE, 10, 5));

  /**
   * What one scenario gave.
   *
   * @param scenario that was run
   * @param found of every campaign
   */
  record Row(Scenario scenario, List<Throughputs> found) {

    Rate holds(Function<Throughputs, Estimate> interval) {
      double truthMs = scenario.trueOperationMs();
      return Rate.of(
          found, f -> interval.apply(f).low() <= truthMs && truthMs <= interval.apply(f).high());
    }

    /** The mean over campaigns, in percent of the truth. */
    private double halfWidthPercent(Function<Throughputs, Estimate> interval) {
      double meanMs =
          found.stream()
              .mapToDouble(f -> interval.apply(f).halfWidth())
              .average()
              .orElse(Double.NaN);
      return 100 * meanMs / scenario.trueOperationMs();
    }

    String markdown() {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %s | %s | %s |",
          scenario.name(),
          found.size(),
          words(Throughputs::ours),
          words(Throughputs::jmh95),
          words(Throughputs::jmh999));
    }

    private String words(Function<Throughputs, Estimate> interval) {
      return String.format(
          Locale.ROOT, "%s, ± %.2f %%", holds(interval).words(), halfWidthPercent(interval));
    }
  }

  private JmhStudy() {}

  static Row row(Scenario scenario, int campaigns, long firstSeed) {
    return new Row(scenario, Campaigns.run(scenario, campaigns, firstSeed, Throughputs::of));
  }

  static List<String> header() {
    return List.of(
        "| time of an operation of one worker | campaigns | 95 % from forks: holds the truth, half-width | JMH at 95 % | JMH at its own 99.9 % |",
        "| --- | --- | --- | --- | --- |");
  }
}
