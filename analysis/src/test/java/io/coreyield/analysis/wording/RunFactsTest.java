package io.coreyield.analysis.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunFactsTest {

  @Test
  void aPlanOfPairsIsToldWithItsBlocksAndArrays() {
    assertThat(RunFacts.of(PairedRuns.full()))
        .contains(
            new Fact("Measured", "nothing: the machine was simulated"),
            new Fact(
                "Pairs",
                "24; a round runs 1 of each kernel under its first model, one under each other"),
            new Fact("Blocks of a pair", "2 to warm up, 5 measured, each arm once for 30 ms"),
            new Fact(
                "Array of each worker",
                "array-ports 8 KiB, array-stream 128 MiB, array-chase 128 MiB"));
  }

  @Test
  void aPlanWithoutPairsSaysNothingOfThem() {
    List<Fact> facts = RunFacts.of(SimulatedRuns.quick(2, 2));
    assertThat(facts)
        .extracting(Fact::term)
        .doesNotContain("Measured", "Pairs", "Blocks of a pair", "Array of each worker");
  }

  @Test
  void pairsAreResultsToo() {
    Run run = PairedRuns.full();
    Run pairsOnly =
        run.withTrials(
            run.trials().stream().filter(trial -> trial.pair().findAny().isPresent()).toList());
    assertThat(RunFacts.state(pairsOnly)).isNull();
    Run interrupted =
        Copies.with(
            pairsOnly, "info", run.info().ended(run.info().start(), RunInfo.State.INTERRUPTED));
    assertThat(RunFacts.state(interrupted))
        .isEqualTo("This run was interrupted. The page shows its 72 finished trials.");
  }
}
