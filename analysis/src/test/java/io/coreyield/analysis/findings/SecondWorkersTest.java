package io.coreyield.analysis.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.findings.SecondWorkers.One;
import io.coreyield.analysis.findings.SecondWorkers.Place;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.findings.yields.PairSpread;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecondWorkersTest {

  private static SecondWorkers of(Run run) {
    return SecondWorkers.of(MeasuredFindings.of(run));
  }

  @Test
  void withSiblingsTheyAreTheYieldsOfPairsWithAPartPerCore() {
    MeasuredFindings findings = MeasuredFindings.of(PairedRuns.full());
    SecondWorkers workers = SecondWorkers.of(findings);
    assertThat(workers.place()).isEqualTo(Place.SIBLING);
    assertThat(workers.all()).extracting(One::kernel).containsExactlyElementsOf(Kernel.MAIN);
    for (One one : workers.all()) {
      SmtYield same =
          findings.leadingYields().stream()
              .filter(y -> y.kernel() == one.kernel())
              .findFirst()
              .orElseThrow();
      assertThat(one.gain()).isEqualTo(same.yield());
      assertThat(one.category()).isEqualTo(same.category());
      assertThat(one.spread().byCore()).isTrue();
      assertThat(one.spread().parts())
          .extracting(PairSpread.Part::cpu)
          .containsExactlyInAnyOrder(0, 1, 2, 3);
      // Every core has as many blocks, so the figure is the geometric mean of theirs.
      double mean =
          one.spread().parts().stream()
              .mapToDouble(part -> Math.log1p(part.gain()))
              .average()
              .orElseThrow();
      assertThat(Math.expm1(mean)).isCloseTo(one.gain().value(), within(1e-9));
    }
  }

  @Test
  void oneCoreHasAPartPerFork() {
    Run run = PairedRuns.run(SimulatedRuns.machine(1, 2), Map.of(Kernel.RANGE, 0.5), 0.01, false);
    One one = of(run).all().getFirst();
    assertThat(one.spread().byCore()).isFalse();
    assertThat(one.spread().parts()).hasSize(3);
  }

  @Test
  void theModelThatTheRunSpeaksOfLeads() {
    Run run =
        PairedRuns.run(
            SimulatedRuns.machine(2, 2),
            Map.of(Kernel.RANGE, 0.5, Kernel.RANGE_ILP, 0.1),
            List.of(ConcurrencyModel.PLATFORM, ConcurrencyModel.PROCESS),
            0.01,
            false);
    SecondWorkers workers = of(run);
    assertThat(workers.all()).hasSize(4);
    assertThat(workers.leading())
        .extracting(One::model)
        .containsExactly(ConcurrencyModel.PLATFORM, ConcurrencyModel.PLATFORM);
  }

  @Test
  void withoutSiblingsTheyArePinnedPairs() {
    MeasuredFindings findings =
        MeasuredFindings.of(
            PairedRuns.run(
                SimulatedRuns.machine(2, 1), Map.of(Kernel.RANGE_ILP, 0.5), 0.001, false));
    SecondWorkers workers = SecondWorkers.of(findings);
    assertThat(workers.place()).isEqualTo(Place.OTHER_CORE);
    One one = workers.all().getFirst();
    assertThat(one.gain()).isEqualTo(findings.yields().getFirst().controls().ceiling());
    assertThat(one.gain().value()).isCloseTo(PairedRuns.CEILING, within(0.01));
    assertThat(one.category()).isEqualTo(Category.AS_GOOD_AS_A_CORE);
    assertThat(one.spread().parts()).hasSize(2);
  }

  @Test
  void withoutPairsTheyAreSpeedUps() {
    MeasuredFindings plain = MeasuredFindings.of(SimulatedRuns.quick(4, 1));
    SecondWorkers workers = SecondWorkers.of(plain);
    assertThat(workers.place()).isEqualTo(Place.ANYWHERE);
    assertThat(workers.all().getFirst().gain().value())
        .isEqualTo(plain.curves().getFirst().at(2).orElseThrow().speedUp().value() - 1);
    assertThat(of(SimulatedRuns.quick(4, 2)).place()).isEqualTo(Place.ALL_SIBLINGS);
  }

  @Test
  void nothingMeasuredIsEmpty() {
    Run run = SimulatedRuns.quick(2, 2);
    Run empty = new Run(run.info(), List.of(), new LoadSeries.Builder().build(), List.of());
    assertThat(of(empty).leading()).isEmpty();
  }
}
