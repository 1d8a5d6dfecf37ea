package io.coreyield.analysis.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.machine.BackgroundLoad;
import io.coreyield.analysis.model.machine.BusyProcess;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.CoreTemperature;
import io.coreyield.analysis.model.machine.CpuPressure;
import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.CpuSetting;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Throttling;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Plans;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.model.trial.WorkerTime;
import io.coreyield.analysis.recording.file.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back equal. */
@Isolated("it changes the locale of the JVM")
class RoundTripTest {

  private static final Run EVERYTHING =
      SimulatedRuns.everything(SimulatedRuns.machine(4, 2), 0.3, 0.02, 7);

  private static final Conditions EVERYTHING_TOLD =
      new Conditions(
          List.of(new CpuSetting("0-3", "performance"), new CpuSetting("4", "powersave")),
          List.of(new CpuSetting("0-4", "balance_power")),
          "intel_pstate",
          true,
          false,
          new CoreTemperature(51.25, 100.0),
          1L << 40,
          new CpuPressure(0.5, 12.25),
          new BackgroundLoad(
              301,
              0.5,
              0.01,
              3L,
              2,
              List.of(new BusyProcess(4_194_304, "java", 0.25)),
              new BusyProcess(17, "größer 溫度", 0.5)),
          "/proc/stat cannot be read",
          "0xa601209");

  @Test
  void wholeRun(@TempDir Path directory) throws IOException {
    Run read = RecordedRuns.write(EVERYTHING, directory).read();

    assertThat(read.info()).isEqualTo(EVERYTHING.info());
    assertThat(read.trials()).hasSizeGreaterThan(100).isEqualTo(EVERYTHING.trials());
    assertThat(RecordedRuns.samples(read.load()))
        .hasSizeGreaterThan(100)
        .isEqualTo(RecordedRuns.samples(EVERYTHING.load()));
    assertThat(read.swap()).isEqualTo(EVERYTHING.swap());
  }

  @ParameterizedTest(name = "under {0}")
  @ValueSource(
      strings = {"de-DE", "tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "th-TH-u-ca-buddhist"})
  void sameBytesUnderEveryLocale(String locale, @TempDir Path here, @TempDir Path there)
      throws IOException {
    RunDirectory expected = RecordedRuns.write(EVERYTHING, here);
    Locale before = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(locale));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
      RunDirectory actual = RecordedRuns.write(EVERYTHING, there);

      assertThat(actual.runJson()).hasSameBinaryContentAs(expected.runJson());
      assertThat(actual.trialsJsonl()).hasSameBinaryContentAs(expected.trialsJsonl());
      assertThat(actual.loadCsv()).hasSameBinaryContentAs(expected.loadCsv());
      assertThat(actual.swapCsv()).hasSameBinaryContentAs(expected.swapCsv());
      assertThat(actual.jmhJson()).hasSameBinaryContentAs(expected.jmhJson());
      assertThat(actual.read().trials()).isEqualTo(EVERYTHING.trials());
    } finally {
      Locale.setDefault(before);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void everyNullableFieldIsNull(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("run.json");
    RunInfo bare = bare(EVERYTHING.info());
    RunJson.write(file, bare);

    assertThat(RunJson.read(RunFile.at(file))).isEqualTo(bare);
  }

  private static Topology withoutCaches(Topology topology) {
    return new Topology(
        topology.cpus().stream()
            .map(c ->
                new LogicalCpu(
                    c.id(), c.core(), c.pkg(), c.numaNode(), c.efficiencyClass(), c.usable()))
            .toList());
  }

  @Test
  void aMachineWithOfflineCpusUnderAQuota(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("run.json");
    RunInfo info = underAQuota(EVERYTHING.info());
    RunJson.write(file, info);

    assertThat(RunJson.read(RunFile.at(file))).isEqualTo(info);
  }

  private static RunInfo underAQuota(RunInfo full) {
    LogicalCpu cpu = new LogicalCpu(1, 2, 3, 4, 5, false, 6);
    return Copies.with(
        full,
        "machine",
        Copies.with(
            full.machine(),
            "maxFrequencyHz",
            null,
            "topology",
            new Topology(List.of(cpu), List.of(9, 0)),
            "quota",
            new CpuQuota(1.0 / 3, 99_999)),
        "environment",
        Copies.with(
            full.environment(),
            "limits",
            new Environment.CpuLimits(1, 1, "1", new Throttling(7, 1L << 40)),
            "container",
            "Docker",
            "smtControl",
            "forceoff",
            "conditions",
            EVERYTHING_TOLD));
  }

  private static RunInfo bare(RunInfo full) {
    Machine m = full.machine();
    Environment e = full.environment();
    Plan plan = Plans.of(full.plan().configurations(), 0, 1, 1);
    return Copies.with(
        full,
        "origin",
        new Measured(full.measured().jmhVersion(), false, Long.MIN_VALUE, null, plan),
        "commandLine",
        List.of(),
        "end",
        null,
        "state",
        RunInfo.State.RUNNING,
        "machine",
        new Machine(m.cpu(), m.vendor(), null, withoutCaches(m.topology()), List.of(), 0, null),
        "environment",
        new Environment(
            null,
            e.os(),
            Copies.with(e.jvm(), "arguments", List.of()),
            new Environment.CpuLimits(1, 1, null, null),
            null,
            null,
            null,
            null,
            Conditions.UNKNOWN));
  }

  @Test
  void textOfEveryKind(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("run.json");
    RunInfo info =
        EVERYTHING
            .info()
            .warned(new Warning("load-high", "\"quoted\"\\ \t\n\u2028 größer 溫度 😀 \u0000", ""))
            .ended(Instant.parse("2026-01-02T03:04:05.123456789Z"), RunInfo.State.INTERRUPTED);
    RunJson.write(file, info);

    assertThat(RunJson.read(RunFile.at(file))).isEqualTo(info);
  }

  @Test
  void failedTaintedAndExtremeTrials(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("trials.jsonl");
    Workload idle = new Workload.Idle();
    Trial failed =
        new Trial(0, 0, 0, idle, 1, 2, null, List.of(), "the fork\nended with exit code 1");
    Iteration tainted =
        new Iteration(
            0,
            Phase.MEASUREMENT,
            Long.MIN_VALUE / 2,
            Long.MAX_VALUE / 2,
            Long.MAX_VALUE,
            Double.MIN_VALUE,
            0,
            List.of(
                new WorkerTime(Long.MAX_VALUE, null, null, null, 0),
                new WorkerTime(1, 1L, 8191, 0, 3)),
            null,
            Set.of(Taint.OFF_CPU, Taint.MISPLACED));
    Trial extreme = new Trial(1, 0, 1, idle, -5, 5, new CpuUse(0, 0), List.of(tainted), null);
    TrialsJsonl.append(file, failed);
    TrialsJsonl.append(file, extreme);

    assertThat(TrialsJsonl.read(RunFile.at(file))).containsExactly(failed, extreme);
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void writersGoOnWhereTheyWereClosed(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("swap.csv");
    List<SwapSample> samples = List.of(new SwapSample(1, 2, 3), new SwapSample(4, 5, 6));
    for (SwapSample sample : samples) {
      try (SwapCsv.Writer writer = SwapCsv.Writer.append(file)) {
        writer.write(sample);
      }
    }

    assertThat(file).hasContent("t_ns,used_bytes,total_bytes\n1,2,3\n4,5,6\n");
    assertThat(SwapCsv.read(RunFile.at(file))).isEqualTo(samples);
  }

  @Test
  void fieldsStandInTheOrderOfTheDescription(@TempDir Path directory) throws IOException {
    RunDirectory files = RecordedRuns.write(EVERYTHING, directory);

    assertThat(Files.readAllLines(files.runJson()))
        .startsWith("{", "  \"schema\" : \"coreyield/run/2\",", "  \"toolVersion\" : \"0.1.0\",");
    assertThat(Files.readAllLines(files.trialsJsonl()).getFirst())
        .startsWith(
            "{\"number\":0,\"round\":0,\"fork\":0,\"workload\":{\"kind\":\"idle\"},\"startNs\":");
    assertThat(Files.readAllLines(files.loadCsv()).subList(0, 2))
        .containsExactly(
            "t_ns,cpu,user_ms,nice_ms,system_ms,idle_ms,iowait_ms,irq_ms,softirq_ms,steal_ms",
            "100000000000,0,0,0,0,0,0,0,0,0");
  }
}
