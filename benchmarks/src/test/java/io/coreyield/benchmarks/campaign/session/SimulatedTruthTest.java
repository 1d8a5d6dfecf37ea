package io.coreyield.benchmarks.campaign.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Agreement;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.simulation.SimulatedMachine;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Campaigns of the default budget, 3 minutes, find the truth of machines with the noise of a quiet
 * one: 1 % between forks and between windows, 0.5 % between cores.
 */
@Execution(ExecutionMode.CONCURRENT)
class SimulatedTruthTest {

  private static final double WIDEST_POINTS = 3;

  private static final int SEEDS = 20;

  /** How near a margin a claim counts as true on both sides, as a place. */
  private static final double EDGE = 0.005;

  /** How far from a margin a place must lie for its own category to be the usual one. */
  private static final double CLEAR = 0.03;

  /** Of 20 campaigns. */
  private static final int USUAL = 10;

  /**
   * An interval that holds the truth 95 times in 100 does so less often than 14 times in 20 with
   * probability 0.003 %, and here about 110 figures are asked. R: {@code pbinom(13, 20, 0.95)} =
   * 3.395e-05.
   */
  private static final int MIN_HELD = 14;

  /**
   * The same of the six kernels of a machine together, 120 yields: less often than 106 times with
   * probability 0.1 %. R: {@code pbinom(105, 120, 0.95)} = 0.00099396.
   */
  private static final int MIN_HELD_OF_ALL = 106;

  /**
   * The A/A control takes the answer away from at most 1 % of quiet machines: more often than twice
   * in 20 with probability 0.1 %. R: {@code 1 - pbinom(2, 20, 0.01)} = 0.001004.
   */
  private static final int MAX_UNFIT = 2;

  @TempDir private Path directory;

  private static SmtYield of(MeasuredFindings findings, Kernel kernel, Estimator estimator) {
    return findings.yields().stream()
        .filter(y -> y.kernel() == kernel && y.model() == ConcurrencyModel.PLATFORM)
        .filter(y -> y.estimator() == estimator)
        .findFirst()
        .orElseThrow();
  }

  private static Category answer(MeasuredFindings findings, Kernel kernel) {
    return of(findings, kernel, Estimator.PAIRED).category();
  }

  private List<MeasuredFindings> found(
      SimulatedMachine machine, CampaignOptions options, long firstSeed) {
    System.out.printf("%s, seeds %d to %d%n", machine.cpu(), firstSeed, firstSeed + SEEDS - 1);
    return LongStream.range(firstSeed, firstSeed + SEEDS)
        .mapToObj(seed -> MeasuredFindings.of(run(machine, options, seed).run()))
        .toList();
  }

  private CampaignSession.Outcome run(
      SimulatedMachine machine, CampaignOptions options, long seed) {
    try {
      return SimulatedCampaigns.run(machine, options, seed, directory.resolve("run-" + seed));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Every half-width is below 3 points, and every answer is right. */
  @ParameterizedTest
  @CsvSource({
    "4c8t-fake, 100",
    "4c8t-quarter, 300",
    "4c8t-negative, 400",
    "4c8t-mixed, 500",
    "64c128t-numa, 600"
  })
  void theQuickCampaignHoldsTheTruthOfEveryKernel(String name, long firstSeed) throws Exception {
    SimulatedMachine machine = SimulatedCampaigns.machine(name);
    List<MeasuredFindings> found = found(machine, SimulatedCampaigns.quick(), firstSeed);
    double ceiling = 2 * machine.frequency().turbo().at(2) - 1;
    long heldOfAll = 0;
    for (Kernel kernel : Kernel.MAIN) {
      double truth = machine.truth(kernel).yield();
      List<SmtYield> paired = found.stream().map(f -> of(f, kernel, Estimator.PAIRED)).toList();
      print(kernel, truth, paired);

      long held = held(paired, SmtYield::yield, truth);
      heldOfAll += held;
      assertThat(held).as("yield").isGreaterThanOrEqualTo(MIN_HELD);
      assertThat(held(paired, y -> y.controls().floor(), 0))
          .as("floor")
          .isGreaterThanOrEqualTo(MIN_HELD);
      assertThat(held(paired, y -> y.controls().ceiling(), ceiling))
          .as("ceiling")
          .isGreaterThanOrEqualTo(MIN_HELD);
      assertAnswers(found, kernel, answers(truth / ceiling));
      assertSharp(found, kernel, truth / ceiling);
      assertThat(paired)
          .allMatch(y -> 100 * y.yield().halfWidth() <= WIDEST_POINTS, "within 3 points");
    }
    assertThat(heldOfAll).isGreaterThanOrEqualTo(MIN_HELD_OF_ALL);
  }

  /** Of machines that were called fit; of the others none is answered, and there are few. */
  private static void assertAnswers(
      List<MeasuredFindings> found, Kernel kernel, Set<Category> right) {
    Map<Boolean, List<MeasuredFindings>> byFitness =
        found.stream().collect(Collectors.partitioningBy(f -> f.trust().isAnswer()));
    assertThat(byFitness.get(true)).extracting(f -> answer(f, kernel)).isSubsetOf(right);
    assertThat(byFitness.get(false)).hasSizeLessThanOrEqualTo(MAX_UNFIT);
    assertThat(byFitness.get(false))
        .allMatch(f -> f.quality().control().trust().isPresent(), "the A/A control is why")
        .extracting(f -> answer(f, kernel))
        .allMatch(Category.UNKNOWN::equals);
  }

  /**
   * What may be said of a true place. That a sibling adds something is true of one that is as good
   * as a core: it only claims less.
   */
  private static Set<Category> answers(double place) {
    Set<Category> right = EnumSet.noneOf(Category.class);
    if (Math.abs(place) <= Category.MARGIN + EDGE) {
      right.add(Category.NOTHING);
    }
    if (place >= 1 - Category.MARGIN - EDGE) {
      right.add(Category.AS_GOOD_AS_A_CORE);
    }
    if (place != 0) {
      right.add(place > 0 ? Category.SOMETHING : Category.HARMFUL);
    }
    return right;
  }

  /** Whoever always claims little is never wrong, and no help. */
  private static void assertSharp(List<MeasuredFindings> found, Kernel kernel, double place) {
    Category own = Category.ofPoint(place);
    if (own == Category.ofPoint(place - CLEAR) && own == Category.ofPoint(place + CLEAR)) {
      assertThat(found.stream().filter(f -> answer(f, kernel) == own))
          .hasSizeGreaterThanOrEqualTo(USUAL);
    }
  }

  private static void print(Kernel kernel, double truth, List<SmtYield> paired) {
    double[] points = paired.stream().mapToDouble(y -> 100 * y.yield().halfWidth()).toArray();
    System.out.printf(
        "  %-13s truth %5.2f, held %d times; half-width in points: median %.1f, most %.1f; %s forks;"
            + " answers %s%n",
        kernel,
        truth,
        held(paired, SmtYield::yield, truth),
        median(points),
        Arrays.stream(points).max().orElseThrow(),
        paired.stream().map(y -> y.sampling().forks()).distinct().sorted().toList(),
        paired.stream().collect(Collectors.groupingBy(SmtYield::category, Collectors.counting())));
  }

  private static long held(
      List<SmtYield> yields, Function<SmtYield, Estimate> figure, double truth) {
    return yields.stream().map(figure).filter(e -> Agreement.holds(e, truth)).count();
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
  }

  /** With all of the time for one kernel the answer is the right one, and never another. */
  @ParameterizedTest
  @CsvSource({
    "4c8t-fake, NOTHING, 2100",
    "4c8t-quarter, SOMETHING, 2300",
    "4c8t-negative, HARMFUL, 2400"
  })
  void theAnswerIsRight(String name, Category answer, long firstSeed) throws Exception {
    SimulatedMachine machine = SimulatedCampaigns.machine(name);
    List<MeasuredFindings> found = found(machine, rangeOnly(List.of()), firstSeed);
    List<SmtYield> paired = found.stream().map(f -> of(f, Kernel.RANGE, Estimator.PAIRED)).toList();
    print(Kernel.RANGE, machine.truth(Kernel.RANGE).yield(), paired);

    assertAnswers(found, Kernel.RANGE, Set.of(answer));
    assertThat(held(paired, SmtYield::yield, machine.truth(Kernel.RANGE).yield()))
        .isGreaterThanOrEqualTo(MIN_HELD);
  }

  private static CampaignOptions rangeOnly(List<Integer> workers) {
    return SimulatedCampaigns.options(
        List.of(Kernel.RANGE),
        List.of(ConcurrencyModel.PLATFORM),
        workers,
        null,
        CampaignOptions.DEFAULT_BUDGET);
  }

  @ParameterizedTest
  @CsvSource({"4c8t-fake, 4100", "4c8t-quarter, 4300", "4c8t-mixed, 4500"})
  void theWholeCurveFindsItToo(String name, long firstSeed) throws Exception {
    SimulatedMachine machine = SimulatedCampaigns.machine(name);
    double truth = machine.truth(Kernel.RANGE).yield();
    List<MeasuredFindings> found = found(machine, rangeOnly(List.of(1, 2, 3, 4, 6, 8)), firstSeed);
    List<SmtYield> chip =
        found.stream().map(f -> of(f, Kernel.RANGE, Estimator.CHIP_WIDE)).toList();
    double[] knees =
        found.stream().mapToDouble(f -> f.curves().getFirst().knee().yield().value()).toArray();
    double[] wide = chip.stream().mapToDouble(y -> y.yield().value()).toArray();
    System.out.printf(
        "  truth %.2f: chip-wide %.3f, held %d times; knee %.3f%n",
        truth, median(wide), held(chip, SmtYield::yield, truth), median(knees));

    assertThat(held(chip, SmtYield::yield, truth)).isGreaterThanOrEqualTo(MIN_HELD);
    assertThat(Math.abs(median(wide) - truth)).isLessThan(0.02);
    assertThat(Math.abs(median(knees) - truth)).isLessThan(0.03);
  }

  /** Four cores alone use up the memory's bandwidth, so siblings lose nothing that is not lost. */
  @Test
  void saturatedMemoryLeavesTheWholeChipNothing() throws Exception {
    SimulatedMachine machine = SimulatedCampaigns.machine("4c8t-mixed");
    CampaignOptions options =
        SimulatedCampaigns.options(
            List.of(Kernel.ARRAY_STREAM), List.of(ConcurrencyModel.PLATFORM), List.of(), 6, null);
    MeasuredFindings found = MeasuredFindings.of(run(machine, options, 5100).run());

    assertThat(of(found, Kernel.ARRAY_STREAM, Estimator.CHIP_WIDE).yield().value())
        .isBetween(-0.02, 0.02);
    assertThat(of(found, Kernel.ARRAY_STREAM, Estimator.PAIRED).yield().value())
        .isBetween(-0.08, -0.02);
  }
}
