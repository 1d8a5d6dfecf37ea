package io.coreyield.analysis.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.ComparedRuns;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.report.page.HeatTable;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which code may share a core, side by side. */
class PairMatricesTest {

  private static Row beside(Kind kind) {
    return new Row(kind, Kernel.RANGE, ConcurrencyModel.PLATFORM, Kernel.ARRAY_CHASE.id());
  }

  private static ComparedRun run(String name, int day, Kind kind, double worth) {
    return ComparedRuns.run(
        name,
        day,
        Map.of(
            ComparedRuns.YIELD,
            ComparedRuns.reading(0.25),
            beside(kind),
            ComparedRuns.reading(worth)));
  }

  private static List<HeatTable> tables(Comparison comparison) {
    return PairMatrices.of(comparison).orElseThrow().tables();
  }

  private static List<List<String>> worth(HeatTable table) {
    return table.rows().stream()
        .map(row ->
            row.cells().stream().map(cell -> (cell.worth() + " " + cell.detail()).strip()).toList())
        .toList();
  }

  @Test
  void eachRunHasAMatrixWithItsDifferenceFromTheBaseline() {
    List<HeatTable> tables =
        tables(
            Comparison.of(
                List.of(
                    run("old", 0, Kind.WEIGHTED_SPEEDUP, 1.5),
                    ComparedRuns.run("plain", 1, 0.2, 1e9),
                    run("new", 2, Kind.WEIGHTED_SPEEDUP, 1.8)),
                "old"));

    assertThat(tables).hasSize(2);
    assertThat(tables.getFirst().caption()).isEqualTo("old");
    assertThat(tables.getFirst().kernels()).containsExactly("range", "array-chase");
    assertThat(worth(tables.getFirst()))
        .containsExactly(List.of("1.25×", "1.50×"), List.of("1.50×", Unit.NONE));
    assertThat(worth(tables.getLast()))
        .containsExactly(
            List.of("1.25×", "1.80× +20\u00a0%"), List.of("1.80× +20\u00a0%", Unit.NONE));
    assertThat(tables.getLast().rows().getFirst().cells().getLast().cssClass()).isEqualTo("heat-6");
  }

  /** Without siblings there is a control on two cores, and no kernel beside itself. */
  @Test
  void ofMachinesWithoutSiblingsCoresAreShown() {
    List<HeatTable> tables =
        tables(
            Comparison.of(
                List.of(
                    run("old", 0, Kind.WEIGHTED_SPEEDUP_APART, 1.9),
                    run("new", 1, Kind.WEIGHTED_SPEEDUP_APART, 1.9)),
                "old"));

    assertThat(tables).hasSize(2);
    assertThat(worth(tables.getFirst()).getFirst()).containsExactly(Unit.NONE, "1.90×");
  }

  @Test
  void runsWithoutPairsHaveNone() {
    assertThat(
            PairMatrices.of(
                Comparison.of(
                    List.of(
                        ComparedRuns.run("old", 0, 0.2, 1e9), ComparedRuns.run("new", 1, 0.2, 1e9)),
                    "old")))
        .isEmpty();
  }
}
