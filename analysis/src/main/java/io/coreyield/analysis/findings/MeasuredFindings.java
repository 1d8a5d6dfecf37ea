package io.coreyield.analysis.findings;

import io.coreyield.analysis.findings.cohabitation.Cohabitation;
import io.coreyield.analysis.findings.correlation.Correlation;
import io.coreyield.analysis.findings.correlation.Correlations;
import io.coreyield.analysis.findings.curves.Clocks;
import io.coreyield.analysis.findings.curves.Curves;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.TimeRow;
import io.coreyield.analysis.findings.load.Loads;
import io.coreyield.analysis.findings.load.Results;
import io.coreyield.analysis.findings.trust.AaControl;
import io.coreyield.analysis.findings.trust.ForkState;
import io.coreyield.analysis.findings.trust.Ledger;
import io.coreyield.analysis.findings.trust.MachineTrust;
import io.coreyield.analysis.findings.trust.Quality;
import io.coreyield.analysis.findings.trust.TaintSplit;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.ModelDifference;
import io.coreyield.analysis.findings.yields.PairResults;
import io.coreyield.analysis.findings.yields.PairedYields;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.findings.yields.Yields;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a run that CoreYield measured or simulated. Failed trials do not count.
 *
 * @param answer what the run says first, and how far to trust it
 * @param quality the checks of the measurement itself
 * @param allCoreClock clock of a core while all cores work, over its clock while it works alone
 * @param yields one per kernel, model and estimator, paired ones first; with category {@link
 *     Category#UNKNOWN} where the machine has no siblings
 * @param modelDifferences one per kernel and model that was paired as platform threads were
 * @param advice how many workers to start, one per kernel and model
 * @param curves one per kernel, model, placement and scaling
 * @param timeRows one per configuration, in the order of the plan
 * @param loads of the trials and measurement iterations that the load samples cover
 * @param cohabitation which code may share a core; null where that was not asked
 * @param correlations one per kernel, model and load figure
 */
public record MeasuredFindings(
    Run run,
    Answer.Measured answer,
    Quality quality,
    Estimate allCoreClock,
    List<SmtYield> yields,
    List<ModelDifference> modelDifferences,
    List<Advice> advice,
    List<ScalingCurve> curves,
    List<TimeRow> timeRows,
    Loads loads,
    @Nullable Cohabitation cohabitation,
    List<Correlation> correlations)
    implements Findings {

  /**
   * Analyses a measured or simulated run.
   *
   * @throws IllegalStateException if another tool captured the run
   */
  public static MeasuredFindings of(Run run) {
    return of(run, true);
  }

  /** The same without correlations and advice, which take longest and are not compared. */
  static MeasuredFindings toCompare(Run run) {
    return of(run, false);
  }

  private static MeasuredFindings of(Run run, boolean whole) {
    Topology topology = run.info().machine().topology().usableOrAll();
    List<ForkState> forkStates = ForkState.of(run);
    Run steady = ForkState.trimmed(run, forkStates);
    // These take longest, so they start first.
    Supplier<List<Correlation>> correlations =
        whole ? Correlations.start(steady, new Results(steady), Loads.of(steady)) : List::of;
    Ledger ledger = Ledger.of(steady);
    TaintSplit evidence = TaintSplit.of(steady, ledger);
    Run headline = evidence.headline();
    Results results = new Results(headline);
    AaControl control = AaControl.of(headline);
    List<Trust> found = MachineTrust.of(headline, Loads.of(headline), control);
    Trust machine = Trust.lowest(found);
    PairedYields paired = new PairedYields(topology, machine, run.info().measured().seed());
    List<SmtYield> yields =
        Stream.concat(paired.of(evidence).stream(), Yields.of(topology, evidence, machine).stream())
            .toList();
    List<ScalingCurve> curves = Curves.of(evidence, topology, machine, control.halfDrift());
    Estimate allCoreClock = Clocks.allCores(results, topology);
    Answer.Measured answer = Answer.Measured.of(run, topology, yields, curves, machine);
    return new MeasuredFindings(
        run,
        answer,
        new Quality(found, control, ledger, forkStates),
        allCoreClock,
        yields,
        paired.differences(PairResults.of(headline)),
        whole ? advice(answer, yields, curves, results) : List.of(),
        curves,
        TimeRow.of(results),
        Loads.of(run),
        Cohabitation.of(topology, evidence, machine, yields).orElse(null),
        correlations.get());
  }

  private static List<Advice> advice(
      Answer.Measured answer, List<SmtYield> yields, List<ScalingCurve> curves, Results results) {
    if (!answer.trust().isAnswer()) {
      return List.of();
    }
    return answer.quota() == null
        ? Advisor.advice(answer.topology(), yields, curves, results)
        : answer.quota().advice(results);
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
