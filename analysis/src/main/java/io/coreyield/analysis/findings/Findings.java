package io.coreyield.analysis.findings;

import io.coreyield.analysis.findings.correlation.Correlation;
import io.coreyield.analysis.findings.correlation.Correlations;
import io.coreyield.analysis.findings.curves.Clocks;
import io.coreyield.analysis.findings.curves.Curves;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.TimeRow;
import io.coreyield.analysis.findings.curves.Times;
import io.coreyield.analysis.findings.load.IterationLoad;
import io.coreyield.analysis.findings.load.Loads;
import io.coreyield.analysis.findings.load.Results;
import io.coreyield.analysis.findings.load.TrialLoad;
import io.coreyield.analysis.findings.trust.AaControl;
import io.coreyield.analysis.findings.trust.AaControls;
import io.coreyield.analysis.findings.trust.ForkState;
import io.coreyield.analysis.findings.trust.ForkStates;
import io.coreyield.analysis.findings.trust.Ledger;
import io.coreyield.analysis.findings.trust.TaintSplit;
import io.coreyield.analysis.findings.trust.UnfitReason;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.ModelDifference;
import io.coreyield.analysis.findings.yields.PairResults;
import io.coreyield.analysis.findings.yields.PairedYields;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.findings.yields.Verdict;
import io.coreyield.analysis.findings.yields.Yields;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is said of a run. Whoever shows it (page, figures, tables, terminal) computes
 * nothing of its own.
 *
 * @param run the run
 * @param answer what it says first, with the reasons why the machine was not fit to measure
 * @param control the A/A control
 * @param ledger what disturbed the iterations that count
 * @param forkStates whether each fork reached a steady state
 * @param allCoreClock the clock of a core when all work, over that of one that works alone
 * @param yields one per kernel, model and estimator, paired ones first; on a machine without
 *     sibling pairs with verdict {@link Verdict.Unknown}
 * @param modelDifferences one per kernel and model that was paired beside platform threads
 * @param advice how many workers to start, one per kernel
 * @param curves one per kernel, model, placement and scaling
 * @param timeRows one per configuration, in the order of the plan
 * @param trialLoads one per trial that the load covers, in order
 * @param iterationLoads one per measurement iteration that the load covers, in order
 * @param correlations one per kernel, model and load figure
 * @param imported what another tool captured; null of a run of ours
 */
public record Findings(
    Run run,
    Answer answer,
    AaControl control,
    Ledger ledger,
    List<ForkState> forkStates,
    Estimate allCoreClock,
    List<SmtYield> yields,
    List<ModelDifference> modelDifferences,
    List<Advice> advice,
    List<ScalingCurve> curves,
    List<TimeRow> timeRows,
    List<TrialLoad> trialLoads,
    List<IterationLoad> iterationLoads,
    List<Correlation> correlations,
    @Nullable CapturedFindings imported) {

  /** Copies the lists. */
  public Findings {
    forkStates = List.copyOf(forkStates);
    yields = List.copyOf(yields);
    modelDifferences = List.copyOf(modelDifferences);
    advice = List.copyOf(advice);
    curves = List.copyOf(curves);
    timeRows = List.copyOf(timeRows);
    trialLoads = List.copyOf(trialLoads);
    iterationLoads = List.copyOf(iterationLoads);
    correlations = List.copyOf(correlations);
  }

  /**
   * Analyses a run: a complete one, an interrupted one, or one without any result. Trials that
   * failed count for nothing. One run gives one and the same findings wherever it is analysed.
   */
  public static Findings of(Run run) {
    return switch (run.info().origin()) {
      case Measured _ -> ofTrials(run);
      case Captured captured -> ofCapture(run, captured);
    };
  }

  /** Nothing was measured: there are no trials, so all that stands on them is empty. */
  private static Findings ofCapture(Run run, Captured origin) {
    CapturedFindings captured = CapturedFindings.of(run, origin);
    return new Findings(
        run,
        new Answer.Captured(captured),
        AaControls.NONE,
        new Ledger(List.of()),
        List.of(),
        Estimate.unknown("CoreYield measured nothing here"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        captured);
  }

  private static Findings ofTrials(Run run) {
    Topology topology = usable(run.info().machine().topology());
    List<ForkState> forkStates = ForkStates.of(run);
    Run steady = ForkStates.trimmed(run, forkStates);
    // They take longest, and nothing else needs them.
    Supplier<List<Correlation>> correlations =
        Correlations.start(steady, new Results(steady), Loads.of(steady));
    Ledger ledger = Ledger.of(steady);
    TaintSplit evidence = TaintSplit.of(steady, ledger);
    Run headline = evidence.headline();
    Results results = new Results(headline);
    AaControl control = AaControls.of(headline);
    List<UnfitReason> unfitReasons = Fitness.unfitReasons(headline, Loads.of(headline), control);
    PairedYields paired =
        new PairedYields(topology, unfitReasons.isEmpty(), run.info().measured().seed());
    List<SmtYield> yields =
        Stream.concat(
                paired.of(evidence).stream(),
                Yields.of(topology, evidence, unfitReasons.isEmpty()).stream())
            .toList();
    List<ScalingCurve> curves = Curves.of(evidence, topology);
    Estimate allCoreClock = Clocks.allCores(results, topology);
    Loads loads = Loads.of(run);
    return new Findings(
        run,
        Answer.Measured.of(run, topology, yields, curves, unfitReasons),
        control,
        ledger,
        forkStates,
        allCoreClock,
        yields,
        paired.differences(PairResults.of(headline)),
        Advisor.advice(topology, yields, curves),
        curves,
        Times.of(results),
        loads.trials(),
        loads.iterations(),
        correlations.get(),
        null);
  }

  private static Topology usable(Topology topology) {
    return topology.hasUsable() ? topology.usable() : topology;
  }

  /** Whether the machine was fit to measure. */
  public boolean fit() {
    return answer.unfitReasons().isEmpty();
  }

  /**
   * The yields to show first: those of pairs, or where no pair has a result those of all cores at
   * once.
   */
  public List<SmtYield> leadingYields() {
    boolean paired = yields.stream().anyMatch(SmtYield::isPairMeasured);
    return yields.stream().filter(y -> paired == (y.estimator() == Estimator.PAIRED)).toList();
  }
}
