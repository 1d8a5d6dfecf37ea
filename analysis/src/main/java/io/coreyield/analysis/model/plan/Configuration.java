package io.coreyield.analysis.model.plan;

import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.Machine;

/**
 * One point of the parameter space.
 *
 * @param workers how many, 1 to {@link #MAX_WORKERS}
 * @param elements {@code n}: per worker under weak scaling, in all under strong scaling; 1 to
 *     {@link Kernel#MAX_ELEMENTS}
 * @param scaling how the work grows with the workers
 */
public record Configuration(
    Kernel kernel,
    ConcurrencyModel model,
    int workers,
    long elements,
    Scaling scaling,
    Placement placement) {

  /** More workers than any machine has logical CPUs today; above it a typing error is likelier. */
  public static final int MAX_WORKERS = 8192;

  /**
   * Checks the ranges; throws an {@link IllegalArgumentException} naming the value, its range and
   * the remedy.
   */
  public Configuration {
    requireWorkers(workers);
    requireElements(elements);
    if (scaling == Scaling.STRONG && elements < workers) {
      throw new IllegalArgumentException(
          "%d elements cannot be split over %d workers: give n of at least the worker count"
              .formatted(elements, workers));
    }
  }

  /**
   * Returns {@code workers} if it can be a worker count.
   *
   * @throws IllegalArgumentException naming the range, if it cannot
   */
  public static int requireWorkers(int workers) {
    if (workers < 1 || workers > MAX_WORKERS) {
      throw new IllegalArgumentException(
          "%d workers: give a count from 1 to %d".formatted(workers, MAX_WORKERS));
    }
    return workers;
  }

  /**
   * Returns {@code elements} if the sum of that many fits 64 bits.
   *
   * @throws IllegalArgumentException naming the range, if it does not
   */
  public static long requireElements(long elements) {
    if (elements < 1 || elements > Kernel.MAX_ELEMENTS) {
      throw new IllegalArgumentException(
          "n = %d: give 1 to %d (2^32), beyond which the sum of 0 … n-1 overflows 64 bits"
              .formatted(elements, Kernel.MAX_ELEMENTS));
    }
    return elements;
  }

  /** The first element that worker {@code worker} (0-based) sums. */
  public long from(int worker) {
    return scaling == Scaling.WEAK ? 0 : share(worker);
  }

  /** One past the last element that worker {@code worker} (0-based) sums. */
  public long to(int worker) {
    return scaling == Scaling.WEAK ? elements : share(worker + 1);
  }

  private long share(int worker) {
    // 2^32 elements times 8192 workers stays far below 2^63.
    return elements * worker / workers;
  }

  /** Elements summed by one operation of all workers together. */
  public long elementsPerOperation() {
    return scaling == Scaling.WEAK ? elements * workers : elements;
  }

  /** How many logical CPUs its workers keep busy at once, of so many. */
  public int busyCpus(int logicalCpus) {
    boolean atOnce = model.isParallel() && placement != Placement.SAME;
    return atOnce ? Math.min(workers, logicalCpus) : 1;
  }

  /** Whether its workers want more CPU time than the quota of a machine allows. */
  public boolean exceedsQuotaOf(Machine machine) {
    CpuQuota quota = machine.quota();
    return quota != null && busyCpus(machine.topology().usableOrAll().logicalCpus()) > quota.cpus();
  }

  /** The same configuration with another number of workers. */
  public Configuration withWorkers(int otherWorkers) {
    return new Configuration(kernel, model, otherWorkers, elements, scaling, placement);
  }

  /** One line that names the configuration: {@code range platform ×4}, then what is not default. */
  public String label() {
    StringBuilder label = new StringBuilder("%s %s ×%d".formatted(kernel, model, workers));
    if (placement != Placement.OS) {
      label.append(' ').append(placement);
    }
    if (scaling != Scaling.WEAK) {
      label.append(' ').append(scaling);
    }
    return label.toString();
  }
}
