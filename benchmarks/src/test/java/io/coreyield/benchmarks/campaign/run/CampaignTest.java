package io.coreyield.benchmarks.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.benchmarks.campaign.plan.Machines;
import io.coreyield.benchmarks.terminal.Progress;
import io.coreyield.benchmarks.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Ctrl-C leaves of a campaign. */
class CampaignTest {

  private static final RunInfo INFO = SimulatedRuns.quick(SimulatedRuns.machine(2, 2)).info();

  private final Interruption interruption = new Interruption();
  private final List<Integer> told = new ArrayList<>();
  private final RunDirectory directory;

  CampaignTest(@TempDir Path path) {
    directory = new RunDirectory(path);
    interruption.tell(told::add);
  }

  private RunInfo.State run(TrialSource source) throws IOException {
    Deadline none = new Deadline(System::nanoTime, System.nanoTime(), null);
    try (interruption;
        RunRecorder recorder = RunRecorder.open(directory, INFO)) {
      return new Campaign(
              INFO, recorder, source, none, new Progress(Screen.none()), interruption, List.of())
          .run();
    }
  }

  /**
   * Two trials run to their end. The fork of the third dies, and only then this process is told.
   */
  @Test
  void aForkThatDiesOfCtrlCIsNoFailedTrial() throws IOException {
    RunInfo.State state =
        run((workload, plan, number, round, fork, limit) -> {
          if (number < 2) {
            return Machines.trial(number, workload, 1);
          }
          Thread.ofVirtual().start(interruption::request);
          return Machines.failed(number, workload, 1);
        });

    assertThat(state).isEqualTo(RunInfo.State.INTERRUPTED);
    assertThat(directory.read().trials()).hasSize(2).allMatch(trial -> trial.succeeded());
    assertThat(told).containsExactly(2);
  }

  @Test
  void aForkThatDiesWithoutCtrlCIsAFailedTrial() throws IOException {
    RunInfo.State state =
        run((workload, plan, number, round, fork, limit) -> {
          if (number == 2) {
            interruption.request();
            return Machines.trial(number, workload, 1);
          }
          return Machines.failed(number, workload, 1);
        });

    assertThat(state).isEqualTo(RunInfo.State.INTERRUPTED);
    assertThat(directory.read().trials()).hasSize(3);
    assertThat(directory.read().trials().subList(0, 2)).noneMatch(trial -> trial.succeeded());
    assertThat(told).containsExactly(3);
  }

  /** Forks would run other code, and this process can load no class any more. */
  @Test
  void aJarThatChangesEndsTheRunWithoutTheTrialThatRanMeanwhile() throws IOException {
    AtomicBoolean changed = new AtomicBoolean();
    interruption.endWhen(changed::get);
    RunInfo.State state =
        run((workload, plan, number, round, fork, limit) -> {
          changed.set(number == 2);
          if (number == 2) {
            throw new NoClassDefFoundError("gone");
          }
          return Machines.trial(number, workload, 1);
        });

    assertThat(state).isEqualTo(RunInfo.State.INTERRUPTED);
    assertThat(directory.read().trials()).hasSize(2);
    assertThat(told).containsExactly(2);
  }

  @Test
  void aTrialDuringWhichTheJarChangedIsNotKept() throws IOException {
    AtomicBoolean changed = new AtomicBoolean();
    interruption.endWhen(changed::get);
    RunInfo.State state =
        run((workload, plan, number, round, fork, limit) -> {
          changed.set(number == 1);
          return Machines.trial(number, workload, 1);
        });

    assertThat(state).isEqualTo(RunInfo.State.INTERRUPTED);
    assertThat(directory.read().trials()).hasSize(1);
  }

  @Test
  void aRunThatEndsBeforeItsFirstTrialCanBeRead() throws IOException {
    interruption.request();
    RunInfo.State state =
        run((workload, plan, number, round, fork, limit) -> {
          throw new AssertionError("nothing runs after Ctrl-C");
        });

    assertThat(state).isEqualTo(RunInfo.State.INTERRUPTED);
    assertThat(directory.read().trials()).isEmpty();
    assertThat(told).containsExactly(0);
  }

  @Test
  void aRunThatCannotBeginLeavesNothing() throws IOException {
    Path inTheWay = Files.createDirectory(directory.swapCsv());
    assertThatThrownBy(() -> RunRecorder.open(directory, INFO))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("swap.csv");
    Files.deleteIfExists(inTheWay);
    assertThat(directory.path()).isEmptyDirectory();
  }
}
