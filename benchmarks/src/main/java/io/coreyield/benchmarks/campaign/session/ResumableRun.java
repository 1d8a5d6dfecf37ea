package io.coreyield.benchmarks.campaign.session;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.recording.RunJson;
import io.coreyield.analysis.recording.file.RunFile;
import io.coreyield.analysis.wording.QuotaWords;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run that can continue: same machine, same boot, same JVM. */
final class ResumableRun {

  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(30);

  /** It changes nothing in a trial. */
  private static final String TEMPORARY_FILES = "-Djava.io.tmpdir=";

  private ResumableRun() {}

  /**
   * Reads it, without a trial or a sample that was cut when the run was killed.
   *
   * @param more whether there is a new budget, so that a complete run may continue, too
   * @throws UnusableException if it cannot continue
   */
  static Run read(RunDirectory directory, Machine machine, Environment environment, boolean more)
      throws UnusableException, IOException {
    if (!Files.isDirectory(directory.path())) {
      // Its message says what is missing.
      return directory.read();
    }
    // A run that cannot continue is not changed.
    RunInfo info = RunJson.read(RunFile.at(directory.runJson()));
    requireResumable(directory, info, machine, more);
    requireAlike(directory, info.environment(), environment);
    requireAlike(
        directory,
        "CPU quota",
        QuotaWords.factOrNone(info.machine().quota()),
        QuotaWords.factOrNone(machine.quota()));
    if (!Files.exists(directory.trialsJsonl())) {
      Files.createFile(directory.trialsJsonl());
    }
    if (Files.exists(directory.loadCsv())) {
      directory.dropUnfinished();
    }
    return directory.read();
  }

  private static void requireResumable(
      RunDirectory directory, RunInfo info, Machine machine, boolean more)
      throws UnusableException {
    if (info.simulated()) {
      throw new UnusableException(
          "%s was simulated, and a simulated run cannot be resumed: start a new one with --simulate"
              .formatted(directory.path()));
    }
    if (info.state() == RunInfo.State.COMPLETE && !more) {
      throw new UnusableException(
          "%s is complete: give --budget to measure more of it".formatted(directory.path()));
    }
    if (!info.machine().declared().withQuota(machine.quota()).equals(machine)) {
      throw new UnusableException(
          "%s was measured on another machine (%s), or this one has changed: start a new run"
              .formatted(directory.path(), info.machine().cpu()));
    }
    Duration drift = Duration.between(info.clock().toUtc(System.nanoTime()), Instant.now()).abs();
    if (drift.compareTo(CLOCK_TOLERANCE) > 0) {
      throw new UnusableException(
          "the machine was restarted or slept, or its clock was set, since %s was measured: start a new run"
              .formatted(directory.path()));
    }
  }

  /** New trials must be comparable with the earlier ones. */
  private static void requireAlike(RunDirectory directory, Environment then, Environment now)
      throws UnusableException {
    requireAlike(directory, "Java", then.jvm().javaVersion(), now.jvm().javaVersion());
    requireAlike(directory, "JVM", vm(then), vm(now));
    requireAlike(directory, "JVM arguments", arguments(then), arguments(now));
  }

  private static void requireAlike(RunDirectory directory, String what, String then, String now)
      throws UnusableException {
    if (!then.equals(now)) {
      throw new UnusableException(
          "%s was measured with the %s %s, which is %s now, and would mix the two: use the earlier one, or start a new run"
              .formatted(directory.path(), what, then, now));
    }
  }

  private static String vm(Environment environment) {
    return "%s %s".formatted(environment.jvm().vmName(), environment.jvm().vmVersion());
  }

  /** Sorted: the order depends on how the JVM was started, and rarely matters. */
  private static String arguments(Environment environment) {
    List<String> sorted =
        environment.jvm().arguments().stream()
            .filter(argument -> !argument.startsWith(TEMPORARY_FILES))
            .distinct()
            .sorted()
            .toList();
    return sorted.isEmpty() ? "(none)" : String.join(" ", sorted);
  }

  /** The run with these warnings added, each once. */
  static RunInfo warned(RunInfo info, List<Warning> warnings) {
    RunInfo warned = info;
    for (Warning warning : warnings) {
      warned = warned.warnings().contains(warning) ? warned : warned.warned(warning);
    }
    return warned;
  }

  /** What is left of the run's own budget; null if it has none. */
  static @Nullable Duration budgetLeft(Run run) {
    Double budget = run.info().plan().stopping().budgetSeconds();
    if (budget == null) {
      return null;
    }
    double spent = run.trials().stream().mapToDouble(Trial::wallSeconds).sum();
    return Duration.ofMillis((long) (1e3 * Math.max(0, budget - spent)));
  }
}
