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
  COVERAGE("coverage") {
    @Override
    public void run(Settings settings, PrintWriter out) {
      print(out, CoverageStudy.HEADER);
      settings
          .campaigns(CoverageStudy.SCENARIOS, CampaignResult::of)
          .forEach(campaigns -> print(out, CoverageStudy.row(campaigns)));
    }
  },
  /** How often the A/A control raises an alarm, on simulated machines. */
  ALARMS("alarms") {
    @Override
    public void run(Settings settings, PrintWriter out) {
      print(out, AlarmStudy.HEADER);
      settings
          .campaigns(AlarmStudy.SCENARIOS, CampaignResult::of)
          .forEach(campaigns -> print(out, AlarmStudy.row(campaigns)));
    }
  },
  /** What background load does to a yield, on simulated machines. */
  ROBUSTNESS("robustness") {
    @Override
    public void run(Settings settings, PrintWriter out) {
      print(out, RobustnessStudy.HEADER);
      print(out, RobustnessStudy.run(settings.campaigns(), settings.seed()).markdown());
    }
  },
  /** What other programs make of the same data, of a real run and of simulated ones. */
  OTHERS("others") {
    @Override
    public void run(Settings settings, PrintWriter out) {
      print(out, OthersStudy.HEADER);
      new OthersStudy().rows().forEach(row -> print(out, row.markdown()));
      out.println();
      print(out, JmhStudy.HEADER);
      settings
          .campaigns(JmhStudy.SCENARIOS, Throughputs::of)
          .forEach(campaigns -> print(out, JmhStudy.row(campaigns)));
    }
  },
  /** What background load does to throughput, on this machine. */
  NEIGHBOUR("neighbour") {
    @Override
    public void run(Settings settings, PrintWriter out) throws IOException, UnusableException {
      BackgroundLoadExperiment experiment =
          new BackgroundLoadExperiment(
              settings.budget(), settings.cpu(), settings.seed(), settings.directory());
      print(out, experiment.run().markdown());
    }
  };

  /**
   * How a study is run.
   *
   * @param campaigns of each scenario
   * @param seed of the first campaign; each further one has the next
   * @param budget of each campaign on this machine
   * @param cpu that the background program keeps busy on this machine
   * @param directory where runs on this machine are written
   */
  public record Settings(int campaigns, long seed, Duration budget, int cpu, Path directory) {

    private <T> Stream<Campaigns<T>> campaigns(List<Scenario> scenarios, Function<Run, T> reading) {
      return scenarios.stream().map(s -> Campaigns.run(s, campaigns, seed, reading));
    }
  }

  private final String id;

  Study(String id) {
    this.id = id;
  }

  /**
   * Runs it.
   *
   * @throws IOException if a run cannot be written
   * @throws UnusableException if a campaign cannot run on this machine
   */
  public abstract void run(Settings settings, PrintWriter out)
      throws IOException, UnusableException;

  /**
   * The study of that name.
   *
   * @throws IllegalArgumentException naming those that there are
   */
  public static Study of(String id) {
    return Stream.of(values())
        .filter(study -> study.id.equals(id))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'%s' is no study: give coverage, alarms, robustness, others or neighbour"
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
