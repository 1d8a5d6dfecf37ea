package io.coreyield.analysis.findings.cohabitation;

import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.trust.TaintSplit;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.MixedRatios;
import io.coreyield.analysis.stats.ClusteredBootstrap;
import io.coreyield.analysis.stats.ClusteredBootstrap.Cores;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.Simultaneous;
import java.util.List;
import java.util.Optional;

/** Estimates the pairings of one run. */
final class Pairings {

  private static final String NO_SIBLINGS = "no two logical CPUs share a core here";
  private static final String NO_OTHER_CORE = "the run has no other core to compare with";

  /** Less room between taking turns and two cores places nothing between them. */
  private static final double MIN_SPAN = 0.2;

  private final TaintSplit evidence;
  private final Trust machine;
  private final boolean hasSiblings;
  private final int coresThere;
  private final int pairings;
  private final long seed;

  /**
   * Prepares them.
   *
   * @param topology the part of the machine that the run could use
   * @param machine what was found of it
   * @param pairings how many are looked at, alike ones included
   */
  Pairings(Topology topology, TaintSplit evidence, Trust machine, int pairings) {
    this.evidence = evidence;
    this.machine = machine;
    this.hasSiblings = !topology.siblingPairs().isEmpty();
    this.coresThere = hasSiblings ? topology.siblingPairs().size() : topology.physicalCores();
    this.pairings = pairings;
    this.seed = evidence.all().info().measured().seed();
  }

  /** Two different kernels. */
  Pairing of(Kernel kernel, Kernel beside) {
    MixedResults headline = MixedResults.of(evidence.headline(), kernel, beside);
    TaintSplit.Counts counts = evidence.of(kernel, beside, ConcurrencyModel.PLATFORM);
    TaintCheck taints =
        TaintCheck.of(
            weightedSpeedup(MixedResults.of(evidence.all(), kernel, beside)),
            weightedSpeedup(MixedResults.of(evidence.untainted(), kernel, beside)),
            counts,
            counts.areEnoughUntainted());
    SharedSpeeds core = hasSiblings ? speeds(headline, true) : SharedSpeeds.unknown(NO_SIBLINGS);
    Estimate joint = Simultaneous.of(core.weightedSpeedup(), pairings);
    Estimate place = Simultaneous.of(place(headline), pairings);
    SharedSpeeds apart =
        headline.logs(MixedRatios::cores).isEmpty()
            ? SharedSpeeds.unknown(NO_OTHER_CORE)
            : speeds(headline, false);
    return judged(
        new Pairing(
            kernel,
            beside,
            core,
            apart,
            joint,
            category(joint, place, apart),
            machine.and(taints.trust()),
            headline.trials().size(),
            headline.cores()));
  }

  /** A kernel beside itself, by its paired yield. */
  Optional<Pairing> alike(Kernel kernel, List<SmtYield> yields) {
    return yields.stream()
        .filter(y ->
            y.kernel() == kernel
                && y.model() == ConcurrencyModel.PLATFORM
                && y.estimator() == Estimator.PAIRED)
        .findFirst()
        .map(this::alike);
  }

  private Pairing alike(SmtYield y) {
    SharedSpeeds core = SharedSpeeds.alike(y.yield());
    return new Pairing(
        y.kernel(),
        y.kernel(),
        core,
        SharedSpeeds.alike(y.controls().ceiling()),
        Simultaneous.of(core.weightedSpeedup(), pairings),
        y.category(),
        y.trust(),
        y.sampling().forks(),
        y.sampling().cores());
  }

  private static Pairing judged(Pairing p) {
    Trust trust =
        p.trust()
            .and(p.category() == Category.UNKNOWN ? Trust.noAnswer(reason(p.joint())) : Trust.HIGH);
    return new Pairing(
        p.kernel(),
        p.beside(),
        p.core(),
        p.apart(),
        p.joint(),
        trust.isAnswer() ? p.category() : Category.UNKNOWN,
        trust,
        p.forks(),
        p.cores());
  }

  private static String reason(Estimate joint) {
    return joint.reason() != null
        ? joint.reason()
        : "the interval that holds for all pairs of kernels at once is too wide, or reaches from a loss to a gain";
  }

  private static Category category(Estimate joint, Estimate place, SharedSpeeds apart) {
    boolean hasRoom = apart.weightedSpeedup().value() - 1 >= MIN_SPAN;
    Estimate gain = joint.plus(-1);
    return Category.of(gain, hasRoom && place.hasInterval() ? place : gain);
  }

  private Estimate weightedSpeedup(MixedResults results) {
    return speeds(results, hasSiblings).weightedSpeedup();
  }

  private SharedSpeeds speeds(MixedResults results, boolean onSiblings) {
    return SharedSpeeds.of(
        results.logs(onSiblings ? MixedRatios::siblings : MixedRatios::cores),
        cores(results),
        seed);
  }

  private Estimate place(MixedResults results) {
    return ClusteredBootstrap.of(
        results.allLogs(),
        cores(results),
        logs ->
            (Math.exp(logs[0]) + Math.exp(logs[1]) - 1)
                / (Math.exp(logs[2]) + Math.exp(logs[3]) - 1),
        seed);
  }

  private Cores cores(MixedResults results) {
    return results.cores() >= coresThere ? Cores.ALL : Cores.SAMPLED;
  }
}
