package io.coreyield.analysis.findings;

import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.NamedChoice;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.fit.Bend;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How many cores a curve of another tool looks like, against those that the machine declares.
 *
 * @param agreement whether both are the same
 * @param declared cores
 * @param apparent cores
 * @param bend of the points up to the declared cores; null where it is not known
 */
public record ApparentCores(Agreement agreement, int declared, int apparent, @Nullable Bend bend) {

  /** Whether a curve contradicts the declared cores. */
  public enum Agreement implements NamedChoice {
    AS_DECLARED,
    /** Siblings are declared, and add nearly as much as cores. */
    MORE_CORES,
    /** The curve bends well before the declared cores are in use. */
    FEWER_CORES,
    UNKNOWN
  }

  /** What workers beyond the cores add if they have cores of their own, at least. */
  static final double MIN_OF_CORES = 0.8;

  /** What a worker adds over one before the bend, at most, where no core is left for it. */
  static final double MAX_WITHOUT_CORE = 0.5;

  /** A bend nearer to the declared cores may be noise. */
  static final double MAX_PLACE = 0.9;

  /** The clock falls when all cores work: as many workers as cores lose more than that. */
  static final double MAX_EFFICIENCY = 0.85;

  /**
   * Compares.
   *
   * @param throughputs by number of workers
   * @param gain of workers beyond the declared cores, a fraction
   */
  static ApparentCores of(
      SortedMap<Integer, Double> throughputs, Estimate gain, Topology topology) {
    int cores = topology.physicalCores();
    int logical = topology.logicalCpus();
    SortedMap<Integer, Double> upToCores = throughputs.headMap(cores + 1);
    Bend bend = Bend.of(upToCores).orElse(null);
    if (gain.value() >= MIN_OF_CORES) {
      return new ApparentCores(Agreement.MORE_CORES, cores, logical, bend);
    }
    // Where siblings add much, cores cannot have run out before.
    boolean isSlowBeyond = !(gain.value() >= MAX_WITHOUT_CORE);
    if (bend != null && isSlowBeyond && isFewer(upToCores, bend, cores)) {
      return new ApparentCores(Agreement.FEWER_CORES, cores, bend.workers(), bend);
    }
    boolean isKnown = gain.hasValue() || (!topology.hasSiblings() && bend != null);
    return new ApparentCores(
        isKnown ? Agreement.AS_DECLARED : Agreement.UNKNOWN, cores, cores, bend);
  }

  boolean contradictsDeclared() {
    return agreement == Agreement.MORE_CORES || agreement == Agreement.FEWER_CORES;
  }

  /** The same where nobody declared the cores. */
  ApparentCores undeclared() {
    return new ApparentCores(Agreement.UNKNOWN, declared, apparent, bend);
  }

  private static boolean isFewer(SortedMap<Integer, Double> upToCores, Bend bend, int cores) {
    int few = upToCores.firstKey();
    int most = upToCores.lastKey();
    double efficiency =
        Optional.ofNullable(upToCores.get(most)).orElseThrow()
            / most
            / (Optional.ofNullable(upToCores.get(few)).orElseThrow() / few);
    return bend.further() < MAX_WITHOUT_CORE
        && bend.workers() <= MAX_PLACE * cores
        && efficiency < MAX_EFFICIENCY;
  }
}
