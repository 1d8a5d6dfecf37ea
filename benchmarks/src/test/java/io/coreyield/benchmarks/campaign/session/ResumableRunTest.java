package io.coreyield.benchmarks.campaign.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Clock;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.benchmarks.campaign.plan.Machines;
import io.coreyield.benchmarks.campaign.run.RunRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs can go on. */
class ResumableRunTest {
  private static final Machine MACHINE = Machines.machine(2);

  private static final Environment ENVIRONMENT = environment("25", "1", List.of("-Xmx1g"));

  @TempDir private Path temp;

  private static Environment environment(String java, String vmVersion, List<String> arguments) {
    var jvm = new Environment.Jvm(java, "vm", vmVersion, "java", arguments);
    var limits = new Environment.CpuLimits(2, 2, null, null);
    return Copies.with(Machines.ENVIRONMENT, "jvm", jvm, "limits", limits);
  }

  private RunDirectory record(RunInfo.State state, Instant clock) throws IOException {
    RunDirectory directory = new RunDirectory(temp);
    Plan plan = Machines.plan(List.of(Machines.configuration(ConcurrencyModel.PLATFORM, 1)));
    RunInfo info =
        new RunInfo(
            "0.1.0",
            new Measured("1.37", false, 1, null, plan),
            List.of("run"),
            clock,
            null,
            state,
            new Clock(clock, System.nanoTime()),
            MACHINE,
            ENVIRONMENT,
            List.of());
    try (RunRecorder recorder = RunRecorder.open(directory, info)) {
      recorder.trial(Machines.trial(0, new Workload.Idle(), 2.5));
      CpuTimes times = new CpuTimes(1, 2, 3, 4, 5, 6, 7, 8);
      recorder.load(new LoadSample(1_000, List.of(0, 1), List.of(times, times)));
      recorder.load(new LoadSample(2_000, List.of(0, 1), List.of(times, times)));
    }
    return directory;
  }

  private static Run read(RunDirectory directory, boolean hasBudget) throws Exception {
    return ResumableRun.read(directory, MACHINE, ENVIRONMENT, hasBudget);
  }

  private void refuses(
      RunDirectory directory, Machine machine, Environment environment, String sentence)
      throws IOException {
    String before = Files.readString(directory.trialsJsonl());
    assertThatThrownBy(() -> ResumableRun.read(directory, machine, environment, false))
        .isInstanceOf(UnusableException.class)
        .hasMessage(sentence, temp);
    assertThat(directory.trialsJsonl()).hasContent(before);
  }

  @Test
  void anUnfinishedRunGoesOn() throws Exception {
    Run run = read(record(RunInfo.State.INTERRUPTED, Instant.now()), false);

    assertThat(run.trials()).hasSize(1);
    assertThat(ResumableRun.budgetLeft(run)).isEqualTo(Duration.ofMillis(57_500));
  }

  @Test
  void aKilledRunGoesOnWithoutWhatWasBeingWritten() throws Exception {
    RunDirectory directory = record(RunInfo.State.RUNNING, Instant.now());
    Files.writeString(directory.trialsJsonl(), "{\"number\":1,", StandardOpenOption.APPEND);
    Files.writeString(
        directory.loadCsv(), "3000,0,1,2,3,4,5,6,7,8\n3000,1,", StandardOpenOption.APPEND);
    Files.writeString(directory.swapCsv(), "30", StandardOpenOption.APPEND);

    Run run = read(directory, false);

    assertThat(run.trials()).hasSize(1);
    assertThat(directory.read().load().samples()).isEqualTo(2);
  }

  @Test
  void aRunKilledBeforeItsFirstTrialGoesOn() throws Exception {
    RunDirectory directory = record(RunInfo.State.RUNNING, Instant.now());
    Files.delete(directory.trialsJsonl());

    assertThat(read(directory, false).trials()).isEmpty();
  }

  @Test
  void aCompleteRunNeedsABudget() throws Exception {
    RunDirectory directory = record(RunInfo.State.COMPLETE, Instant.now());

    refuses(directory, MACHINE, ENVIRONMENT, "%s is complete: give --budget to measure more of it");
    assertThat(read(directory, true).trials()).hasSize(1);
  }

  @Test
  void anotherMachineIsRefusedAndTheRunIsNotTouched() throws Exception {
    RunDirectory directory = record(RunInfo.State.RUNNING, Instant.now());
    Files.writeString(directory.trialsJsonl(), "{\"number\":1,", StandardOpenOption.APPEND);

    refuses(
        directory,
        Machines.machine(4),
        ENVIRONMENT,
        "%s was measured on another machine (CPU of 2), or this one has changed: start a new run");
  }

  @Test
  void aRestartIsNoticedByTheClocks() throws Exception {
    RunDirectory directory = record(RunInfo.State.INTERRUPTED, Instant.now().minusSeconds(60));

    refuses(
        directory,
        MACHINE,
        ENVIRONMENT,
        "the machine was restarted or slept, or its clock was set, since %s was measured: start a new run");
  }

  @Test
  void whatIsNoRunIsRefused() {
    RunDirectory nowhere = new RunDirectory(temp.resolve("nowhere"));

    assertThatThrownBy(() -> ResumableRun.read(nowhere, MACHINE, ENVIRONMENT, false))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> ResumableRun.read(new RunDirectory(temp), MACHINE, ENVIRONMENT, false))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("run.json");
  }

  /** Trials of two JVMs in one run would be compared as if they were of one. */
  @Test
  void whatDiffersIsNamedAndTheRunIsNotTouched() throws Exception {
    RunDirectory directory = record(RunInfo.State.INTERRUPTED, Instant.now());
    List<String> arguments = List.of("-Xmx1g");
    Map<String, Environment> others =
        Map.of(
            "Java 25, which is 25.0.3", environment("25.0.3", "1", arguments),
            "JVM vm 1, which is vm 2", environment("25", "2", arguments),
            "JVM arguments -Xmx1g, which is -Xint -Xmx1g",
                environment("25", "1", List.of("-Xint", "-Xmx1g")));
    for (var other : others.entrySet()) {
      refuses(directory, MACHINE, other.getValue(), wouldMix(other.getKey()));
    }
    refuses(
        directory,
        MACHINE.withQuota(new CpuQuota(1.5, 100_000)),
        ENVIRONMENT,
        wouldMix("CPU quota none, which is 1.5 CPUs of time (150 ms in every 100 ms)"));
  }

  private static String wouldMix(String what) {
    return "%s was measured with the "
        + what
        + " now, and would mix the two: use the earlier one, or start a new run";
  }

  @Test
  void theOrderOfArgumentsAndThePlaceOfTemporaryFilesDoNotMatter() throws Exception {
    RunDirectory directory = record(RunInfo.State.INTERRUPTED, Instant.now());
    Environment now = environment("25", "1", List.of("-Djava.io.tmpdir=there", "-Xmx1g"));

    assertThat(ResumableRun.read(directory, MACHINE, now, false).trials()).hasSize(1);
  }

  @Test
  void onlyNewWarningsAreAdded() throws Exception {
    RunInfo info = read(record(RunInfo.State.INTERRUPTED, Instant.now()), false).info();
    Warning known = new Warning("known", "was seen", "none");
    Warning loud = new Warning("load-high", "is loud now", "wait");

    RunInfo warned = ResumableRun.warned(info.warned(known), List.of(known, loud));

    assertThat(warned.warnings()).containsExactly(known, loud);
  }
}
