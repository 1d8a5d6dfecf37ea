package io.coreyield.analysis.bundle;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
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
    Environment environment = run.info().environment();
    List<String> arguments =
        List.of(
            "-Djava.io.tmpdir=C:\\Users\\Zelda Quux\\tmp",
            "-Da=C:\\Users\\" + USER + "\\a",
            "-Xmx1g");
    Environment named =
        Copies.with(
            environment,
            "host",
            HOST + ".example.org",
            "jvm",
            Copies.with(
                environment.jvm(),
                "javaPath",
                "/home/" + USER + "/.jdks/25/bin/java",
                "arguments",
                arguments));
    RunInfo info =
        Copies.with(
            run.info(),
            "environment",
            named,
            "commandLine",
            List.of("run", "--out", "/home/" + USER + "/run", "--note=" + HOST),
            "warnings",
            List.of(new Warning("w", "seen by " + USER + " on " + HOST, "ask " + USER)));
    return Copies.with(run, "info", info);
  }

  /** Of another tool: load and times, but no trials. */
  static Run captured() {
    Run run = SimulatedRuns.quick(SimulatedRuns.machine(4, 2));
    Captured captured =
        new Captured(
            "dstat",
            List.of(
                new Captured.Segment(
                    "multiprocessing", "capture.txt", run.load().timeNs(0), run.load().timeNs(9))),
            List.of(new Captured.Timing("python", 4, 1L << 28, 6.97, 25.7, 0.05)),
            List.of());
    RunInfo info = Copies.with(run.info(), "origin", captured, "commandLine", List.of());
    return Copies.with(run, "info", info, "trials", List.of());
  }
}
