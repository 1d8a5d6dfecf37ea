package io.coreyield.analysis.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.trust.ForkState;
import io.coreyield.analysis.findings.trust.Ledger;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.trial.DisturbedRuns;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.report.tables.Cell;
import io.coreyield.analysis.report.tables.CorrelationTable;
import io.coreyield.analysis.report.tables.LedgerTables;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.TableFiles;
import io.coreyield.analysis.report.tables.Tables;
import io.coreyield.analysis.report.tables.TaintTables;
import io.coreyield.analysis.report.tables.YieldTables;
import io.coreyield.analysis.stats.SteadyState;
import io.coreyield.analysis.stats.SteadyState.Kind;
import io.coreyield.analysis.wording.Fact;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrustViewTest {

  private static final MeasuredFindings DISTURBED = MeasuredFindings.of(DisturbedRuns.run(1));
  private static final Ledger LEDGER = DISTURBED.quality().ledger();

  private static Table table(List<Table> tables, String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void figuresStandWithAndWithout() {
    String markdown = TableFiles.markdown(TaintTables.yields(DISTURBED.yields()));
    assertThat(markdown.replace('\u00a0', ' '))
        .containsPattern(
            "\\| range-ilp \\| platform \\| paired \\| 2 of 60 \\| 3.0 % .* \\| without \\|  \\|")
        .containsPattern(
            "\\| array-chase \\| platform \\| paired \\| ≠ 40 of 60 \\| 12.8 % .* \\| 78.9 % .*"
                + " \\| with \\| 79 % .* differ by more than the interval \\|");
    assertThat(TrustView.of(DISTURBED).taints().disagreements())
        .singleElement()
        .asString()
        .startsWith("array-chase platform, paired: 79\u00a0%");
  }

  @Test
  void theLedgerHasEveryIteration() throws IOException {
    List<String> ledger = TableFiles.csv(table(Tables.data(DISTURBED), "ledger")).lines().toList();
    assertThat(ledger).hasSize(1 + LEDGER.entries().size());
    assertThat(ledger.getFirst())
        .isEqualTo(
            "trial,round,what,iteration,on_cpu_fraction,steal_fraction,throttled_fraction,"
                + "migrations_per_operation,background_cpus,clock_spread_fraction,pressure_fraction,"
                + "taints");
    assertThat(ledger.stream().filter(line -> line.endsWith(",misplaced")))
        .hasSize(LEDGER.tainted(Taint.MISPLACED));
  }

  @Test
  void reasonsAreCountedAndThePageShowsThoseThatOccurred() {
    Table reasons = LedgerTables.reasons(LEDGER);
    assertThat(reasons.rows()).hasSameSizeAs(Taint.values());
    assertThat(LedgerTables.shownReasons(LEDGER).rows()).isEqualTo(reasons.rows().subList(0, 2));
    assertThat(LedgerTables.absent(LEDGER))
        .hasSize(Taint.values().length - 2)
        .doesNotContain(Taint.OFF_CPU.id(), Taint.MISPLACED.id());
    assertThat(reasons.rows().get(1).get(3).text())
        .isEqualTo("40 of %d".formatted(LEDGER.entries().size()));
    assertThat(LedgerTables.shownArms(LEDGER).columns())
        .extracting(Table.Column::id)
        .containsExactly("what", "tainted", "off_cpu", "misplaced");
    assertThat(LedgerTables.shownArms(LEDGER).rows().getFirst().getFirst().text())
        .startsWith("array-chase");
  }

  @Test
  void whatWasLeftOutForOneReasonIsOneLine() {
    List<Plan.LeftOut> all =
        List.of(
            new Plan.LeftOut("range ×4", "too few CPUs"),
            new Plan.LeftOut("pairs", "no siblings"),
            new Plan.LeftOut("range ×8", "too few CPUs"));
    assertThat(TrustView.LeftOut.of(all))
        .containsExactly(
            new TrustView.LeftOut("too few CPUs", List.of("range ×4", "range ×8")),
            new TrustView.LeftOut("no siblings", List.of("pairs")));
  }

  @Test
  void forksThatNeverGotSteadyAreNamed() throws IOException {
    ForkState never =
        new ForkState(
            DISTURBED.quality().forkStates().getFirst().trial(),
            new SteadyState(Kind.NO_STEADY_STATE, 12, List.of(4, 9)),
            0);
    ForkState warm =
        new ForkState(
            DISTURBED.quality().forkStates().getLast().trial(),
            new SteadyState(Kind.WARM_UP, 5, List.of(5)),
            2);
    MeasuredFindings findings = Known.withForkStates(DISTURBED, List.of(never, warm));
    TrustView view = TrustView.of(findings);
    assertThat(view.unsteady().rows()).hasSize(1);
    assertThat(view.forks())
        .contains(new Fact("No steady state", "1"), new Fact("Iterations trimmed", "2"));
    assertThat(TableFiles.csv(table(Tables.data(findings), "forks")).lines().skip(1))
        .containsExactly(
            "%d,0,%s,no steady state,,4 9,0"
                .formatted(never.trial().number(), never.trial().workload().label()),
            "%d,%d,%s,warm-up,5,5,2"
                .formatted(
                    warm.trial().number(), warm.trial().round(), warm.trial().workload().label()));
  }

  @Test
  void theClockOfEveryArmStandsBesideTheYieldAtAnEqualOne() {
    Table clocks = YieldTables.clocks(DISTURBED.yields());
    assertThat(clocks.rows()).hasSize(6);
    assertThat(clocks.rows().getFirst().subList(2, 5))
        .extracting(Cell::text)
        .containsExactly("3.50\u00a0GHz", "3.43\u00a0GHz", "3.50\u00a0GHz");
    assertThat(YieldTables.clocks(MeasuredFindings.of(PairedRuns.full()).yields()).isEmpty())
        .isTrue();
  }

  @Test
  void controlsSayWhatTheyMean() {
    assertThat(TrustView.of(DISTURBED).controls().meaning()).contains("No interval excludes 0");
    assertThat(TrustView.of(DISTURBED).controls().facts())
        .contains(
            new Fact("Configuration", "range platform ×1"),
            new Fact("Rounds with both names", "3"));
    assertThat(TrustView.of(MeasuredFindings.of(DisturbedRuns.run(1.08))).controls().meaning())
        .contains("the machine was not stable");
    assertThat(TrustView.of(MeasuredFindings.of(PairedRuns.full())).controls().meaning())
        .contains("has no A/A control");
    assertThat(TrustView.of(DISTURBED).controls().yields().rows()).hasSize(6);
  }

  @Test
  void correlationsSayHowTheyWereCorrected() {
    assertThat(CorrelationTable.lead(DISTURBED.correlations()))
        .contains("(BCa)", "all 4 of them hold together with 95 %");
    assertThat(CorrelationTable.lead(List.of())).isEmpty();
    assertThat(
            CorrelationTable.of(DISTURBED.correlations()).rows().stream()
                .flatMap(row -> Stream.of(row.get(4).detail())))
        .contains("not enough variation: all figures are equal");
  }
}
