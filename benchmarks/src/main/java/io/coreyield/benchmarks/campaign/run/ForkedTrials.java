package io.coreyield.benchmarks.campaign.run;

import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.benchmarks.load.HostLink;
import io.coreyield.benchmarks.load.LoadSampler;
import io.coreyield.benchmarks.load.LoadSink;
import io.coreyield.benchmarks.load.TrialListener;
import io.coreyield.benchmarks.machine.IterationCountersReader;
import io.coreyield.benchmarks.machine.Oshi;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Trials that are JMH forks on this machine, with the load sampler. */
final class ForkedTrials implements TrialSource {

  private final LoadSampler sampler;
  private final HostLink link;
  private final TrialRunner runner;

  private ForkedTrials(LoadSampler sampler, HostLink link, TrialRunner runner) {
    this.sampler = sampler;
    this.link = link;
    this.runner = runner;
  }

  /**
   * Starts sampling, and listens to forks.
   *
   * @throws IOException if the temporary directory cannot hold a socket
   */
  static ForkedTrials open(Oshi oshi, RunInfo info, LoadSink sink) throws IOException {
    LoadSampler sampler = LoadSampler.start(oshi, sink, info.plan().sampleIntervalMs());
    try {
      TrialListener listener = new TrialListener(sampler, IterationCountersReader.ofThisProcess());
      HostLink link = HostLink.open(listener);
      TrialRunner runner =
          new TrialRunner(link, listener, info.machine().topology(), info.measured().seed());
      return new ForkedTrials(sampler, link, runner);
    } catch (IOException e) {
      sampler.close();
      throw e;
    }
  }

  @Override
  public Trial run(Workload workload, Plan plan, int number, int round, int fork, Duration limit) {
    return runner.run(workload, plan, number, round, fork, limit);
  }

  @Override
  public Optional<Warning> warning() {
    return sampler.failures() == 0
        ? Optional.empty()
        : Optional.of(
            new Warning(
                "samples-missed",
                "%d samples of the load could not be taken or stored".formatted(sampler.failures()),
                "check that no CPU went off line during the run and that the disk is not full"));
  }

  @Override
  public void close() throws IOException {
    try (sampler) {
      link.close();
    }
  }
}
