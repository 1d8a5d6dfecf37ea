package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.session.UnusableException;
import io.coreyield.benchmarks.load.LoadSampler;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code run} that say what is measured. */
final class PlanOptions {

  @Option(
      names = "--kernels",
      split = ",",
      paramLabel = "NAME",
      description = {
        "range, range-double, range-ilp, array-ports, array-stream, array-chase",
        "(default: the campaign chooses; all, once models, workers or placements are given)"
      })
  private @Nullable List<Kernel> kernels;

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "NAME",
      description = {
        "platform, virtual, fork-join, process, global-lock",
        "(default: the campaign chooses; all, once kernels, workers or placements are given)"
      })
  private @Nullable List<ConcurrencyModel> models;

  @Option(
      names = "--workers",
      split = ",",
      paramLabel = "N",
      description = "worker counts, as in 1,2,4 (default: 1, 2, 4 … and the machine's own counts)")
  private @Nullable List<Integer> workers;

  @Option(
      names = "--placements",
      split = ",",
      paramLabel = "NAME",
      description = "os, spread, siblings, same (default: os, the scheduler decides)")
  private @Nullable List<Placement> placements;

  @Option(
      names = "--siblings",
      negatable = true,
      description =
          "measure the siblings of each core against each other (default: unless --workers or"
              + " --placements is given)")
  private @Nullable Boolean siblings;

  @Option(
      names = "--window",
      paramLabel = "MS",
      description = "how long the workers of a pair run at a time, 5 to 10000 (default: 25)")
  private @Nullable Integer windowMs;

  @Option(
      names = "--scaling",
      paramLabel = "NAME",
      description = "weak: each worker sums n; strong: n is split over them (default: weak)")
  private @Nullable Scaling scaling;

  @Option(
      names = "--n",
      paramLabel = "N",
      description = "elements, as in 268435456 or 2^28 (default: by kernel, 10 ms or more)")
  private @Nullable Elements elements;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "rounds at the most; each runs every configuration once, shuffled")
  private @Nullable Integer rounds;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description =
          "iterations and blocks of a trial (default: 3, then 2 to 8 by what they cost and vary)")
  private @Nullable Integer iterations;

  @Option(
      names = "--target-ci",
      paramLabel = "P",
      description =
          "stop after a round when every throughput, and every yield as a ratio, is known within"
              + " ± P of itself from 5 forks or more, as in 2%%; only widths count")
  private @Nullable Percentage targetCi;

  @Option(
      names = "--sample-interval",
      paramLabel = "MS",
      description = "between two samples of the load, 100 or more (default: 250)")
  private @Nullable Integer sampleIntervalMs;

  /** Whether any is. */
  boolean isGiven() {
    return Stream.of(
            kernels,
            models,
            workers,
            placements,
            siblings,
            windowMs,
            scaling,
            elements,
            rounds,
            iterations,
            targetCi,
            sampleIntervalMs)
        .anyMatch(Objects::nonNull);
  }

  /**
   * The campaign that they ask for.
   *
   * @param budget of all of it; null: the default one, or none where rounds are given
   * @throws UnusableException if there is no such campaign
   */
  CampaignOptions within(@Nullable Duration budget) throws UnusableException {
    try {
      return new CampaignOptions(
          orEmpty(kernels),
          orEmpty(models),
          orEmpty(workers),
          orEmpty(placements),
          siblings != null ? siblings : workers == null && placements == null,
          windowMs == null ? CampaignOptions.DEFAULT_WINDOW_MS : windowMs,
          scaling == null ? Scaling.WEAK : scaling,
          elements == null ? null : elements.count(),
          rounds,
          iterations,
          budget == null && rounds == null ? CampaignOptions.DEFAULT_BUDGET : budget,
          targetCi == null ? null : targetCi.fraction(),
          sampleIntervalMs == null ? LoadSampler.DEFAULT_INTERVAL_MS : sampleIntervalMs);
    } catch (IllegalArgumentException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
