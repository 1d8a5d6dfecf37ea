package io.coreyield.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.Configuration;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.analysis.model.Placement;
import io.coreyield.analysis.model.Scaling;
import io.coreyield.analysis.scaling.Known;
import io.coreyield.analysis.scaling.ScalingCurve;
import io.coreyield.analysis.scaling.ScalingPoint;
import io.coreyield.analysis.scaling.SmtYield;
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
              new ScalingPoint(
                  new Configuration(
                      Kernel.RANGE,
                      ConcurrencyModel.PLATFORM,
                      2,
                      1L << 26,
                      Scaling.WEAK,
                      Placement.OS),
                  3,
                  Estimate.of(7.25e9, 7.125e9, 7.375e9),
                  Estimate.of(1.984, 1.95, 2.01),
                  Estimate.withoutInterval(0.992, "one fork, \"only\""))));

  @Test
  void csvHoldsExactFiguresIntervalsAndReasons() throws IOException {
    assertThat(TableFiles.csv(Tables.scaling(List.of(CURVE))))
        .isEqualTo(
            """
            kernel,model,placement,scaling,workers,forks,elements_per_second,elements_per_second_low,elements_per_second_high,elements_per_second_reason,speed_up,speed_up_low,speed_up_high,speed_up_reason,efficiency,efficiency_low,efficiency_high,efficiency_reason
            range,platform,os,weak,2,3,7.25E9,7.125E9,7.375E9,,1.984,1.95,2.01,,0.992,,,"one fork, ""only\"""
            """);
  }

  @Test
  void markdownIsForPeople() {
    assertThat(TableFiles.markdown(Tables.scaling(List.of(CURVE))).replace('\u00a0', ' '))
        .isEqualTo(
            """
            Throughput of all workers together, against that of one worker.

            | Kernel | Model | Placement | Scaling | Workers | Forks | Elements/s | Speed-up | Efficiency |
            | :-- | :-- | :-- | :-- | --: | --: | --: | --: | --: |
            | range | platform | os | weak | 2 | 3 | 7.25 G/s (7.13 to 7.38 G/s) | 1.98× (1.95 to 2.01×) | 99.2 % (one fork, "only") |
            """);
  }

  @Test
  void aReasonCannotBreakOutOfItsCell() {
    SmtYield yield =
        Known.chipWide(Kernel.RANGE, ConcurrencyModel.PLATFORM, Estimate.unknown("a | b\n<b>c"), 0);
    String markdown = TableFiles.markdown(Tables.yields(List.of(yield)));
    assertThat(markdown.lines().toList()).hasSize(5);
    assertThat(markdown).contains("a \\| b &lt;b>c");
  }
}
