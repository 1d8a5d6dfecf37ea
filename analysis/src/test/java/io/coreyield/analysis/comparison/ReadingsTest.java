package io.coreyield.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Which figures of a run are compared, and how each was measured. */
class ReadingsTest {

  private static Reading reading(SortedMap<Row, Reading> readings, Kind kind) {
    Reading reading = readings.get(Row.of(kind, Kernel.RANGE, ConcurrencyModel.PLATFORM));
    assertThat(reading).as(kind.id()).isNotNull();
    return Objects.requireNonNull(reading);
  }

  @Test
  void ofACampaign() {
    SortedMap<Row, Reading> readings = Readings.of(MeasuredFindings.of(PairedRuns.full()));
    assertThat(reading(readings, Kind.PAIRED_YIELD).setting()).isEqualTo(Setting.ofPairs(30));
    assertThat(reading(readings, Kind.PAIRED_YIELD).estimate().error()).isNotNull();
    assertThat(reading(readings, Kind.CHIP_WIDE_YIELD).setting().elements())
        .isEqualTo(Kernel.RANGE.defaultElements());
    assertThat(reading(readings, Kind.CHIP_WIDE_YIELD).estimate().error()).isNotNull();
    assertThat(reading(readings, Kind.ONE_WORKER).setting().workers()).isEqualTo(1);
    assertThat(reading(readings, Kind.ALL_CORES).setting().workers()).isEqualTo(4);
    assertThat(reading(readings, Kind.ALL_CPUS).setting().workers()).isEqualTo(8);
    assertThat(reading(readings, Kind.SPEED_UP_CORES).estimate().value()).isCloseTo(4, within(0.2));
    assertThat(readings.keySet()).anyMatch(row -> row.kind() == Kind.KNEE_YIELD);
  }

  @Test
  void nothingThatIsComparedIsLeftOut() {
    Run run = PairedRuns.full();
    assertThat(ComparedRun.of("run", Findings.toCompare(run)))
        .isEqualTo(ComparedRun.of("run", Findings.of(run)));
  }

  /** What {@code time} said in 2017 of one program with 1, 2 and 4 workers, on two cores. */
  @Test
  void ofACapture() {
    Run run = SimulatedRuns.quick(2, 2);
    List<Captured.Timing> timings =
        List.of(
            new Captured.Timing("python multiprocessing", 1, 1L << 28, 10, 10, 0),
            new Captured.Timing("python multiprocessing", 2, 1L << 28, 10, 20, 0),
            new Captured.Timing("python multiprocessing", 4, 1L << 28, 20, 80, 0));
    SortedMap<Row, Reading> readings = Readings.of(Findings.of(captured(run, timings)));
    assertThat(readings.keySet())
        .extracting(Row::kind)
        .containsExactly(
            Kind.CHIP_WIDE_YIELD,
            Kind.ONE_WORKER,
            Kind.ALL_CORES,
            Kind.ALL_CPUS,
            Kind.SPEED_UP_CORES,
            Kind.SPEED_UP_CPUS);
    assertThat(readings.get(new Row(Kind.CHIP_WIDE_YIELD, null, null, "python multiprocessing")))
        .extracting(yield -> yield.estimate().value())
        .isEqualTo(0.0);
    assertThat(readings.values().stream().map(r -> r.estimate().value()).skip(4))
        .containsExactly(2.0, 2.0);
    assertThat(readings.values())
        .allSatisfy(r -> assertThat(r.estimate().reason()).isEqualTo("no interval"));
    assertThat(readings.firstKey().what()).isEqualTo("python multiprocessing");
  }

  /** Two timings of one number of workers are one figure, as in the run's own report: 8 and 24. */
  @Test
  void whatWasTimedTwiceIsItsMean() {
    Run run = SimulatedRuns.quick(2, 2);
    Findings findings =
        Findings.of(
            captured(
                run,
                List.of(
                    new Captured.Timing("python", 1, 960, 10, 10, 0),
                    new Captured.Timing("python", 2, 960, 240, 480, 0),
                    new Captured.Timing("python", 2, 960, 80, 160, 0))));
    SortedMap<Row, Reading> readings = Readings.of(findings);
    assertThat(readings.get(new Row(Kind.ALL_CORES, null, null, "python")))
        .extracting(reading -> reading.estimate().value())
        .isEqualTo(16.0);
    assertThat(((CapturedFindings) findings).scalings().getFirst())
        .extracting(program -> program.perSecond(2))
        .isEqualTo(16.0);
  }

  private static Run captured(Run run, List<Captured.Timing> timings) {
    RunInfo captured = run.info().withOrigin(new Captured("dstat", List.of(), timings, List.of()));
    return new Run(captured, List.of(), new LoadSeries.Builder().build(), List.of());
  }
}
