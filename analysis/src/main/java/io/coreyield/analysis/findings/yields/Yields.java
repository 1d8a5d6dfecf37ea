package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.findings.load.ConfigurationResult;
import io.coreyield.analysis.findings.load.Results;
import io.coreyield.analysis.findings.trust.Comparisons;
import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.trust.TaintSplit;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.SmallestEffect;
import java.util.List;
import java.util.Optional;

/**
 * What the second sibling of a core adds, by the chip-wide estimator: the throughput of one worker
 * per logical CPU over that of one worker per physical core, less 1, shared among the further
 * siblings of a core. Both under placement {@code os} and weak scaling, compared within rounds.
 */
public final class Yields {

  public static final String NO_PAIR = "no sibling pair";

  public static final String QUOTA = "the CPU quota is too small for all logical CPUs at once";

  private static final String NO_CLOCK =
      "all cores are at work in both arms, and siblings give no clock";

  private static final String NO_CONTROLS =
      "the chip-wide yield has no controls of its own: see the paired one";

  private final Topology topology;
  private final TaintSplit evidence;
  private final Results results;
  private final Trust machine;

  private Yields(Topology topology, TaintSplit evidence, Trust machine) {
    this.topology = topology;
    this.evidence = evidence;
    this.results = new Results(evidence.headline());
    this.machine = machine;
  }

  /**
   * One per kernel and parallel model that was planned.
   *
   * @param topology the part of the machine that the run could use
   * @param machine what was found of it
   */
  public static List<SmtYield> of(Topology topology, TaintSplit evidence, Trust machine) {
    Yields yields = new Yields(topology, evidence, machine);
    return yields.results.configurations().stream()
        .filter(c -> c.model().isParallel())
        .map(c -> new Pair(c.kernel(), c.model()))
        .distinct()
        .map(yields::yieldOf)
        .toList();
  }

  private record Pair(Kernel kernel, ConcurrencyModel model) {
    boolean holds(Configuration c) {
      return c.kernel() == kernel
          && c.model() == model
          && c.scaling() == Scaling.WEAK
          && c.placement() == Placement.OS;
    }
  }

  private SmtYield yieldOf(Pair pair) {
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent()) {
      return unknown(pair, obstacle.get());
    }
    List<ConfigurationResult> arms =
        results.arms().stream().filter(arm -> pair.holds(arm.configuration())).toList();
    for (ConfigurationResult all : arms) {
      Optional<ConfigurationResult> oneEach =
          results.arm(all.configuration().withWorkers(topology.physicalCores()));
      if (all.configuration().workers() == topology.logicalCpus() && oneEach.isPresent()) {
        return measured(pair, all, oneEach.get());
      }
    }
    return unknown(pair, missing(arms));
  }

  private Optional<String> obstacle() {
    if (!topology.hasSiblings()) {
      return Optional.of(NO_PAIR);
    }
    if (evidence.all().info().machine().bindingQuota().isPresent()) {
      return Optional.of(QUOTA);
    }
    // Workers with a core of their own would wait for those that share one.
    boolean uniform =
        topology.physicalCores() * topology.threadsPerCore() == topology.logicalCpus();
    return uniform
        ? Optional.empty()
        : Optional.of(
            "not every core has %d logical CPUs that the run could use, so the chip-wide yield is unknown"
                .formatted(topology.threadsPerCore()));
  }

  private SmtYield measured(Pair pair, ConfigurationResult all, ConfigurationResult oneEach) {
    TaintCheck taints =
        Comparisons.of(evidence, all.configuration(), oneEach.configuration(), this::perSibling);
    Estimate yield = taints.headline();
    Controls controls = Controls.unknown(NO_CONTROLS);
    Judgement judgement = Judgement.of(taints, controls, machine);
    int forks = Math.min(all.trials().size(), oneEach.trials().size());
    return new SmtYield(
        pair.kernel(),
        pair.model(),
        Estimator.CHIP_WIDE,
        yield,
        taints,
        ClockCheck.unknown(NO_CLOCK),
        controls,
        sampling(forks, SmallestEffect.of(yield, forks - 1)),
        judgement.category(),
        judgement.trust(),
        null);
  }

  /** Shared among the further siblings of a core. */
  private Estimate perSibling(ConfigurationResult all, ConfigurationResult oneEach) {
    return all.over(oneEach).plus(-1).times(1.0 / (topology.threadsPerCore() - 1));
  }

  private String missing(List<ConfigurationResult> arms) {
    List<Integer> wanted = List.of(topology.physicalCores(), topology.logicalCpus());
    List<String> absent =
        wanted.stream()
            .filter(w -> arms.stream().noneMatch(arm -> arm.configuration().workers() == w))
            .map(w -> w == 1 ? "1 worker" : w + " workers")
            .toList();
    if (absent.isEmpty()) {
      return "no n has results with both worker counts";
    }
    // Without any arm the worker counts are not the reason.
    return "no result with "
        + String.join(" and ", absent)
        + (arms.isEmpty() ? " under placement os and weak scaling" : "");
  }

  private Sampling sampling(int forks, double smallestEffect) {
    int cores = topology.physicalCores();
    return new Sampling(forks, List.of(), cores, cores, smallestEffect);
  }

  private SmtYield unknown(Pair pair, String reason) {
    return new SmtYield(
        pair.kernel(),
        pair.model(),
        Estimator.CHIP_WIDE,
        Estimate.unknown(reason),
        TaintCheck.untaintedOnly(Estimate.unknown(reason), 0),
        ClockCheck.unknown(reason),
        Controls.unknown(NO_CONTROLS),
        sampling(0, Double.NaN),
        Category.UNKNOWN,
        Trust.noAnswer(reason),
        null);
  }
}
