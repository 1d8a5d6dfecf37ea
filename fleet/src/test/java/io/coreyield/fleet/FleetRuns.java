package io.coreyield.fleet;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.cli.Outcome;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.fleet.cli.FleetProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Runs of machines whose yields are known. */
public final class FleetRuns {

  /** When the first runs began. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private FleetRuns() {}

  /** A run of the range kernel and its pairs, without noise but with a name, on a day. */
  public static Run run(String machine, String cpu, double yield, int day) {
    Run run =
        PairedRuns.run(SimulatedRuns.machine(2, 2), Map.of(Kernel.RANGE, yield), 0.001, false);
    RunInfo info = run.info();
    Instant start = START.plusSeconds(86_400L * day);
    return Copies.with(
        run,
        "info",
        Copies.with(
            info,
            "start",
            start,
            "end",
            null,
            "machine",
            info.machine().named(cpu),
            "environment",
            Copies.with(info.environment(), "host", machine),
            "origin",
            Copies.with(info.measured(), "seed", (long) machine.hashCode())));
  }

  /** Writes a run into a new directory. */
  public static Path write(Run run, Path directory) throws IOException {
    Files.createDirectories(directory);
    new RunDirectory(directory).write(run);
    return directory;
  }

  /** Runs {@code fleet.jar} with these arguments. */
  public static Outcome fleet(Object... arguments) {
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    return Outcome.of(FleetProgram.command(), words);
  }
}
