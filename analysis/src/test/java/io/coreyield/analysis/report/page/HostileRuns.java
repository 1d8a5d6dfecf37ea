package io.coreyield.analysis.report.page;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import java.util.List;

/** Runs of machines whose strings try to be more than strings. */
public final class HostileRuns {

  /** A script, both quotes, an entity, a change of direction, a table cell, an escape sequence. */
  public static final String NAME =
      "<script>document.title='owned'</script>\"'&amp;\u202eCPU | ${7*7} \u001b[2J</style></title>";

  private HostileRuns() {}

  /** The run with every text of its machine hostile. */
  public static Run of(Run run) {
    return of(run, NAME);
  }

  /** The run with this as every text of its machine. */
  static Run of(Run run, String name) {
    RunInfo info = run.info();
    Plan plan = Copies.with(info.plan(), "leftOut", List.of(new Plan.LeftOut(name, name)));
    RunInfo hostile =
        Copies.with(
            info,
            "toolVersion",
            name,
            "origin",
            new Measured(name, false, info.measured().seed(), null, plan),
            "commandLine",
            List.of(name),
            "machine",
            Copies.with(info.machine(), "cpu", name, "vendor", name, "virtualization", name),
            "warnings",
            List.of(new Warning(name, name, name)));
    return Copies.with(run, "info", hostile);
  }
}
