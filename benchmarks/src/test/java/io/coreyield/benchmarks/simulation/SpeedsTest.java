package io.coreyield.benchmarks.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.plan.Kernel;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The physics of a machine without noise, in units of one worker alone. */
class SpeedsTest {

  private static final long FROM_NS = new SimulatedClock().nanoTime();
  private static final long TO_NS = FROM_NS + 1_000_000_000;

  private static final KernelTruth QUARTER = new KernelTruth(0.25, 1, Double.POSITIVE_INFINITY);

  private static SimulatedMachine machine(CoreLayout layout, KernelTruth truth) {
    return new SimulatedMachine(
        "M",
        layout,
        new TreeMap<>(Map.of(1, 32768L)),
        1L << 36,
        new Frequency(2.0, TurboCurve.of(Map.of(2, 0.9, 4, 0.8)), 1, Frequency.Drift.NONE),
        new ForkPace(null, null),
        Stream.of(Kernel.values()).collect(Collectors.toMap(Function.identity(), _ -> truth)),
        Noise.NONE,
        0,
        List.of(),
        Instant.EPOCH);
  }

  private static SimulatedMachine fourCores() {
    return machine(layout(CoreLayout.Numbering.CORES_FIRST), QUARTER);
  }

  private static CoreLayout layout(CoreLayout.Numbering numbering) {
    return new CoreLayout(1, 4, 2, numbering, 2, 8, null, false);
  }

  private static double together(SimulatedMachine machine, Integer... cpus) {
    double[] rates =
        new Speeds(machine, 1, BackgroundPrograms.of(machine, 1))
            .of(Kernel.RANGE, List.of(cpus), FROM_NS, TO_NS, 1);
    return Arrays.stream(rates).sum() / 2e9;
  }

  private static void is(double expected, double found) {
    assertThat(found).isCloseTo(expected, within(1e-12));
  }

  @Test
  void workersShareCpusCoresAndTheTurbo() {
    SimulatedMachine m = fourCores();
    is(1, together(m, 0));
    is(1, together(m, 4));
    is(1, together(m, 0, 0));
    is(1.25, together(m, 0, 4));
    is(1.25, together(m, 0, 4, 0, 4));
    is(2 * 0.9, together(m, 0, 1));
    is((1.25 + 1) * 0.9, together(m, 0, 4, 1));
    is(3 * 0.85, together(m, 0, 1, 2));
    is(4 * 1.25 * 0.8, together(m, 0, 1, 2, 3, 4, 5, 6, 7));
  }

  @Test
  void siblingsAreThoseOfTheNumbering() {
    SimulatedMachine m = machine(layout(CoreLayout.Numbering.ADJACENT), QUARTER);
    SimulatedMachine without =
        machine(
            new CoreLayout(1, 2, 1, CoreLayout.Numbering.CORES_FIRST, 1, 2, null, false), QUARTER);

    is(1.25, together(m, 0, 1));
    is(2 * 0.9, together(m, 1, 2));
    is(2 * 0.9, together(m, 0, 4));
    is(2 * 0.9, together(without, 0, 1));
  }

  @Test
  void aNeighbourTakesItsShareAndDisturbsTheSibling() {
    BackgroundProgram bursts =
        new BackgroundProgram(0, 0.4, 0, 100, new BackgroundProgram.Bursts(1, 1));
    BackgroundProgram steady = Copies.with(bursts, "bursts", null);
    SimulatedMachine m = Copies.with(fourCores(), "programs", List.of(steady));
    is(0.6, together(m, 0));
    // For 40 % of the time the core has two at work, and each then does 0.625.
    is(0.6 + 0.4 * 0.625, together(m, 4));
    is(0.6 * 0.625 + 0.625, together(m, 0, 4));
    is(1, together(m, 1));
  }

  @Test
  void aHypervisorTakesItsShareOfEveryCpu() {
    SimulatedMachine m = Copies.with(fourCores(), "stealShare", 0.1);
    is(0.9, together(m, 0));
    is(0.9 * 1.25, together(m, 0, 4));
  }

  /** Cores 0 and 1 are on the first node, 2 and 3 on the second. */
  @Test
  void memoryBoundsEachNode() {
    SimulatedMachine m =
        machine(layout(CoreLayout.Numbering.CORES_FIRST), new KernelTruth(0.25, 1, 2e9 * 1.5));
    is(1, together(m, 0));
    is(1.5, together(m, 0, 1));
    is(2 * 0.9, together(m, 0, 2));
    is(2 * 1.5, together(m, 0, 1, 2, 3, 4, 5, 6, 7));
  }

  @Test
  void theMeanOfTheCoresIsTheStatedYield() {
    SimulatedMachine quiet = fourCores();
    SimulatedMachine noisy = Copies.with(quiet, "noise", new Noise(0.1, 0, 0, 0, 0, 0, 0));
    double product = 1;
    for (int core = 0; core < 4; core++) {
      product *= together(noisy, core, core + 4) / together(noisy, core);
    }
    is(1.25, Math.pow(product, 0.25));
  }
}
