package io.coreyield.analysis.model.machine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One logical CPU: what the scheduler places a thread on.
 *
 * @param id the operating system's number
 * @param core the physical core's number, unique within its package
 * @param pkg the package's (socket's) number
 * @param numaNode the NUMA node's number
 * @param efficiencyClass 0 for the least capable kind of core in the machine, more for others
 * @param usable whether this process may run on it (affinity mask, cpuset)
 * @param llc the number of the group that shares its last-level cache: the lowest logical CPU in
 *     it; null where unknown
 */
public record LogicalCpu(
    int id,
    int core,
    int pkg,
    int numaNode,
    int efficiencyClass,
    boolean usable,
    @Nullable Integer llc) {

  /** Throws an {@link IllegalArgumentException} if a number is negative. */
  public LogicalCpu {
    if (id < 0 || core < 0 || pkg < 0 || numaNode < 0 || efficiencyClass < 0) {
      throw new IllegalArgumentException(
          "logical CPU %d: core %d, package %d, NUMA node %d, efficiency class %d: none may be negative"
              .formatted(id, core, pkg, numaNode, efficiencyClass));
    }
    if (llc != null && llc < 0) {
      throw new IllegalArgumentException(
          "logical CPU %d: last-level cache group %d may not be negative".formatted(id, llc));
    }
  }

  /** One of which it is not known with whom it shares its last-level cache. */
  public LogicalCpu(int id, int core, int pkg, int numaNode, int efficiencyClass, boolean usable) {
    this(id, core, pkg, numaNode, efficiencyClass, usable, null);
  }

  /**
   * Whether a core of the one is worth as much as a core of the other, and both share what cores
   * share: same NUMA node, same efficiency class, same last-level cache, or the same package where
   * caches are not known.
   */
  public boolean isPeerOf(LogicalCpu other) {
    boolean cachesKnown = llc != null || other.llc != null;
    return numaNode == other.numaNode
        && efficiencyClass == other.efficiencyClass
        && (cachesKnown ? Objects.equals(llc, other.llc) : pkg == other.pkg);
  }

  /** The same logical CPU on the core of another, which is numbered by that one. */
  LogicalCpu onCoreOf(LogicalCpu first) {
    return new LogicalCpu(
        id, first.id, first.pkg, first.numaNode, efficiencyClass, usable, first.llc);
  }
}
