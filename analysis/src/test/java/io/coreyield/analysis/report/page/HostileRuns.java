package io.coreyield.analysis.report.page;

import io.coreyield.analysis.model.machine.Machine;
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
    Machine machine = info.machine();
    Machine hostile =
        new Machine(
            name,
            name,
            machine.maxFrequencyHz(),
            machine.topology(),
            machine.caches(),
            machine.memoryBytes(),
            name);
    Plan plan = info.plan();
    Plan hostilePlan =
        new Plan(
            plan.configurations(),
            plan.pairs(),
            plan.pairsPerRound(),
            plan.control(),
            List.of(new Plan.LeftOut(name, name)),
            plan.stopping(),
            plan.shape(),
            plan.arrays(),
            plan.sampleIntervalMs());
    RunInfo hostileInfo =
        new RunInfo(
            name,
            new Measured(name, false, info.measured().seed(), hostilePlan),
            List.of(name),
            info.start(),
            info.end(),
            info.state(),
            info.clock(),
            hostile,
            info.environment(),
            List.of(new Warning(name, name, name)));
    return new Run(hostileInfo, run.trials(), run.load(), run.swap());
  }
}
