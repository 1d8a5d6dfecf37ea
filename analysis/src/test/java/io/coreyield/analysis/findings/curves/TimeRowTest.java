package io.coreyield.analysis.findings.curves;

import static io.coreyield.analysis.findings.HandMadeRun.SECOND;
import static io.coreyield.analysis.findings.HandMadeRun.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.findings.HandMadeRun;
import io.coreyield.analysis.findings.load.Results;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.MeanInterval;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeRowTest {

  private final HandMadeRun run = new HandMadeRun(2, 1);

  /** Two forks that do not differ. */
  @Test
  void timesAreThoseOfOneOperation() {
    run.using(new CpuUse(3 * SECOND, SECOND / 2)).twice(range(2), 100);
    TimeRow row = only();
    assertThat(row.forks()).isEqualTo(2);
    assertThat(row.realSeconds()).isEqualTo(MeanInterval.of(0.01, 0.01));
    assertThat(row.userSeconds()).isEqualTo(MeanInterval.of(0.03, 0.03));
    assertThat(row.systemSeconds()).isEqualTo(MeanInterval.of(0.005, 0.005));
  }

  @Test
  void intervalsComeFromForks() {
    run.trial(0, range(1), 100, 50).trial(1, range(1), 50);
    TimeRow row = only();
    Estimate forks = MeanInterval.of(0.015, 0.02);
    assertThat(row.realSeconds().value()).isCloseTo(forks.value(), within(1e-12));
    assertThat(row.realSeconds().low()).isCloseTo(forks.low(), within(1e-12));
    assertThat(row.realSeconds().high()).isCloseTo(forks.high(), within(1e-12));
  }

  @Test
  void cpuTimeThatIsNotToldIsUnknown() {
    run.using(null).twice(range(1), 100);
    Estimate none = Estimate.unknown("the platform does not report the CPU time of processes");
    assertThat(only().userSeconds()).isEqualTo(none);
    assertThat(only().systemSeconds()).isEqualTo(none);
    assertThat(only().realSeconds().hasInterval()).isTrue();
  }

  @Test
  void forksThatTellCpuTimeCountForIt() {
    run.using(null).trial(0, range(1), 100);
    run.using(new CpuUse(SECOND, 0)).trial(1, range(1), 100).trial(2, range(1), 100);
    assertThat(only().userSeconds()).isEqualTo(MeanInterval.of(0.01, 0.01));
    assertThat(only().forks()).isEqualTo(3);
  }

  @Test
  void rowsStandByAscendingNumberOfWorkers() {
    run.planned(range(2), range(4), range(1))
        .trial(0, range(1), 10)
        .failed(0, range(4))
        .trial(0, range(2), 10);
    assertThat(TimeRow.of(new Results(run.build())))
        .extracting(TimeRow::configuration)
        .containsExactly(range(1), range(2));
  }

  private TimeRow only() {
    List<TimeRow> rows = TimeRow.of(new Results(run.build()));
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }
}
