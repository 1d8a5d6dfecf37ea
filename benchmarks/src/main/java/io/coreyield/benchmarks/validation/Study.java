package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.model.trial.Run;
import io.coreyield.benchmarks.campaign.session.UnusableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the command {@code validate} runs; tables in Markdown, line by line as they are known. */
public enum Study {
  /** How often intervals hold the truth, on simulated machines. */
  COVERAGE(
      "coverage",
      (settings, out) ->
          settings.table(
              out,
              CoverageStudy.HEADER,
              CoverageStudy.SCENARIOS,
              CampaignResult::of,
              CoverageStudy::row)),
  /** How often figures of unlike code on one core hold the truth, on simulated machines. */
  COHABIT(
      "cohabit",
      (settings, out) ->
          settings.table(
              out,
              CohabitStudy.HEADER,
              CohabitStudy.SCENARIOS,
              CohabitStudy.Result::of,
              CohabitStudy::row)),
  /** How often the A/A control raises an alarm, on simulated machines. */
  ALARMS(
      "alarms",
      (settings, out) -> {
        settings.table(
            out, AlarmStudy.HEADER, AlarmStudy.SCENARIOS, CampaignResult::of, AlarmStudy::row);
        settings.table(
            out, List.of(), AlarmStudy.DIFFERENT, AlarmStudy::different, AlarmStudy::row);
      }),
  /** What background load does to a yield, on simulated machines. */
  ROBUSTNESS(
      "robustness",
      (settings, out) -> {
        print(out, RobustnessStudy.HEADER);
        print(out, RobustnessStudy.run(settings.campaigns(), settings.seed()).markdown());
      }),
  /** What other programs make of the same data, of a real run and of simulated ones. */
  OTHERS(
      "others",
      (settings, out) -> {
        print(out, OthersStudy.HEADER);
        new OthersStudy().rows().forEach(row -> print(out, row.markdown()));
        out.println();
        settings.table(out, JmhStudy.HEADER, JmhStudy.SCENARIOS, Throughputs::of, JmhStudy::row);
      }),
  /** What background load does to throughput, on this machine. */
  NEIGHBOUR(
      "neighbour",
      (settings, out) -> {
        BackgroundLoadExperiment experiment =
            new BackgroundLoadExperiment(
                settings.budget(), settings.cpu(), settings.seed(), settings.directory());
        print(out, experiment.run().markdown());
      });

  private interface Body {
    void run(Settings settings, PrintWriter out) throws IOException, UnusableException;
  }

  /**
   * How a study is run.
   *
   * @param campaigns of each scenario
   * @param seed of the first campaign; each further one has the next
   * @param cpu that the background program keeps busy on this machine
   * @param directory where runs on this machine are written
   */
  public record Settings(int campaigns, long seed, Duration budget, int cpu, Path directory) {

    private <T> void table(
        PrintWriter out,
        List<String> header,
        List<Scenario> scenarios,
        Function<Run, T> reading,
        Function<Campaigns<T>, String> row) {
      print(out, header);
      scenarios.forEach(s -> print(out, row.apply(Campaigns.run(s, campaigns, seed, reading))));
    }
  }

  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // The studies have no state.
  private final Body body;

  Study(String id, Body body) {
    this.id = id;
    this.body = body;
  }

  /**
   * Runs it.
   *
   * @throws IOException if a run cannot be written
   * @throws UnusableException if a campaign cannot run on this machine
   */
  public void run(Settings settings, PrintWriter out) throws IOException, UnusableException {
    body.run(settings, out);
  }

  /** The study of that name; refuses any other name. */
  public static Study of(String id) {
    return Stream.of(values())
        .filter(study -> study.id.equals(id))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'%s' is no study: give coverage, cohabit, alarms, robustness, others or neighbour"
                    .formatted(id)));
  }

  private static void print(PrintWriter out, List<String> lines) {
    lines.forEach(line -> print(out, line));
  }

  private static void print(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public String toString() {
    return id;
  }
}
