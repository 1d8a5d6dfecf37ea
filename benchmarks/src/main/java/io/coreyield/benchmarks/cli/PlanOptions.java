package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Length;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Selection;
import io.coreyield.benchmarks.campaign.session.UnusableException;
import io.coreyield.benchmarks.load.LoadSampler;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code run} that say what is measured. */
final class PlanOptions {

  @Option(
      names = "--kernels",
      split = ",",
      paramLabel = "NAME",
      description =
          "Measure these kernels: range, range-double, range-ilp, array-ports, array-stream, array-chase, range-div, array-cache, array-branch (default: chosen by the campaign; all, if models, workers or placements are given).")
  private List<Kernel> kernels = List.of();

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "NAME",
      description =
          "Measure these concurrency models: platform, virtual, fork-join, process, global-lock (default: chosen by the campaign; all, if kernels, workers or placements are given).")
  private List<ConcurrencyModel> models = List.of();

  @Option(
      names = "--workers",
      split = ",",
      paramLabel = "N",
      description =
          "Measure these numbers of workers, as in 1,2,4 (default: powers of two, the cores and the logical CPUs).")
  private List<Integer> workers = List.of();

  @Option(
      names = "--placements",
      split = ",",
      paramLabel = "NAME",
      description =
          "Place workers by these rules: os, spread, siblings, same (default: os, the scheduler decides).")
  private List<Placement> placements = List.of();

  @Option(
      names = "--siblings",
      negatable = true,
      description =
          "Measure which logical CPUs share a core, and the siblings of each core against each other (default: unless --workers or --placements is given).")
  private @Nullable Boolean siblings;

  @Option(
      names = "--cohabit",
      description =
          "Measure unlike kernels on the siblings of a core, too: which code may share one.")
  private boolean cohabit;

  @Option(
      names = "--window",
      paramLabel = "MS",
      description =
          "Run the workers of a pair for MS milliseconds at a time, 5 to 10000 (default: 25).")
  private int windowMs = CampaignOptions.DEFAULT_WINDOW_MS;

  @Option(
      names = "--scaling",
      paramLabel = "NAME",
      description =
          "Give each worker n elements (weak), or split n over all workers (strong) (default: weak).")
  private Scaling scaling = Scaling.WEAK;

  @Option(
      names = "--n",
      paramLabel = "N",
      description =
          "Sum N elements, as in 268435456 or 2^28 (default: by kernel, for 10 ms or more).")
  private OptionValue.@Nullable Elements elements;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Run at most N rounds; each runs every configuration once, in random order.")
  private @Nullable Integer rounds;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description =
          "Run N iterations and blocks per trial (default: 3, then 2 to 8 by their cost and variance).")
  private @Nullable Integer iterations;

  @Option(
      names = "--target-ci",
      paramLabel = "P",
      description =
          "Stop after a round when every throughput, and every yield as a ratio, is known within ± P of itself from 5 forks or more, as in 2%%. Only widths count.")
  private OptionValue.@Nullable Percentage targetCi;

  @Option(
      names = "--sample-interval",
      paramLabel = "MS",
      description = "Sample the load every MS milliseconds, 100 or more (default: 250).")
  private int sampleIntervalMs = LoadSampler.DEFAULT_INTERVAL_MS;

  /**
   * The campaign that they ask for.
   *
   * @param budget null: the default one, or none where rounds are given
   * @throws UnusableException if there is no such campaign
   */
  CampaignOptions within(@Nullable Duration budget) throws UnusableException {
    try {
      return new CampaignOptions(
          new Selection(kernels, models, workers, placements),
          siblings != null ? siblings : cohabit || (workers.isEmpty() && placements.isEmpty()),
          cohabit ? CampaignOptions.Cohabit.TOO : CampaignOptions.Cohabit.NO,
          windowMs,
          scaling,
          elements == null ? null : elements.count(),
          new Length(
              rounds,
              iterations,
              budget == null && rounds == null ? CampaignOptions.DEFAULT_BUDGET : budget,
              targetCi == null ? null : targetCi.fraction()),
          sampleIntervalMs);
    } catch (IllegalArgumentException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }
}
