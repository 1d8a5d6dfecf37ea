package io.coreyield.analysis.findings;

import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.load.SegmentLoad;
import io.coreyield.analysis.findings.trust.Doubt;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run says first. */
public sealed interface Answer {

  /** How far to trust it. */
  Trust trust();

  /** Of a run that another tool captured; the components are those of {@link CapturedFindings}. */
  record Captured(String tool, List<SegmentLoad> segments, List<CapturedScaling> scalings)
      implements Answer {

    @Override
    public Trust trust() {
      return Trust.limited(new Doubt.Captured());
    }
  }

  /**
   * The answer of a run that CoreYield measured or simulated.
   *
   * @param trust that of the figures it speaks of
   * @param topology the part of the machine that the run could use
   * @param cpus what its logical CPUs are
   * @param isPart whether the machine has siblings that the run could not use
   * @param quota what a CPU quota does to the workers; null where none binds
   */
  record Measured(
      boolean simulated,
      RunInfo.State state,
      Trust trust,
      Topology topology,
      CpuFinding cpus,
      boolean isPart,
      @Nullable QuotaFinding quota,
      Subject subject)
      implements Answer {

    static Measured of(
        Run run,
        Topology topology,
        List<SmtYield> yields,
        List<ScalingCurve> curves,
        Trust machine) {
      Subject subject =
          model(yields, curves)
              .<Subject>map(model -> Model.of(model, yields, curves))
              .orElseGet(() -> Nothing.of(run.trials()));
      QuotaFinding quota = QuotaFinding.of(run, curves);
      Trust ofQuota = quota == null ? Trust.HIGH : quota.trust();
      return new Measured(
          run.info().simulated(),
          run.info().state(),
          machine.and(trust(subject, topology)).and(ofQuota),
          topology,
          CpuFinding.of(run.info(), topology, curves),
          run.info().machine().topology().hasSiblings(),
          quota,
          subject);
    }

    private static Trust trust(Subject subject, Topology topology) {
      return switch (subject) {
        case Nothing _ -> Trust.noAnswer("no worker has a result");
        case Model model -> model.trust(topology);
      };
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
   * @param curves one per kernel, unpinned and under weak scaling where there is such a one
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
          curves.stream()
              .filter(curve -> curve.model() == model)
              .collect(
                  Collectors.groupingBy(ScalingCurve::kernel, TreeMap::new, Collectors.toList()))
              .values()
              .stream()
              .map(Model::plainest)
              .toList());
    }

    private static ScalingCurve plainest(List<ScalingCurve> ofOneKernel) {
      return ofOneKernel.stream()
          .min(
              Comparator.comparing((ScalingCurve curve) -> curve.placement() != Placement.OS)
                  .thenComparing(curve -> curve.scaling() != Scaling.WEAK))
          .orElseThrow();
    }

    /** Of the figures that the answer speaks of: yields, or without siblings speed-ups. */
    private Trust trust(Topology topology) {
      boolean ofYields =
          model.isParallel()
              && topology.hasSiblings()
              && yields.stream().anyMatch(y -> y.yield().hasValue());
      List<Trust> each =
          ofYields
              ? yields.stream().map(SmtYield::trust).toList()
              : curves.stream().map(curve -> trust(curve, topology)).toList();
      return together(each);
    }

    /**
     * The lowest of those that are an answer; high of none at all, where there are controls only.
     */
    private static Trust together(List<Trust> each) {
      List<Trust> answers = each.stream().filter(Trust::isAnswer).toList();
      if (answers.isEmpty()) {
        return Trust.lowest(each);
      }
      int unanswered = each.size() - answers.size();
      Trust lowest = Trust.lowest(answers);
      return unanswered == 0
          ? lowest
          : lowest.and(Trust.limited(new Doubt.Partly(unanswered, each.size())));
    }

    private static Trust trust(ScalingCurve curve, Topology topology) {
      return curve.at(topology.logicalCpus()).orElse(curve.points().getLast()).trust();
    }
  }
}
