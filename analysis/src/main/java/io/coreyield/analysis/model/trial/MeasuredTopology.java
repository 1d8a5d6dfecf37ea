package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.Kernel;
import java.util.List;

/**
 * Which logical CPUs share a core, measured by pairs of them.
 *
 * @param setup how it was measured
 * @param pairs what was measured, in order
 * @param sharing which of them share a core
 */
public record MeasuredTopology(Setup setup, List<PairRatio> pairs, CoreSharing sharing) {

  /** Copies the list. */
  public MeasuredTopology {
    pairs = List.copyOf(pairs);
  }

  /** Whether a measured pair shares a core and is not declared to, or the reverse. */
  public boolean differs() {
    return sharing.isKnown()
        && pairs.stream().anyMatch(pair -> sharing.isShared(pair.cpuPair()) != pair.declared());
  }

  /**
   * Whether all pairs were measured of the logical CPUs that the process may use: a disturbed one
   * may lack.
   */
  public boolean isOfAll(Machine machine) {
    return setup.cpus().size() == machine.topology().usable().logicalCpus()
        && pairs.size() == setup.pairsInAll();
  }

  /**
   * The machine with these cores where all of them are known and its system declares others; else
   * as it is.
   */
  public Machine of(Machine machine) {
    return differs() && isOfAll(machine)
        ? machine.withMeasured(machine.topology().withCores(setup.cpus(), sharing.groups()))
        : machine;
  }

  /**
   * How pairs are measured.
   *
   * @param kernel what each worker computes
   * @param windowMs how long each window lasts
   * @param rounds how many rounds were begun
   * @param cpus the logical CPUs that were measured, in order
   * @param pairsInAll how many pairs they have; more than were measured where a sample was
   * @param seed of the order, of the sample and of the resamples
   */
  public record Setup(
      Kernel kernel, int windowMs, int rounds, List<Integer> cpus, int pairsInAll, long seed) {

    /** Copies the list. */
    public Setup {
      cpus = List.copyOf(cpus);
    }
  }
}
