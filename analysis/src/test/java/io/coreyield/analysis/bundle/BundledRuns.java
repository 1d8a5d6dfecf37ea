package io.coreyield.analysis.bundle;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.RunOrigin;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import java.util.List;
import java.util.Map;

/** Runs to bundle. */
final class BundledRuns {

  static final String HOST = "quince-workstation";
  static final String USER = "perpetua";

  private BundledRuns() {}

  /** Of a machine and a user with names, which stand wherever they can. */
  static Run named() {
    Run run =
        PairedRuns.run(
            SimulatedRuns.machine(4, 2),
            Map.of(Kernel.RANGE, 0.81, Kernel.RANGE_ILP, 0.03),
            List.of(ConcurrencyModel.PLATFORM, ConcurrencyModel.VIRTUAL),
            0.004,
            false);
    RunInfo info = run.info();
    Environment e = info.environment();
    Environment named =
        new Environment(
            HOST + ".example.org",
            e.os(),
            new Environment.Jvm(
                e.jvm().javaVersion(),
                e.jvm().vmName(),
                e.jvm().vmVersion(),
                "/home/" + USER + "/.jdks/25/bin/java",
                List.of(
                    "-Djava.io.tmpdir=C:\\Users\\Zelda Quux\\tmp",
                    "-Da=C:\\Users\\" + USER + "\\a",
                    "-Xmx1g")),
            e.limits(),
            e.smtControl(),
            e.governor(),
            e.loadAverage(),
            e.conditions());
    return new Run(
        with(
            info,
            named,
            info.measured(),
            List.of("run", "--out", "/home/" + USER + "/run", "--note=" + HOST),
            List.of(new Warning("w", "seen by " + USER + " on " + HOST, "ask " + USER))),
        run.trials(),
        run.load(),
        run.swap());
  }

  /** Of another tool: load and times, but no trials. */
  static Run captured() {
    Run run = SimulatedRuns.quick(SimulatedRuns.machine(4, 2));
    RunInfo info = run.info();
    Captured captured =
        new Captured(
            "dstat",
            List.of(
                new Captured.Segment(
                    "multiprocessing", "capture.txt", run.load().timeNs(0), run.load().timeNs(9))),
            List.of(new Captured.Timing("python", 4, 1L << 28, 6.97, 25.7, 0.05)));
    return new Run(
        with(info, info.environment(), captured, List.of(), List.of()),
        List.of(),
        run.load(),
        run.swap());
  }

  private static RunInfo with(
      RunInfo info,
      Environment environment,
      RunOrigin origin,
      List<String> commandLine,
      List<Warning> warnings) {
    return new RunInfo(
        info.toolVersion(),
        origin,
        commandLine,
        info.start(),
        info.end(),
        info.state(),
        info.clock(),
        info.machine(),
        environment,
        warnings);
  }
}
