package io.coreyield.analysis.comparison;

import static io.coreyield.analysis.comparison.ComparedRuns.ONE;
import static io.coreyield.analysis.comparison.ComparedRuns.YIELD;
import static io.coreyield.analysis.comparison.ComparedRuns.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.yields.Direction;
import io.coreyield.analysis.model.machine.Cache;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static Difference.Measured difference(Comparison comparison, int run, Row row) {
    return (Difference.Measured) comparison.difference(run, row).orElseThrow();
  }

  /**
   * Two differences, so each has the level 97.5 %. R 4, the throughputs by their logarithms:
   *
   * <pre>{@code
   * e <- sqrt(2) * 0.01
   * 0.1 + c(-1, 1) * qt(1 - 0.05 / 2 / 2, 24) * e
   * exp(log(1.2) + c(-1, 1) * qt(1 - 0.05 / 2 / 2, 24) * e) - 1
   * }</pre>
   */
  @Test
  void agreesWithR() {
    Comparison comparison =
        Comparison.of(List.of(run("a", 0, 0.2, 1e9), run("b", 1, 0.3, 1.2e9)), null);
    assertThat(comparison.family()).isEqualTo(2);
    assertThat(comparison.level()).isCloseTo(0.975, within(1e-12));
    Difference.Measured yield = difference(comparison, 1, YIELD);
    assertThat(yield.word()).isEqualTo(Direction.LARGER);
    assertThat(yield.estimate().low()).isCloseTo(0.0661868705159724, within(1e-9));
    assertThat(yield.estimate().high()).isCloseTo(0.1338131294840276, within(1e-9));
    Difference.Measured one = difference(comparison, 1, ONE);
    assertThat(one.estimate().value()).isCloseTo(0.2, within(1e-12));
    assertThat(one.estimate().low()).isCloseTo(0.1601025742771727, within(1e-9));
    assertThat(one.estimate().high()).isCloseTo(0.2412695497182422, within(1e-9));
    assertThat(comparison.difference(0, YIELD)).contains(new Difference.Itself());
  }

  @Test
  void theMoreThatIsComparedTheWiderAreTheIntervals() {
    List<ComparedRun> runs = new ArrayList<>(List.of(run("a", 0, 0.2, 1e9)));
    double width = 0;
    for (int day = 1; day < 30; day++) {
      runs.add(run("b" + day, day, 0.25, 1e9));
      Estimate estimate = difference(Comparison.of(runs, null), 1, YIELD).estimate();
      assertThat(estimate.halfWidth()).isGreaterThan(width);
      width = estimate.halfWidth();
    }
  }

  @Test
  void theOrderOfRunsChangesNothingButTheOrderOfColumns() {
    List<ComparedRun> runs = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ComparedRun run = run(i < 4 ? "lab" : "run " + i, i / 2, 0.2 + 0.02 * i, 1e9 * (1 + 0.1 * i));
      runs.add(Copies.with(run, "identity", "run " + i));
    }
    runs.set(5, ComparedRuns.untrusted(runs.get(5)));
    runs.set(6, ComparedRuns.simulated(runs.get(6)));
    Comparison first = Comparison.of(runs, "run 4");
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      List<ComparedRun> shuffled = new ArrayList<>(runs);
      Collections.shuffle(shuffled, random);
      Comparison other = Comparison.of(shuffled, "run 4");
      assertThat(byName(other)).isEqualTo(byName(first));
      assertThat(other.rows()).isEqualTo(first.rows());
      assertThat(other.groups()).isEqualTo(first.groups());
      assertThat(other.baselineRun().name()).isEqualTo(first.baselineRun().name());
      assertThat(other.runs())
          .extracting(ComparedRun::identity)
          .isEqualTo(shuffled.stream().map(ComparedRun::identity).toList());
    }
  }

  private static Map<String, SortedMap<Row, Difference>> byName(Comparison comparison) {
    Map<String, SortedMap<Row, Difference>> byName = new HashMap<>();
    for (int i = 0; i < comparison.runs().size(); i++) {
      byName.put(comparison.runs().get(i).name(), comparison.differences().get(i));
    }
    return byName;
  }

  @Test
  void namesAreMadeUniqueByDateAndThenByNumber() {
    ComparedRun again = Copies.with(run("lab", 1, 0.2, 1e9), "identity", "a second one");
    Comparison comparison =
        Comparison.of(
            List.of(
                run("lab", 1, 0.2, 1e9),
                again,
                run("lab", 0, 0.2, 1e9),
                run("a\u001b[2J\u202eb\n", 3, 0.2, 1e9)),
            null);
    assertThat(comparison.runs())
        .extracting(ComparedRun::name)
        .containsExactly("lab 2026-01-03 (2)", "lab 2026-01-03", "lab 2026-01-02", "a [2J b");
  }

  @Test
  void theBaselineIsTheFirstRunUnlessOneIsNamed() {
    List<ComparedRun> runs = List.of(run("later", 4, 0.2, 1e9), run("earlier", 3, 0.2, 1e9));
    assertThat(Comparison.of(runs, null).baselineRun().name()).isEqualTo("later");
    assertThat(Comparison.of(runs, "earlier").baselineRun().name()).isEqualTo("earlier");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Comparison.of(runs, "nobody"))
        .withMessage("no run is named 'nobody': the names are later, earlier");
  }

  @Test
  void oneRunIsNothingToCompare() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Comparison.of(List.of(run("a", 0, 0.2, 1e9)), null))
        .withMessage("1 run: give 2 to 1000 to compare");
  }

  @Test
  void aGroupHasItsMedianRangeAndOutliers() {
    List<ComparedRun> runs = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      runs.add(run("r" + i, i, 0.20 + 0.01 * (i % 3), 1e9));
    }
    runs.add(run("apart", 20, 0.5, 1e9));
    runs.add(ComparedRuns.untrusted(run("untrusted", 21, 0.9, 1e9)));
    runs.add(Copies.with(run("copy", 0, 0.20, 1e9), "identity", "run of day 0"));
    runs.add(ComparedRuns.simulated(run("simulated", 22, 0.9, 1e9)));
    List<Group> groups = Comparison.of(runs, null).groups();
    assertThat(groups).hasSize(2);
    Group group = groups.getFirst();
    assertThat(group.members())
        .hasSize(11)
        .contains("untrusted")
        .doesNotContain("simulated", "copy");
    assertThat(group.untrusted()).isEqualTo(1);
    GroupFigure figure = Objects.requireNonNull(group.figures().get(YIELD));
    assertThat(figure.count()).isEqualTo(10);
    assertThat(figure.median()).isCloseTo(0.21, within(1e-12));
    assertThat(figure.low()).isCloseTo(0.20, within(1e-12));
    assertThat(figure.high()).isCloseTo(0.5, within(1e-12));
    assertThat(figure.outliers()).extracting(GroupFigure.Outlier::name).containsExactly("apart");
  }

  @Test
  void aGroupNeverMixesSettings() {
    List<ComparedRun> runs = new ArrayList<>();
    Reading other = new Reading(ComparedRuns.figure(9, 1), Setting.ofPairs(50), 9, false);
    for (int i = 0; i < 5; i++) {
      ComparedRun run = run("r" + i, i, 0.2, 1e9);
      runs.add(i < 3 ? run : ComparedRuns.withYield(run, _ -> other));
    }
    GroupFigure figure =
        Objects.requireNonNull(Comparison.of(runs, null).groups().getFirst().figures().get(YIELD));
    assertThat(figure.count()).isEqualTo(3);
    assertThat(figure.leftOut()).isEqualTo(2);
    assertThat(figure.high()).isEqualTo(0.2);
  }

  @Test
  void aRegressionIsThatOfTheSameMachine() {
    ComparedRun base = run("base", 0, 0.25, 1e9);
    ComparedRun slower = run("slower", 1, 0.25, 0.5e9);
    ComparedRun elsewhere =
        ComparedRuns.with(run("elsewhere", 2, 0.9, 9e9), ComparedRuns.fingerprint("Another CPU"));
    Comparison comparison = Comparison.of(List.of(base, slower, elsewhere), null);
    RegressionCheck smaller = RegressionCheck.of(comparison, Direction.SMALLER);
    assertThat(smaller.compared()).isEqualTo(2);
    assertThat(smaller.passed()).isFalse();
    assertThat(smaller.found()).isEqualTo(1);
    assertThat(RegressionCheck.of(comparison, Direction.LARGER).passed()).isTrue();
    Comparison others = Comparison.of(List.of(base, elsewhere), null);
    assertThat(RegressionCheck.of(others, Direction.LARGER).passed())
        .as("nothing compared")
        .isFalse();
  }

  @Test
  void whatCanChangeOnAMachineIsNoOtherMachine() {
    Fingerprint f = ComparedRuns.fingerprint("A CPU");
    assertThat(f.isSameMachineAs(ComparedRuns.java(f, "26", "x", List.of()))).isTrue();
    assertThat(f.isSameMachineAs(ComparedRuns.fingerprint("B CPU"))).isFalse();
    assertThat(f.machine().caches()).containsExactly(new Cache(1, "data", 32_768));
  }

  /** From run to word: what was simulated is found, and what is equal is not. */
  @Test
  void readsTheFiguresOfRuns() {
    ComparedRun base = compared("base", 0.25, 0.004);
    ComparedRun more = compared("more", 0.40, 0.005);
    Comparison comparison = Comparison.of(List.of(base, more), "base");
    assertThat(difference(comparison, 1, YIELD).word()).isEqualTo(Direction.LARGER);
    assertThat(difference(comparison, 1, YIELD).estimate().value()).isCloseTo(0.15, within(0.02));
    Row stream = Row.of(Kind.PAIRED_YIELD, Kernel.ARRAY_STREAM, ConcurrencyModel.PLATFORM);
    assertThat(difference(comparison, 1, stream).word()).isEqualTo(Direction.CANNOT_TELL);
    assertThat(difference(comparison, 1, ONE).word()).isEqualTo(Direction.CANNOT_TELL);
    assertThat(comparison.rows())
        .extracting(Row::kind)
        .contains(
            Kind.PAIRED_YIELD,
            Kind.CHIP_WIDE_YIELD,
            Kind.KNEE_YIELD,
            Kind.ONE_WORKER,
            Kind.ALL_CORES,
            Kind.ALL_CPUS,
            Kind.SPEED_UP_CORES,
            Kind.SPEED_UP_CPUS);
    assertThat(comparison.differences().get(1).keySet())
        .noneMatch(row -> row.kind() == Kind.KNEE_YIELD);
  }

  private static ComparedRun compared(String name, double yield, double noise) {
    Map<Kernel, Double> yields = new HashMap<>(PairedRuns.YIELDS);
    yields.put(Kernel.RANGE, yield);
    return ComparedRun.of(
            name,
            MeasuredFindings.of(PairedRuns.run(SimulatedRuns.machine(4, 2), yields, noise, false)))
        .named(name);
  }

  @Test
  void aThousandRunsAreCompared() {
    List<ComparedRun> runs =
        IntStream.range(0, 1000).mapToObj(i -> run("r" + i, i, 0.2, 1e9)).toList();
    Comparison comparison = Comparison.of(runs, null);
    assertThat(comparison.family()).isEqualTo(2 * 999);
    assertThat(comparison.groups()).hasSize(1);
  }
}
