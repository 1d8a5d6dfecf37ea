package io.coreyield.analysis.report.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.HandMadeRun;
import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.stats.Estimate;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {

  private static final ScalingCurve CURVE =
      Known.curve(
          Kernel.RANGE,
          ConcurrencyModel.PLATFORM,
          Placement.OS,
          Scaling.WEAK,
          List.of(
              Known.point(
                  HandMadeRun.range(2),
                  3,
                  Estimate.of(7.25e9, 7.125e9, 7.375e9),
                  Estimate.of(1.984, 1.95, 2.01),
                  Estimate.withoutInterval(0.992, "one fork, \"only\""))));

  @Test
  void csvHoldsExactFiguresIntervalsAndReasons() throws IOException {
    assertThat(TableFiles.csv(CurveTables.scaling(List.of(CURVE))))
        .isEqualTo(
            """
            kernel,model,placement,scaling,workers,forks,elements_per_second,elements_per_second_low,elements_per_second_high,elements_per_second_reason,speed_up,speed_up_low,speed_up_high,speed_up_reason,efficiency,efficiency_low,efficiency_high,efficiency_reason,tainted,tainted_of
            range,platform,os,weak,2,3,7.25E9,7.125E9,7.375E9,,1.984,1.95,2.01,,0.992,,,"one fork, ""only\""",0,9
            """);
  }

  @Test
  void columnsOfZerosAreLeftOutOnDemand() {
    Table scaling = CurveTables.scaling(List.of(CURVE));
    assertThat(scaling.withoutZeros().columns())
        .extracting(Table.Column::id)
        .doesNotContain("tainted")
        .contains("workers", "forks", "speed_up")
        .hasSize(scaling.columns().size() - 1);
  }

  @Test
  void markdownIsForPeople() {
    assertThat(TableFiles.markdown(CurveTables.scaling(List.of(CURVE))).replace('\u00a0', ' '))
        .isEqualTo(
            """
            Throughput of all workers together, against that of one worker.

            | Kernel | Model | Placement | Scaling | Workers | Forks | Elements/s | Speed-up | Efficiency | Tainted |
            | :-- | :-- | :-- | :-- | --: | --: | --: | --: | --: | --: |
            | range | platform | os | weak | 2 | 3 | 7.25 G/s (7.13 to 7.38 G/s) | 1.98× (1.95 to 2.01×) | 99.2 % (one fork, "only") | 0 of 9 |
            """);
  }

  @Test
  void aReasonCannotBreakOutOfItsCell() {
    SmtYield yield =
        Known.chipWide(Kernel.RANGE, ConcurrencyModel.PLATFORM, Estimate.unknown("a | b\n<b>c"), 0);
    String markdown = TableFiles.markdown(YieldTables.yields(List.of(yield)));
    assertThat(markdown.lines().toList()).hasSize(5);
    assertThat(markdown).contains("a \\| b &lt;b>c");
  }

  @Test
  void aYieldStandsBetweenItsControlsInCsv() throws IOException {
    SmtYield yield =
        Known.paired(
            Kernel.RANGE_ILP,
            ConcurrencyModel.PLATFORM,
            Estimate.of(0.03, 0.01, 0.05),
            Estimate.of(0, -0.01, 0.01),
            Estimate.unknown("no other core"));
    assertThat(TableFiles.csv(YieldTables.yields(List.of(yield))))
        .isEqualTo(
            """
            kernel,model,estimator,cores,cores_there,forks,yield,yield_low,yield_high,yield_reason,floor,floor_low,floor_high,floor_reason,ceiling,ceiling_low,ceiling_high,ceiling_reason,place,place_low,place_high,place_reason,expected,smallest_difference,tainted,tainted_of,category,trust
            range-ilp,platform,paired,4,4,12,0.03,0.01,0.05,,0.0,-0.01,0.01,,,,,no other core,0.5,,,it was not computed,,0.03,0,36,almost nothing,high
            """);
  }

  @Test
  void whatHasNoControlsSaysSoToProgramsOnly() throws IOException {
    SmtYield yield =
        Known.chipWide(Kernel.RANGE, ConcurrencyModel.PLATFORM, Estimate.of(0.3, 0.29, 0.31), 3);
    Table table = YieldTables.yields(List.of(yield));
    assertThat(TableFiles.csv(table)).contains(",,,,it has no controls,");
    assertThat(TableFiles.markdown(table)).doesNotContain("it has no controls").contains("| – |");
  }

  @Test
  void whatIsNotFittedSaysWhyOnce() {
    assertThat(TableFiles.markdown(CurveTables.fits(List.of(CURVE))))
        .contains(
            "| range | platform | os | weak | – | – | – | – | – | knee: nothing was fitted; USL:"
                + " nothing was fitted; Amdahl: nothing was fitted |");
  }

  @Test
  void tablesOfASimulatedMachineSaySo() {
    assertThat(Tables.all(MeasuredFindings.of(PairedRuns.full())))
        .hasSize(13)
        .allSatisfy(
            table -> assertThat(table.caption()).startsWith("Simulated, nothing was measured. "));
    assertThat(Tables.all(Known.quick(1, 1)))
        .allSatisfy(table -> assertThat(table.caption()).doesNotContain("imulated"));
  }

  @Test
  void coresHaveTheirSiblingsBesideEachOther() {
    assertThat(TableFiles.markdown(CoresTable.of(SimulatedRuns.machine(2, 2).topology())))
        .endsWith(
            """
            | Core | Siblings |
            | :-- | :-- |
            | 0 | CPU 0, CPU 2 |
            | 1 | CPU 1, CPU 3 |
            """);
  }

  @Test
  void coresSayWhatSetsThemApart() {
    Topology topology =
        new Topology(
            List.of(
                new LogicalCpu(0, 0, 0, 0, 1, true, 0),
                new LogicalCpu(1, 0, 0, 0, 1, false, 0),
                new LogicalCpu(2, 0, 1, 1, 0, true, null)));
    assertThat(TableFiles.markdown(CoresTable.of(topology)))
        .endsWith(
            """
            | Package | Core | Siblings | NUMA node | Kind of core | Last-level cache | Not usable |
            | :-- | :-- | :-- | :-- | :-- | :-- | :-- |
            | 0 | 0 | CPU 0, CPU 1 | 0 | 1 | of CPU 0 | CPU 1 |
            | 1 | 0 | CPU 2 | 1 | 0 | not known |  |
            """);
  }

  @Test
  void thePageLeavesOutFitsOfWhichNothingIsTold() {
    assertThat(CurveTables.shownFits(List.of(CURVE)).columns())
        .extracting(Table.Column::id)
        .containsExactly("kernel", "model", "note");
    assertThat(CurveTables.shownFits(MeasuredFindings.of(PairedRuns.full()).curves()).columns())
        .extracting(Table.Column::id)
        .contains("amdahl_alpha", "note")
        .doesNotContain("placement", "scaling", "usl_gamma");
  }
}
