package io.coreyield.analysis.model.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the run ran under.
 *
 * @param host the machine's name; null when left out
 * @param limits which of the CPUs the process may use, and how much of them
 * @param container the kind of container that it ran in; null where none is seen
 * @param smtControl the kernel's switch for SMT as it has it: {@code on}, {@code off}, {@code
 *     forceoff}, {@code notsupported}, {@code notimplemented}, or a number of threads; null where
 *     there is none
 * @param governor the frequency governor of the first logical CPU; null where none is shown
 * @param loadAverage over one minute, at the start; null where unknown
 * @param conditions the state that the machine was in at the start
 */
public record Environment(
    @Nullable String host,
    Os os,
    Jvm jvm,
    CpuLimits limits,
    @Nullable String container,
    @Nullable String smtControl,
    @Nullable String governor,
    @Nullable Double loadAverage,
    Conditions conditions) {

  /**
   * The operating system.
   *
   * @param name with its release
   * @param kernelVersion of its kernel
   * @param architecture as Java names it: {@code amd64}
   */
  public record Os(String name, String kernelVersion, String architecture) {}

  public record Jvm(
      String javaVersion,
      String vmName,
      String vmVersion,
      String javaPath,
      List<String> arguments) {

    public Jvm {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * What limits the use of CPUs.
   *
   * @param availableProcessors what the JVM takes the machine to have
   * @param virtualThreadCarriers carrier threads of the virtual-thread scheduler
   * @param affinity the logical CPUs that this process may use, as a list: {@code 0-3,8}; null
   *     where unknown
   * @param throttling what the machine's quota did before the start; null where unknown
   */
  public record CpuLimits(
      int availableProcessors,
      int virtualThreadCarriers,
      @Nullable String affinity,
      @Nullable Throttling throttling) {}
}
