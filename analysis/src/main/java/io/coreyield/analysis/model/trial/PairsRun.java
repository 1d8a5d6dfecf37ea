package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Warning;
import java.time.Instant;
import java.util.List;

/**
 * A measurement of pairs of logical CPUs, and its answer.
 *
 * @param simulated whether the machine was a simulated one
 * @param commandLine as typed, without the launcher
 * @param topology which of its logical CPUs share a core, as measured
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
    MeasuredTopology topology,
    List<Warning> warnings) {

  public PairsRun {
    commandLine = List.copyOf(commandLine);
    warnings = List.copyOf(warnings);
  }

  /** The logical CPUs that were measured, declared siblings next to each other. */
  public List<Integer> siblingsAdjacent() {
    return machine.topology().siblingsAdjacent().stream()
        .map(LogicalCpu::id)
        .filter(topology.setup().cpus()::contains)
        .toList();
  }
}
