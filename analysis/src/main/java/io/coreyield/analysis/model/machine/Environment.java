package io.coreyield.analysis.model.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the run ran under.
 *
 * @param host the machine's name; null when left out
 * @param os the operating system and its release
 * @param kernelVersion the operating system's kernel
 * @param architecture as Java names it: {@code amd64}
 * @param javaVersion {@code java.version} of the forks
 * @param vmName {@code java.vm.name} of the forks
 * @param vmVersion {@code java.vm.version} of the forks
 * @param javaPath the launcher of the forks
 * @param jvmArguments of every fork
 * @param availableProcessors what the JVM takes the machine to have
 * @param virtualThreadCarriers carrier threads of the virtual-thread scheduler
 * @param affinity the logical CPUs that this process may use, as a list: {@code 0-3,8}; null where
 *     the platform does not tell
 * @param cpuQuota the cgroup's {@code cpu.max}: {@code 200000 100000}; null where there is none
 * @param throttling what that quota did before the start; null where there is none or the cgroup
 *     does not tell
 * @param smtControl the kernel's switch for SMT: {@code on}, {@code off}, {@code forceoff}, {@code
 *     notsupported}; null where there is none
 * @param governor the frequency governor of the first logical CPU; null where none is shown
 * @param loadAverage over one minute, at the start; null where the platform does not tell
 * @param conditions the state that the machine was in at the start
 */
public record Environment(
    @Nullable String host,
    String os,
    String kernelVersion,
    String architecture,
    String javaVersion,
    String vmName,
    String vmVersion,
    String javaPath,
    List<String> jvmArguments,
    int availableProcessors,
    int virtualThreadCarriers,
    @Nullable String affinity,
    @Nullable String cpuQuota,
    @Nullable Throttling throttling,
    @Nullable String smtControl,
    @Nullable String governor,
    @Nullable Double loadAverage,
    Conditions conditions) {

  /** Copies the list. */
  public Environment {
    jvmArguments = List.copyOf(jvmArguments);
  }
}
