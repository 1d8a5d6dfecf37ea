package io.coreyield.benchmarks.campaign.run;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.trial.Clock;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.benchmarks.campaign.plan.Planner;
import io.coreyield.benchmarks.load.LoadSink;
import io.coreyield.benchmarks.machine.BackgroundLoadProbe;
import io.coreyield.benchmarks.machine.EnvironmentReader;
import io.coreyield.benchmarks.machine.ForkProperties;
import io.coreyield.benchmarks.machine.MachineReader;
import io.coreyield.benchmarks.machine.Oshi;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import io.coreyield.benchmarks.topology.PairMeasurement;
import io.coreyield.benchmarks.topology.WindowSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The machine that this process runs on. */
public final class LocalMachine implements MeasuredMachine {

  private final Oshi oshi = Oshi.open();
  // Runs while the plan is made.
  private BackgroundLoadProbe look = BackgroundLoadProbe.begin(oshi);
  private long startNs;
  private Optional<String> forkCache = Optional.empty();

  /** For one campaign, whose budget starts at this moment of {@link System#nanoTime}. */
  public LocalMachine(long startNs) {
    this.startNs = startNs;
  }

  @Override
  public boolean isSimulated() {
    return false;
  }

  @Override
  public Planner.Limits limits() {
    // Forks are started with the flags of this JVM, and so have a heap like its own.
    return new Planner.Limits(ThreadAffinity.isSupported(), Runtime.getRuntime().maxMemory());
  }

  @Override
  public Machine machine() {
    return MachineReader.read(oshi);
  }

  @Override
  public Environment environment() {
    List<String> jvmArguments =
        new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
    ForkProperties.quietArguments().stream()
        .filter(a -> !jvmArguments.contains(a))
        .forEach(jvmArguments::add);
    return EnvironmentReader.read(oshi, jvmArguments, look);
  }

  @Override
  public Clock now() {
    return new Clock(Instant.now(), System.nanoTime());
  }

  @Override
  public long startNs() {
    return startNs;
  }

  @Override
  public void beginAnew() {
    look = BackgroundLoadProbe.begin(oshi);
    startNs = System.nanoTime();
  }

  @Override
  public WindowSource windows(int windowMs, long seed) {
    return new PairMeasurement(windowMs);
  }

  @Override
  public void prepare(Consumer<String> say) {
    forkCache = ForkCache.argument(say);
  }

  @Override
  public TrialSource open(RunInfo info, LoadSink sink, CrashReports crashes) throws IOException {
    List<String> jvmArguments = new ArrayList<>(ForkProperties.quietArguments());
    forkCache.ifPresent(jvmArguments::add);
    return new TrialRunner(oshi, info, sink, jvmArguments, crashes);
  }
}
