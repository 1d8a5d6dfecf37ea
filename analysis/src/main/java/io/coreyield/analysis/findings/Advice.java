package io.coreyield.analysis.findings;

import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;

/**
 * How many workers to start for one kind of code.
 *
 * @param kernel the kind of code, by what binds it
 * @param workers how many
 * @param each of what that is one
 * @param alternatives what other numbers of workers cost, by ascending number
 */
public record Advice(
    Kernel kernel,
    ConcurrencyModel model,
    int workers,
    Each each,
    Basis basis,
    List<Alternative> alternatives) {

  /** What each worker has. */
  public enum Each {
    LOGICAL_CPU,
    CORE,
    /** Part of the machine is left. */
    NEITHER
  }

  /** What an advice follows from. */
  public sealed interface Basis {}

  /** A curve: the speed-up of that many workers. */
  public record Curve(Estimate speedUp) implements Basis {}

  /** What more workers add under a CPU quota. */
  public record Quota(CpuQuota quota, QuotaFinding.Curve curve) implements Basis {}

  /** What a sibling adds, as a fraction, by pairs alone. */
  public record Pairs(Estimate yield) implements Basis {}

  /**
   * Another number of workers.
   *
   * @param cost the fraction of the advised workers' throughput that is lost, below 0 where more is
   *     done; compared within rounds
   */
  public record Alternative(int workers, Estimate cost) {}
}
