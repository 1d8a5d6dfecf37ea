package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.stats.Estimate;
import java.util.List;
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

  static final List<String> HEADER =
      Markdown.header(
          "time of an operation of one worker",
          "campaigns",
          "95 % from forks: holds the truth, half-width",
          "JMH at 95 %",
          "JMH at its own 99.9 %");

  private JmhStudy() {}

  static String row(Campaigns<Throughputs> campaigns) {
    return Markdown.row(
        campaigns.scenario().name(),
        campaigns.found().size(),
        words(campaigns, Throughputs::ours),
        words(campaigns, Throughputs::jmh95),
        words(campaigns, Throughputs::jmh999));
  }

  private static String words(
      Campaigns<Throughputs> campaigns, Function<Throughputs, Estimate> interval) {
    double meanMs =
        campaigns.found().stream()
            .mapToDouble(f -> interval.apply(f).halfWidth())
            .average()
            .orElse(Double.NaN);
    double percent = 100 * meanMs / campaigns.scenario().trueOperationMs();
    return "%s, ± %.2f %%".formatted(holds(campaigns, interval), percent);
  }

  static Rate holds(Campaigns<Throughputs> campaigns, Function<Throughputs, Estimate> interval) {
    double truthMs = campaigns.scenario().trueOperationMs();
    return Rate.of(
        campaigns.found(),
        f -> interval.apply(f).low() <= truthMs && truthMs <= interval.apply(f).high());
  }
}
