package io.coreyield.benchmarks.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.benchmarks.campaign.session.SimulatedCampaigns;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the progress line says of the answer, on machines whose truth is known. */
class SoFarTest {

  @TempDir Path scratch;

  private List<Trial> trials(String machine, List<Integer> workers) throws Exception {
    return SimulatedCampaigns.run(
            SimulatedCampaigns.machine(machine),
            SimulatedCampaigns.options(
                List.of(Kernel.RANGE, Kernel.RANGE_ILP),
                List.of(ConcurrencyModel.PLATFORM),
                workers,
                2,
                null),
            1,
            scratch.resolve(machine))
        .run()
        .trials();
  }

  /** The file says 90 % and 3 %; forks vary by a few percent. */
  @Test
  void withSiblingsItIsTheRangeOfYields() throws Exception {
    assertThat(SoFar.words(trials("4c8t-mixed", List.of(1))))
        .matches("a second thread adds [0-6] to (8[5-9]|9[0-5]) %");
  }

  @Test
  void withoutSiblingsItIsTwoWorkers() throws Exception {
    assertThat(SoFar.words(trials("2c2t-plain", List.of(1))))
        .matches("2 workers (1\\.9\\d–)?(1\\.9\\d|2\\.0\\d)×");
  }

  @Test
  void withoutPairsItIsTheMostWorkers() throws Exception {
    List<Trial> summations =
        trials("2c2t-plain", List.of(1, 2)).stream()
            .filter(trial -> trial.configuration().findAny().isPresent())
            .toList();
    assertThat(SoFar.words(summations)).matches("2 workers (1\\.[89]\\d|2\\.0\\d)×");
  }

  @Test
  void withoutTrialsItIsNothing() {
    assertThat(SoFar.words(List.of())).isEmpty();
  }

  @Test
  void itStandsInEveryLineFromTheSecondRoundOn() throws Exception {
    StringWriter out = new StringWriter();
    SimulatedCampaigns.run(
        SimulatedCampaigns.machine("2c2t-plain"),
        SimulatedCampaigns.options(
            List.of(Kernel.RANGE), List.of(ConcurrencyModel.PLATFORM), List.of(1, 2), 2, null),
        1,
        scratch.resolve("shown"),
        out);
    assertThat(out.toString().lines().filter(line -> line.contains("left   round 2   ")))
        .isNotEmpty()
        .allMatch(line -> line.contains("   so far 2 workers "));
    assertThat(out.toString().lines().filter(line -> line.contains("left   round 1   ")))
        .noneMatch(line -> line.contains("so far 2 workers"));
  }
}
