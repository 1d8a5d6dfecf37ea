package io.coreyield.benchmarks.campaign.plan;

import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.benchmarks.load.LoadSampler;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of a campaign.
 *
 * @param siblings whether to measure the siblings of each core against each other
 * @param cohabit whether to measure unlike code on them, too
 * @param windowMs how long the workers of an arm of a pair run
 * @param elements n; null: what each kernel needs for an operation of 10 ms or more
 */
public record CampaignOptions(
    Selection selection,
    boolean siblings,
    Cohabit cohabit,
    int windowMs,
    Scaling scaling,
    @Nullable Long elements,
    Length length,
    int sampleIntervalMs) {

  /** Long compared with a chunk of work and a time slice, short compared with drift. */
  public static final int DEFAULT_WINDOW_MS = 25;

  /** The budget where neither a budget nor a number of rounds is given. */
  public static final Duration DEFAULT_BUDGET = Duration.ofMinutes(3);

  /** Whether unlike code on the siblings of a core is measured. */
  public enum Cohabit {
    NO,
    /** Beside what the selection asks for. */
    TOO,
    /** And nothing else but each kernel beside itself. */
    ONLY
  }

  private static final int MAX_WINDOW_MS = 10_000;
  private static final int MAX_ITERATIONS = 1_000;

  /** Throws an {@link IllegalArgumentException} that names a value out of its range. */
  public CampaignOptions {
    if (elements != null) {
      Configuration.requireElements(elements);
    }
    requireWindow(windowMs);
    if (cohabit != Cohabit.NO && selection.kernels().size() == 1) {
      throw new IllegalArgumentException(
          "one kernel has no other beside it: give --kernels two or more");
    }
    LoadSampler.requireInterval(sampleIntervalMs);
  }

  /** Without unlike code. */
  public CampaignOptions(
      Selection selection,
      boolean siblings,
      int windowMs,
      Scaling scaling,
      @Nullable Long elements,
      Length length,
      int sampleIntervalMs) {
    this(selection, siblings, Cohabit.NO, windowMs, scaling, elements, length, sampleIntervalMs);
  }

  /** With the default window, scaling, elements and sample interval. */
  public CampaignOptions(Selection selection, boolean siblings, Length length) {
    this(
        selection,
        siblings,
        DEFAULT_WINDOW_MS,
        Scaling.WEAK,
        null,
        length,
        LoadSampler.DEFAULT_INTERVAL_MS);
  }

  /** Whether the user chose what is measured, so that nothing may be left out to save time. */
  boolean isExplicit() {
    return selection.isExplicit() || cohabit == Cohabit.ONLY;
  }

  /**
   * The combinations to run; from an empty list the campaign chooses.
   *
   * @param workers empty: powers of two, the physical cores and the logical CPUs
   * @param placements empty: the scheduler decides
   */
  public record Selection(
      List<Kernel> kernels,
      List<ConcurrencyModel> models,
      List<Integer> workers,
      List<Placement> placements) {

    /** The campaign chooses everything. */
    public static final Selection ANY = new Selection(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists without repetitions; refuses a number of workers that is out of range. */
    public Selection {
      kernels = kernels.stream().distinct().toList();
      models = models.stream().distinct().toList();
      workers = workers.stream().distinct().sorted().toList();
      placements = placements.stream().distinct().toList();
      workers.forEach(Configuration::requireWorkers);
    }

    /** Whether the user chose anything, so that nothing may be left out to save time. */
    boolean isExplicit() {
      return !equals(ANY);
    }
  }

  /**
   * When a campaign ends.
   *
   * @param rounds maximum number; null: as many as fit in the budget
   * @param iterations measurement iterations and blocks of each trial; null: adapted to their cost
   *     and variance
   * @param budget for the whole campaign with its report; null: no limit
   * @param targetCi relative half-width of every interval at which to stop; null: do not stop early
   */
  public record Length(
      @Nullable Integer rounds,
      @Nullable Integer iterations,
      @Nullable Duration budget,
      @Nullable Double targetCi) {

    /** Throws an {@link IllegalArgumentException} that names a value out of its range. */
    public Length {
      if (rounds != null && rounds < 1) {
        throw new IllegalArgumentException("%d rounds: give 1 or more".formatted(rounds));
      }
      if (iterations != null && (iterations < 1 || iterations > MAX_ITERATIONS)) {
        throw new IllegalArgumentException(
            "%d iterations: give 1 to %d".formatted(iterations, MAX_ITERATIONS));
      }
      if (budget != null && !budget.isPositive()) {
        throw new IllegalArgumentException("a budget of %s: give more than 0".formatted(budget));
      }
      if (targetCi != null && !(targetCi > 0 && targetCi < 1)) {
        throw new IllegalArgumentException(
            "a target interval of %s: give a percentage above 0 and below 100".formatted(targetCi));
      }
    }
  }

  /** Throws an {@link IllegalArgumentException} for a window that is too short or too long. */
  public static void requireWindow(int windowMs) {
    if (windowMs < CpuQuota.MIN_WINDOW_MS || windowMs > MAX_WINDOW_MS) {
      throw new IllegalArgumentException(
          "a window of %d ms: give %d to %d ms"
              .formatted(windowMs, CpuQuota.MIN_WINDOW_MS, MAX_WINDOW_MS));
    }
  }
}
