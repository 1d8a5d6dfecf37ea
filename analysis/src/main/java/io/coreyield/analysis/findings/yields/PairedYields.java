package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.trust.TaintSplit;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.BlockRatios;
import io.coreyield.analysis.stats.Block;
import io.coreyield.analysis.stats.ClusteredBootstrap;
import io.coreyield.analysis.stats.ClusteredBootstrap.Cores;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.SmallestEffect;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What the second sibling of a core adds, by the paired estimator: within each block X(both) /
 * mean(X(each alone)) − 1, the geometric mean over blocks, forks and cores, and an interval by
 * bootstrap of clusters. On a machine without sibling pairs only the controls are estimated.
 */
public final class PairedYields {

  private static final String NO_CLOCK = "no clock was read after the windows";

  private static final String NO_CONTROL = "the run has no other core to compare with";

  private final boolean hasSiblings;

  /** The cores with siblings; without any, all cores, which have controls. */
  private final int coresThere;

  private final Trust machine;
  private final long seed;

  /**
   * Prepares the yields of one run.
   *
   * @param topology the part of the machine that the run could use
   * @param machine what was found of it
   */
  public PairedYields(Topology topology, Trust machine, long seed) {
    this.hasSiblings = topology.hasSiblings();
    this.coresThere =
        (int) topology.cores().stream().filter(core -> !hasSiblings || core.size() > 1).count();
    this.machine = machine;
    this.seed = seed;
  }

  /** One per kernel and model that was planned or run. */
  public List<SmtYield> of(TaintSplit evidence) {
    List<PairResults> all = PairResults.of(evidence.all());
    List<PairResults> untainted = PairResults.of(evidence.untainted());
    List<PairResults> headline = PairResults.of(evidence.headline());
    return IntStream.range(0, all.size())
        .mapToObj(i -> {
          TaintSplit.Counts counts = evidence.of(all.get(i).kernel(), all.get(i).model());
          TaintCheck taints =
              TaintCheck.of(
                  estimate(all.get(i)),
                  estimate(untainted.get(i)),
                  counts,
                  counts.areEnoughUntainted());
          return yieldOf(taints, headline.get(i), headline);
        })
        .toList();
  }

  private Estimate estimate(PairResults group) {
    return hasSiblings
        ? mean(group, group.blocks(r -> logs(r.both()))).expm1()
        : Estimate.unknown(Yields.NO_PAIR);
  }

  private SmtYield yieldOf(TaintCheck taints, PairResults group, List<PairResults> all) {
    Estimate yield = taints.headline();
    Controls controls = controls(group);
    Judgement judgement = Judgement.of(taints, controls, machine);
    return new SmtYield(
        group.kernel(),
        group.model(),
        Estimator.PAIRED,
        yield,
        taints,
        clock(group),
        controls,
        sampling(group, yield),
        judgement.category(),
        judgement.trust(),
        Prediction.of(group, all, yield, controls));
  }

  private Sampling sampling(PairResults group, Estimate yield) {
    int forks = group.trials().size();
    int cores = group.cores();
    int freedom = cores(group) == Cores.ALL ? forks - cores : cores - 1;
    return new Sampling(forks, group.forks(), cores, coresThere, SmallestEffect.of(yield, freedom));
  }

  /** The yield at an equal clock in all arms, and the clocks of the arms. */
  private ClockCheck clock(PairResults group) {
    boolean isRead = !group.blocks(r -> logs(r.clocks().alone(), r.clocks().both())).isEmpty();
    Estimate none = Estimate.unknown(hasSiblings ? NO_CLOCK : Yields.NO_PAIR);
    return new ClockCheck(
        isRead ? mean(group, group.blocks(r -> logs(r.bothAtEqualClock()))).expm1() : none,
        clock(group, BlockRatios.Clocks::alone),
        isRead ? clock(group, BlockRatios.Clocks::both) : none,
        clock(group, BlockRatios.Clocks::separate));
  }

  private Estimate clock(PairResults group, ToDoubleFunction<BlockRatios.Clocks> clock) {
    List<Block> blocks = group.blocks(r -> logs(clock.applyAsDouble(r.clocks())));
    return blocks.isEmpty() ? Estimate.unknown(NO_CLOCK) : mean(group, blocks).exp();
  }

  private Controls controls(PairResults group) {
    Estimate floor = mean(group, group.blocks(r -> logs(r.same()))).expm1();
    List<Block> ceilings = group.blocks(r -> logs(r.separate()));
    Estimate ceiling =
        ceilings.isEmpty() ? Estimate.unknown(NO_CONTROL) : mean(group, ceilings).expm1();
    return new Controls(floor, ceiling, place(group));
  }

  private Estimate place(PairResults group) {
    if (!hasSiblings) {
      return Estimate.unknown(Yields.NO_PAIR);
    }
    List<Block> blocks = group.blocks(r -> logs(r.both(), r.same(), r.separate()));
    return blocks.isEmpty()
        ? Estimate.unknown(NO_CONTROL)
        : ClusteredBootstrap.of(blocks, cores(group), PairedYields::between, seed);
  }

  private static double between(double[] logMeans) {
    double floor = Math.exp(logMeans[1]);
    return (Math.exp(logMeans[0]) - floor) / (Math.exp(logMeans[2]) - floor);
  }

  private Estimate mean(PairResults group, List<Block> blocks) {
    return ClusteredBootstrap.mean(blocks, cores(group), seed);
  }

  private Cores cores(PairResults group) {
    return group.cores() >= coresThere ? Cores.ALL : Cores.SAMPLED;
  }

  private static double[] logs(double... ratios) {
    return Arrays.stream(ratios).map(Math::log).toArray();
  }

  /** Each model's yield less that of platform threads, for every kernel that both have. */
  public List<ModelDifference> differences(List<PairResults> results) {
    if (!hasSiblings) {
      return List.of();
    }
    return results.stream()
        .filter(group -> group.model() != ModelDifference.BASE)
        .flatMap(group ->
            results.stream()
                .filter(b -> b.kernel() == group.kernel() && b.model() == ModelDifference.BASE)
                .map(base -> difference(group, base)))
        .toList();
  }

  private ModelDifference difference(PairResults group, PairResults base) {
    Cores cores = cores(group) == Cores.ALL && cores(base) == Cores.ALL ? Cores.ALL : Cores.SAMPLED;
    return new ModelDifference(
        group.kernel(),
        group.model(),
        base.model(),
        ClusteredBootstrap.difference(
            group.blocks(r -> new double[] {r.both()}),
            base.blocks(r -> new double[] {r.both()}),
            cores,
            seed));
  }
}
