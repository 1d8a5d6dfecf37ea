package io.coreyield.benchmarks.campaign.run;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.trial.Clock;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.benchmarks.campaign.plan.Planner;
import io.coreyield.benchmarks.load.LoadSink;
import io.coreyield.benchmarks.topology.WindowSource;
import java.io.IOException;
import java.util.function.Consumer;

/** What a campaign measures: this machine, or one that is simulated. */
public interface MeasuredMachine {

  boolean isSimulated();

  /** What its platform lets trials do. */
  Planner.Limits limits();

  Machine machine();

  /** Reads the environment of its runs. */
  Environment environment();

  /** Now, on both clocks. */
  Clock now();

  /** When the budget starts, on the run's clock. */
  long startNs();

  /** Starts the budget, and what is observed of others, now: another measurement has ended. */
  void beginAnew();

  /**
   * Measures windows on its logical CPUs, which threads can be pinned to.
   *
   * @param seed of the scatter of a simulated machine
   */
  WindowSource windows(int windowMs, long seed);

  /**
   * Makes what trials need and the machine keeps from run to run.
   *
   * @param say takes what the user should know meanwhile
   */
  void prepare(Consumer<String> say);

  /**
   * Prepares trials, whose load the sink takes.
   *
   * @param crashes where JVMs that crash leave their reports
   * @throws IOException if it cannot
   */
  TrialSource open(RunInfo info, LoadSink sink, CrashReports crashes) throws IOException;
}
