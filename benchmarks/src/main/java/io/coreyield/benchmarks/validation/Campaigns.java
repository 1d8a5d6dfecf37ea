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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What was read of each simulated campaign of one scenario, by ascending seed. */
record Campaigns<T>(Scenario scenario, List<T> found) {

  private static final long MS_TO_END = 1_200;

  /** Read by each campaign while it has files. */
  private static final ReadWriteLock FILES = new ReentrantReadWriteLock();

  private static final Set<Path> DIRECTORIES = ConcurrentHashMap.newKeySet();

  private static volatile boolean isEnding;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Campaigns::cleanUp));
  }

  /**
   * After Ctrl-C: no campaign begins any more, and those that run may end. On a busy machine some
   * do not in time.
   */
  private static void cleanUp() {
    try {
      isEnding = true;
      boolean _ = FILES.writeLock().tryLock(MS_TO_END, TimeUnit.MILLISECONDS);
      for (Path directory : DIRECTORIES) {
        delete(directory);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | UncheckedIOException _) {
      // A campaign wrote there meanwhile.
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
      throw failed(new UncheckedIOException(e));
    } catch (UncheckedIOException e) {
      throw failed(e);
    } catch (UnusableException e) {
      throw new IllegalStateException(
          "the campaign on %s cannot run: %s".formatted(scenario.file(), e.getMessage()), e);
    } finally {
      FILES.readLock().unlock();
    }
    return reading.apply(run);
  }

  /** After Ctrl-C its files may be gone: the process ends before this returns. */
  private static UncheckedIOException failed(UncheckedIOException failure) {
    while (isEnding) {
      LockSupport.park();
    }
    return failure;
  }

  private static Run measured(Scenario scenario, SimulatedMachine machine, long seed)
      throws UnusableException, IOException {
    Path directory = Files.createTempDirectory("coreyield-validation");
    DIRECTORIES.add(directory);
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
      DIRECTORIES.remove(directory);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
