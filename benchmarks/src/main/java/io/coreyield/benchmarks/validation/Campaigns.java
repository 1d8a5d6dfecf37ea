package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.model.trial.Run;
import io.coreyield.benchmarks.campaign.run.SimulatedMeasuredMachine;
import io.coreyield.benchmarks.campaign.session.CampaignSession;
import io.coreyield.benchmarks.campaign.session.OutputDirectory;
import io.coreyield.benchmarks.campaign.session.UnusableException;
import io.coreyield.benchmarks.simulation.SimulatedMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What was read of each simulated campaign of one scenario, by ascending seed. */
record Campaigns<T>(Scenario scenario, List<T> found) {

  static <T> Campaigns<T> run(
      Scenario scenario, int campaigns, long firstSeed, Function<Run, T> reading) {
    SimulatedMachine machine = scenario.machine();
    return new Campaigns<>(
        scenario,
        LongStream.range(firstSeed, firstSeed + campaigns)
            .parallel()
            .mapToObj(seed -> run(scenario, machine, seed, reading))
            .toList());
  }

  private static <T> T run(
      Scenario scenario, SimulatedMachine machine, long seed, Function<Run, T> reading) {
    try {
      Path directory = Files.createTempDirectory("coreyield-validation");
      try (CampaignSession session =
          CampaignSession.silent(new SimulatedMeasuredMachine(machine))) {
        return reading.apply(
            session
                .start(
                    scenario.options(),
                    OutputDirectory.at(directory.resolve("run")),
                    seed,
                    List.of("validate"))
                .run());
      } finally {
        delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UnusableException e) {
      throw new IllegalStateException(
          "the campaign on %s cannot run: %s".formatted(scenario.file(), e.getMessage()), e);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
