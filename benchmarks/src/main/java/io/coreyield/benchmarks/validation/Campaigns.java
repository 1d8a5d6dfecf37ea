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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What was read of each simulated campaign of one scenario, by ascending seed. */
record Campaigns<T>(Scenario scenario, List<T> found) {

  private static final long MS_TO_CLEAN_UP = 1_700;

  /** Read by each campaign while it has files. */
  private static final ReadWriteLock FILES = new ReentrantReadWriteLock();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Campaigns::awaitCleanUp));
  }

  /** After Ctrl-C: no campaign begins any more, and those that run delete their files. */
  private static void awaitCleanUp() {
    try {
      boolean _ = FILES.writeLock().tryLock(MS_TO_CLEAN_UP, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

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
    Run run;
    FILES.readLock().lock();
    try {
      run = measured(scenario, machine, seed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UnusableException e) {
      throw new IllegalStateException(
          "the campaign on %s cannot run: %s".formatted(scenario.file(), e.getMessage()), e);
    } finally {
      FILES.readLock().unlock();
    }
    return reading.apply(run);
  }

  private static Run measured(Scenario scenario, SimulatedMachine machine, long seed)
      throws UnusableException, IOException {
    Path directory = Files.createTempDirectory("coreyield-validation");
    try (CampaignSession session = CampaignSession.silent(new SimulatedMeasuredMachine(machine))) {
      return session
          .start(
              scenario.options(),
              OutputDirectory.at(directory.resolve("run")),
              seed,
              List.of("validate"))
          .run();
    } finally {
      delete(directory);
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
