package io.coreyield.analysis.model.machine;

/**
 * How much CPU time a control group may use: a budget that is full again at the start of each
 * period. Who has spent it is stopped until then.
 *
 * @param cpus CPU time over wall time: 1.5 is the time of one CPU and a half
 * @param periodUs how long a period is, in microseconds
 */
public record CpuQuota(double cpus, long periodUs) {

  /** In a shorter window the cut chunks at its edges would dominate. */
  public static final int MIN_WINDOW_MS = 5;

  private static final double US_PER_MS = 1e3;
  private static final int PAIR = 2;

  /** The rest of a budget is for the host process, for compilers, and for reading clocks. */
  private static final double PART_OF_THE_BUDGET = 2.0 / 3;

  /** Throws an {@link IllegalArgumentException} if it allows nothing, or a period is empty. */
  public CpuQuota {
    if (!(cpus > 0 && Double.isFinite(cpus)) || periodUs < 1) {
      throw new IllegalArgumentException(
          "a quota of %s CPUs in periods of %d us: both must be positive"
              .formatted(cpus, periodUs));
    }
  }

  public double periodMs() {
    return periodUs / US_PER_MS;
  }

  /** The CPU time of each period, summed over logical CPUs, ms. */
  public double budgetMs() {
    return cpus * periodMs();
  }

  /** Whether it may stop two workers that run at once for long. */
  public boolean limitsPairs() {
    return cpus < PAIR;
  }

  /** How long two workers may run at once in one period, with a third of the budget left, ms. */
  public int pairWindowMs() {
    return (int) (PART_OF_THE_BUDGET * budgetMs() / PAIR);
  }

  /** Whether two workers cannot be measured at once. */
  public boolean isTooSmallForPairs() {
    return limitsPairs() && pairWindowMs() < MIN_WINDOW_MS;
  }

  /** How much one may use, as the kernel writes it in {@code cpu.max}: {@code 150000 100000}. */
  public String cpuMax() {
    return "%d %d".formatted(Math.round(cpus * periodUs), periodUs);
  }
}
