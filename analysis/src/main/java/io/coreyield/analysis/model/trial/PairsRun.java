package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.plan.Kernel;
import java.time.Instant;
import java.util.List;

/**
 * A measurement of pairs of logical CPUs, and its answer.
 *
 * @param simulated whether the machine was a simulated one
 * @param commandLine as typed, without the launcher
 * @param sharing which of them share a core
 */
public record PairsRun(
    String toolVersion,
    boolean simulated,
    List<String> commandLine,
    Instant start,
    Instant end,
    RunInfo.State state,
    Machine machine,
    Environment environment,
    Setup setup,
    List<PairRatio> pairs,
    CoreSharing sharing,
    List<Warning> warnings) {

  /**
   * How pairs are measured.
   *
   * @param cpus the logical CPUs that were measured, in order
   * @param pairsInAll how many pairs they have; more than were measured where a sample was
   * @param seed of the order, of the sample and of the resamples
   */
  public record Setup(
      Kernel kernel, int windowMs, int rounds, List<Integer> cpus, int pairsInAll, long seed) {

    public Setup {
      cpus = List.copyOf(cpus);
    }
  }

  public PairsRun {
    commandLine = List.copyOf(commandLine);
    pairs = List.copyOf(pairs);
    warnings = List.copyOf(warnings);
  }

  /** The logical CPUs that were measured, declared siblings next to each other. */
  public List<Integer> siblingsAdjacent() {
    return machine.topology().siblingsAdjacent().stream()
        .map(LogicalCpu::id)
        .filter(setup.cpus()::contains)
        .toList();
  }
}
