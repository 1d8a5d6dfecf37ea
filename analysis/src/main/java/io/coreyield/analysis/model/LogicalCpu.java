package io.coreyield.analysis.model;

/**
 * One logical CPU: what the scheduler places a thread on.
 *
 * @param id the operating system's number
 * @param core the physical core's number, unique within its package
 * @param pkg the package's (socket's) number
 * @param numaNode the NUMA node's number
 * @param efficiencyClass 0 for the least capable kind of core in the machine, more for others
 * @param usable whether this process may run on it (affinity mask, cpuset)
 */
public record LogicalCpu(
    int id, int core, int pkg, int numaNode, int efficiencyClass, boolean usable) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is negative
   */
  public LogicalCpu {
    if (id < 0 || core < 0 || pkg < 0 || numaNode < 0 || efficiencyClass < 0) {
      throw new IllegalArgumentException(
          "logical CPU %d: core %d, package %d, NUMA node %d, efficiency class %d: none may be negative"
              .formatted(id, core, pkg, numaNode, efficiencyClass));
    }
  }
}
