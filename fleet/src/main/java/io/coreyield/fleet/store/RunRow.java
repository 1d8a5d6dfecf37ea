package io.coreyield.fleet.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as a fleet keeps it.
 *
 * @param id equal for two states of one campaign
 * @param digest SHA-256 of its files; equal for two copies
 * @param source where it was read from
 * @param labels where the run came from, as it says itself
 */
public record RunRow(
    String id,
    String digest,
    String source,
    Map<String, String> labels,
    MachineColumns machine,
    SoftwareColumns software,
    OutcomeColumns outcome,
    List<FigureRow> figures,
    List<TrialRow> trials) {

  /** Copies the collections. */
  public RunRow {
    labels = Map.copyOf(labels);
    figures = List.copyOf(figures);
    trials = List.copyOf(trials);
  }

  /**
   * The machine.
   *
   * @param name of it; where it has none, that of the run
   * @param isNamed whether runs of one name are runs of one machine
   * @param declared its topology as its system declares it, where it was measured to be another
   */
  public record MachineColumns(
      String name,
      boolean isNamed,
      String cpu,
      String topology,
      int logicalCpus,
      int cores,
      int threadsPerCore,
      @Nullable String declared,
      @Nullable String virtualization,
      String quota) {}

  /**
   * What ran.
   *
   * @param java virtual machine, release and flags
   * @param capturedBy another tool; null of a run of ours
   */
  public record SoftwareColumns(
      String java,
      String os,
      String architecture,
      String toolVersion,
      String kernelCode,
      @Nullable String capturedBy,
      boolean simulated) {}

  /**
   * How it ended.
   *
   * @param trust in all figures, by what was found of the machine
   * @param cpuFinding what its logical CPUs are
   * @param failed trials without a result
   */
  public record OutcomeColumns(
      Instant started, String state, String trust, String cpuFinding, int failed) {}
}
