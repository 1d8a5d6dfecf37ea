package io.coreyield.benchmarks.campaign.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.wording.AnswerCard;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.analysis.wording.Caveats;
import io.coreyield.benchmarks.simulation.SimulatedMachine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Campaigns find which logical CPUs share a core, whatever the machine declares. */
@Execution(ExecutionMode.CONCURRENT)
class SimulatedTopologyTest {

  private static final int SEEDS = 20;
  private static final int MIN_RIGHT = 19;
  private static final Duration SHORT = Duration.ofSeconds(60);

  private static final Pattern FIGURE = Pattern.compile("[0-9.]+(–[0-9.]+)?(×|\u00a0%)");

  @TempDir private Path directory;

  private List<MeasuredFindings> found(SimulatedMachine machine, long firstSeed) {
    return LongStream.range(firstSeed, firstSeed + SEEDS)
        .mapToObj(seed -> run(machine, seed))
        .map(outcome -> MeasuredFindings.of(outcome.run()))
        .toList();
  }

  private CampaignSession.Outcome run(SimulatedMachine machine, long seed) {
    try {
      return SimulatedCampaigns.run(
          machine,
          SimulatedCampaigns.options(List.of(), List.of(), List.of(), null, SHORT),
          seed,
          directory.resolve("run-" + seed));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4t-hidden, hidden-siblings, 5000",
    "8t-floating, floating, 5100",
    "2c2t-plain, as-declared, 5200",
    "4c8t-whole, whole-cores, 5300",
    "4c8t-fake, as-declared, 5400",
    "4c8t-quarter, as-declared, 5500",
    "4c8t-negative, as-declared, 5600",
    "4c8t-mixed, as-declared, 5700",
    "4c8t-droop, as-declared, 5800"
  })
  void logicalCpusAreWhatTheyAre(String name, String what, long firstSeed) throws Exception {
    List<MeasuredFindings> found = found(SimulatedCampaigns.machine(name), firstSeed);

    long right = found.stream().filter(f -> f.answer().cpus().id().equals(what)).count();
    System.out.printf(
        "%s, seeds from %d: %s %d times of %d%n", name, firstSeed, what, right, SEEDS);
    assertThat(right).isGreaterThanOrEqualTo(MIN_RIGHT);
  }

  /** The sentence on top of the report, with # for its figures. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4t-hidden | your 4 logical CPUs are the hyperthreads of 2 cores: the second of each adds #, not #.",
        "8t-floating | your 8 logical CPUs share about 4 threads of the host: together they do # the work of one.",
        "2c2t-plain | each of your 2 logical CPUs works as a whole core: 2 workers do # the work of one.",
        "4c8t-whole | each of your 8 logical CPUs works as a whole core: 8 workers do # the work of one.",
        "4c8t-fake | for code that waits on its own integer additions, hyperthreads add almost nothing: start 4 workers.",
        "4c8t-negative | for code that waits on its own integer additions, hyperthreads cost throughput: start 4 workers.",
        "4c8t-quarter | for code that waits on its own integer additions, use your hyperthreads: start 8 workers."
      })
  void theCardSaysWhatToThinkOfThem(String name, String sentence) throws Exception {
    MeasuredFindings findings = MeasuredFindings.of(run(SimulatedCampaigns.machine(name), 1).run());

    String card = AnswerCard.of(findings).sentence();
    assertThat(card.split(" ")).hasSizeLessThanOrEqualTo(AnswerCard.MAX_WORDS);
    assertThat(FIGURE.matcher(card).replaceAll("#")).isEqualTo("Simulated: " + sentence);
  }

  /** Waiting for a thread of the host is no slower clock. */
  @Test
  void floatingIsNotBlamedOnTheClock() throws Exception {
    MeasuredFindings findings =
        MeasuredFindings.of(run(SimulatedCampaigns.machine("8t-floating"), 1).run());

    assertThat(findings.allCoreClock().value()).isLessThan(0.6);
    assertThat(Caveats.of(findings)).noneMatch(note -> note.contains("fix the clock"));
    assertThat(AnswerWords.sentence(findings.answer()))
        .contains("the 8 logical CPUs float over about 4 threads of the host: ");
  }

  /** Two cores that are declared as four: yields are those of the measured siblings. */
  @Test
  void hiddenSiblingsAreMeasuredAsSiblings() throws Exception {
    SimulatedMachine machine = SimulatedCampaigns.machine("4t-hidden");
    CampaignSession.Outcome outcome = run(machine, 1);
    MeasuredFindings findings = MeasuredFindings.of(outcome.run());

    assertThat(outcome.run().info().machine().topology().summary())
        .isEqualTo("2 cores × 2 threads");
    assertThat(findings.yields())
        .filteredOn(y -> y.kernel() == Kernel.RANGE && y.isPairMeasured())
        .extracting(SmtYield::yield)
        .isNotEmpty()
        .allMatch(y -> Math.abs(y.value() - machine.truth(Kernel.RANGE).yield()) < 0.05);
    assertThat(AnswerWords.sentence(findings.answer()))
        .contains(
            "the system declares 4 cores, no SMT siblings, but measurement shows"
                + " 2 cores × 2 threads; ");
    assertThat(Files.readAllLines(outcome.directory().pairsCsv())).hasSizeGreaterThan(6 * 6);
  }
}
