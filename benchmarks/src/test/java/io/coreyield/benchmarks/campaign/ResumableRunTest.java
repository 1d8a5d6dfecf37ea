package io.coreyield.benchmarks.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.model.Clock;
import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.Conditions;
import io.coreyield.analysis.model.CpuTimes;
import io.coreyield.analysis.model.Environment;
import io.coreyield.analysis.model.LoadSample;
import io.coreyield.analysis.model.Machine;
import io.coreyield.analysis.model.Run;
import io.coreyield.analysis.model.RunInfo;
import io.coreyield.analysis.model.Workload;
import io.coreyield.analysis.recording.RecordingException;
import io.coreyield.analysis.recording.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs can go on. */
class ResumableRunTest {
  private static final Machine MACHINE = Machines.machine(2);

  @TempDir private Path temp;

  private RunDirectory record(RunInfo.State state, Instant clock) throws IOException {
    RunDirectory directory = new RunDirectory(temp);
    Environment environment =
        new Environment(
            null,
            "os",
            "6",
            "amd64",
            "25",
            "vm",
            "1",
            "java",
            List.of(),
            2,
            2,
            null,
            null,
            null,
            null,
            null,
            null,
            Conditions.UNKNOWN);
    RunInfo info =
        new RunInfo(
            "0.1.0",
            "1.37",
            false,
            List.of("run"),
            1,
            clock,
            null,
            state,
            new Clock(clock, System.nanoTime()),
            MACHINE,
            environment,
            Machines.plan(List.of(Machines.configuration(ConcurrencyModel.PLATFORM, 1))),
            List.of());
    try (RunRecorder recorder = RunRecorder.open(directory, info)) {
      recorder.trial(Machines.trial(0, new Workload.Idle(), 2.5));
      CpuTimes times = new CpuTimes(1, 2, 3, 4, 5, 6, 7, 8);
      recorder.load(new LoadSample(1_000, List.of(0, 1), List.of(times, times)));
      recorder.load(new LoadSample(2_000, List.of(0, 1), List.of(times, times)));
    }
    return directory;
  }

  private void refuses(RunDirectory directory, Machine machine, String sentence)
      throws IOException {
    String before = Files.readString(directory.trialsJsonl());
    assertThatThrownBy(() -> ResumableRun.read(directory, machine, false))
        .isInstanceOf(UnusableException.class)
        .hasMessage(sentence, temp);
    assertThat(directory.trialsJsonl()).hasContent(before);
  }

  @Test
  void anUnfinishedRunGoesOn() throws Exception {
    Run run = ResumableRun.read(record(RunInfo.State.INTERRUPTED, Instant.now()), MACHINE, false);

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

    Run run = ResumableRun.read(directory, MACHINE, false);

    assertThat(run.trials()).hasSize(1);
    assertThat(directory.read().load().samples()).isEqualTo(2);
  }

  @Test
  void aRunKilledBeforeItsFirstTrialGoesOn() throws Exception {
    RunDirectory directory = record(RunInfo.State.RUNNING, Instant.now());
    Files.delete(directory.trialsJsonl());

    assertThat(ResumableRun.read(directory, MACHINE, false).trials()).isEmpty();
  }

  @Test
  void aCompleteRunNeedsABudget() throws Exception {
    RunDirectory directory = record(RunInfo.State.COMPLETE, Instant.now());

    refuses(directory, MACHINE, "%s is complete: give --budget to measure more of it");
    assertThat(ResumableRun.read(directory, MACHINE, true).trials()).hasSize(1);
  }

  @Test
  void anotherMachineIsRefusedAndTheRunIsNotTouched() throws Exception {
    RunDirectory directory = record(RunInfo.State.RUNNING, Instant.now());
    Files.writeString(directory.trialsJsonl(), "{\"number\":1,", StandardOpenOption.APPEND);

    refuses(
        directory,
        Machines.machine(4),
        "%s was measured on another machine (CPU of 2), or this one has changed: start a new run");
  }

  @Test
  void aRestartIsNoticedByTheClocks() throws Exception {
    RunDirectory directory = record(RunInfo.State.INTERRUPTED, Instant.now().minusSeconds(60));

    refuses(
        directory,
        MACHINE,
        "the machine was restarted, or its clock was set, since %s was measured: start a new run");
  }

  @Test
  void whatIsNoRunIsRefused() {
    RunDirectory nowhere = new RunDirectory(temp.resolve("nowhere"));

    assertThatThrownBy(() -> ResumableRun.read(nowhere, MACHINE, false))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> ResumableRun.read(new RunDirectory(temp), MACHINE, false))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("run.json");
  }
}
