package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.cohabitation.Cohabitation;
import io.coreyield.analysis.findings.cohabitation.Pairing;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Cohabit;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Length;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Selection;
import io.coreyield.benchmarks.load.LoadSampler;
import io.coreyield.benchmarks.simulation.SimulatedMachine;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;

/** How often the figures of unlike code on one core hold the truth. */
final class CohabitStudy {

  private static final String MACHINE = "4c8t-unlike";

  /** What suffers most and least: a loss, a gain and near to nothing. */
  private static final List<Kernel> KERNELS =
      List.of(Kernel.RANGE_ILP, Kernel.ARRAY_STREAM, Kernel.ARRAY_CACHE);

  static final List<Scenario> SCENARIOS = List.of(scenario("4 rounds", 4), scenario("8 rounds", 8));

  static final List<String> HEADER =
      Markdown.header(
          "scenario",
          "machine",
          "campaigns",
          "weighted speedup: interval holds the truth",
          "relative speed",
          "harmonic mean",
          "asymmetry",
          "all joint intervals at once",
          "half-width of a weighted speedup, median, points");

  /** The unlike pairs of one campaign, and how alike pairs compare with yields. */
  record Result(List<Pairing> pairings) {

    static Result of(Run run) {
      Cohabitation found = Objects.requireNonNull(MeasuredFindings.of(run).cohabitation());
      return new Result(found.pairings().stream().filter(p -> !p.isAlike()).toList());
    }
  }

  private CohabitStudy() {}

  private static Scenario scenario(String name, int rounds) {
    return new Scenario(
        name,
        MACHINE,
        new CampaignOptions(
            new Selection(KERNELS, List.of(), List.of(), List.of()),
            true,
            Cohabit.ONLY,
            CampaignOptions.DEFAULT_WINDOW_MS,
            Scaling.WEAK,
            null,
            new Length(rounds, null, null, null),
            LoadSampler.DEFAULT_INTERVAL_MS));
  }

  static String row(Campaigns<Result> campaigns) {
    SimulatedMachine machine = campaigns.scenario().machine();
    return Markdown.row(
        campaigns.scenario().name(),
        "`%s`".formatted(MACHINE),
        campaigns.found().size(),
        weightedSpeedup(campaigns),
        held(
            campaigns,
            p ->
                Stream.of(
                    holds(p.core().kernel(), speed(machine, p.kernel(), p.beside())),
                    holds(p.core().beside(), speed(machine, p.beside(), p.kernel())))),
        held(campaigns, p -> Stream.of(holds(p.core().harmonicMean(), harmonicMean(machine, p)))),
        held(
            campaigns,
            p ->
                Stream.of(
                    holds(
                        p.core().asymmetry(),
                        speed(machine, p.kernel(), p.beside())
                            / speed(machine, p.beside(), p.kernel())))),
        allAtOnce(campaigns),
        "%.1f".formatted(100 * medianHalfWidth(campaigns)));
  }

  static Rate weightedSpeedup(Campaigns<Result> campaigns) {
    SimulatedMachine machine = campaigns.scenario().machine();
    return held(campaigns, p -> Stream.of(holds(p.core().weightedSpeedup(), truth(machine, p))));
  }

  static Rate allAtOnce(Campaigns<Result> campaigns) {
    SimulatedMachine machine = campaigns.scenario().machine();
    return Rate.of(
        campaigns.found(),
        result -> result.pairings().stream().allMatch(p -> holds(p.joint(), truth(machine, p))));
  }

  private static Rate held(
      Campaigns<Result> campaigns, Function<Pairing, Stream<Boolean>> figures) {
    return Rate.of(
        campaigns.found().stream().flatMap(r -> r.pairings().stream()).flatMap(figures).toList(),
        held -> held);
  }

  private static boolean holds(Estimate estimate, double truth) {
    return estimate.low() <= truth && truth <= estimate.high();
  }

  private static double truth(SimulatedMachine machine, Pairing p) {
    return speed(machine, p.kernel(), p.beside()) + speed(machine, p.beside(), p.kernel());
  }

  private static double harmonicMean(SimulatedMachine machine, Pairing p) {
    return 2
        / (1 / speed(machine, p.kernel(), p.beside()) + 1 / speed(machine, p.beside(), p.kernel()));
  }

  private static double speed(SimulatedMachine machine, Kernel kernel, Kernel beside) {
    return machine.truth(kernel).beside(beside);
  }

  private static double medianHalfWidth(Campaigns<Result> campaigns) {
    return Median.withDefaults()
        .evaluate(
            campaigns.found().stream()
                .flatMap(r -> r.pairings().stream())
                .mapToDouble(p -> p.core().weightedSpeedup().halfWidth())
                .toArray());
  }
}
