package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Length;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Selection;
import io.coreyield.benchmarks.campaign.session.UnusableException;
import io.coreyield.benchmarks.load.LoadSampler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cohabit}: which code may share a core, by measurement. */
@Command(
    name = "cohabit",
    description = "Measure which kinds of code may share a core, and write a report.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Runs every two kernels together on one core and on two cores, and each kernel alone.",
      "Examples:",
      "  cohabit                                        six kinds of code, 3 minutes",
      "  cohabit --kernels array-stream,array-cache     these two only",
      "  cohabit --budget 10m                           narrower intervals",
      "  run --resume DIR                               continues an interrupted run"
    })
final class CohabitCommand implements Callable<Integer> {

  @Option(
      names = "--kernels",
      split = ",",
      paramLabel = "NAME",
      description =
          "Measure these kernels, two or more of those of 'run' (default: range, range-ilp, array-branch, array-cache, array-stream, array-chase).")
  private List<Kernel> kernels = List.of();

  @Option(
      names = "--window",
      paramLabel = "MS",
      description = "Run two workers for MS milliseconds at a time, 5 to 10000 (default: 25).")
  private int windowMs = CampaignOptions.DEFAULT_WINDOW_MS;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Run at most N rounds; each runs every two kernels once, in random order.")
  private @Nullable Integer rounds;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "Run N blocks per trial (default: 3, then 2 to 8 by their cost and variance).")
  private @Nullable Integer iterations;

  @Mixin private final Measuring measuring = new Measuring();

  @Override
  public Integer call() throws UnusableException, IOException {
    return measuring.measure(options());
  }

  private CampaignOptions options() throws UnusableException {
    Duration budget = measuring.budget();
    try {
      return new CampaignOptions(
          new Selection(kernels, List.of(), List.of(), List.of()),
          true,
          CampaignOptions.Cohabit.ONLY,
          windowMs,
          Scaling.WEAK,
          null,
          new Length(
              rounds,
              iterations,
              budget == null && rounds == null ? CampaignOptions.DEFAULT_BUDGET : budget,
              null),
          LoadSampler.DEFAULT_INTERVAL_MS);
    } catch (IllegalArgumentException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }
}
