package io.coreyield.analysis.findings;

import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.load.SegmentLoad;
import io.coreyield.analysis.findings.trust.UnfitReason;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run says first. */
public sealed interface Answer {

  /** Why the machine was not fit to measure; empty when it was, and of a capture. */
  List<UnfitReason> unfitReasons();

  /** Of a run that another tool captured; the components are those of {@link CapturedFindings}. */
  record Captured(String tool, List<SegmentLoad> segments, List<CapturedScaling> scalings)
      implements Answer {

    @Override
    public List<UnfitReason> unfitReasons() {
      return List.of();
    }
  }

  /**
   * The answer of a run that CoreYield measured or simulated.
   *
   * @param topology the part of the machine that the run could use
   * @param cpus what its logical CPUs are
   * @param isPart whether the machine has siblings that the run could not use
   */
  record Measured(
      boolean simulated,
      RunInfo.State state,
      List<UnfitReason> unfitReasons,
      Topology topology,
      CpuFinding cpus,
      boolean isPart,
      Subject subject)
      implements Answer {

    static Measured of(
        Run run,
        Topology topology,
        List<SmtYield> yields,
        List<ScalingCurve> curves,
        List<UnfitReason> unfitReasons) {
      return new Measured(
          run.info().simulated(),
          run.info().state(),
          unfitReasons,
          topology,
          CpuFinding.of(run.info(), topology, curves),
          run.info().machine().topology().hasSiblings(),
          model(yields, curves)
              .<Subject>map(model -> Model.of(model, yields, curves))
              .orElseGet(() -> Nothing.of(run.trials())));
    }

    /**
     * Of the models with measured pairs, else of those with a curve, platform threads or else the
     * first whose workers run at once. Empty where nothing has a result.
     */
    private static Optional<ConcurrencyModel> model(
        List<SmtYield> yields, List<ScalingCurve> curves) {
      List<ConcurrencyModel> paired =
          yields.stream().filter(SmtYield::isPairMeasured).map(SmtYield::model).toList();
      return (paired.isEmpty() ? curves.stream().map(ScalingCurve::model) : paired.stream())
          .min(
              Comparator.comparing((ConcurrencyModel model) -> model != ConcurrencyModel.PLATFORM)
                  .thenComparing(model -> !model.isParallel()));
    }
  }

  /** What an answer speaks of. */
  sealed interface Subject {}

  /**
   * No worker has a result.
   *
   * @param failed trials
   * @param firstFailure why the first of them failed; null of none
   */
  record Nothing(int failed, @Nullable String firstFailure) implements Subject {
    private static Nothing of(List<Trial> trials) {
      List<Trial> failed = trials.stream().filter(trial -> !trial.succeeded()).toList();
      return new Nothing(failed.size(), failed.isEmpty() ? null : failed.getFirst().failure());
    }
  }

  /**
   * One concurrency model.
   *
   * @param yields one per kernel: that of pairs, unless only that of all cores has a value
   * @param curves of all kernels
   */
  record Model(ConcurrencyModel model, List<SmtYield> yields, List<ScalingCurve> curves)
      implements Subject {

    private static Model of(
        ConcurrencyModel model, List<SmtYield> yields, List<ScalingCurve> curves) {
      return new Model(
          model,
          Stream.of(Kernel.values())
              .flatMap(kernel ->
                  yields.stream()
                      .filter(y -> y.model() == model && y.kernel() == kernel)
                      .min(Comparator.comparing(y -> !y.yield().hasValue()))
                      .stream())
              .toList(),
          curves.stream().filter(curve -> curve.model() == model).toList());
    }
  }
}
