package io.coreyield.analysis.report.methods;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.wording.Quantities;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * What ran, and in which order.
 *
 * @param forks that measured something
 * @param summations with a result
 * @param siblings pairs of siblings with a result
 * @param mixed pairs of unlike code with a result
 */
public record DesignView(
    Run run, List<Trial> forks, Group summations, Group siblings, Group mixed) {

  /**
   * Forks of one kind that have a result.
   *
   * @param trials in order
   */
  public record Group(List<Trial> trials) {

    public int forks() {
      return trials.size();
    }

    private Stream<Kernel> ofKernels() {
      return trials.stream().flatMap(trial -> trial.workload().kernel().stream());
    }

    /** Each with what it is bound by. */
    public List<String> kernels() {
      return distinct(ofKernels(), kernel -> "%s (%s)".formatted(kernel.id(), kernel.boundBy()));
    }

    /** As texts name them. */
    public List<String> models() {
      return distinct(
          trials.stream().flatMap(trial -> trial.workload().model().stream()),
          ConcurrencyModel::title);
    }

    /** Warm-up iterations or blocks of a fork. */
    public String warmUps() {
      return range(trial -> trial.iterations().size() - trial.measurements().size());
    }

    /** Measured iterations or blocks of a fork. */
    public String measured() {
      return range(trial -> trial.measurements().size());
    }

    private String range(ToIntFunction<Trial> count) {
      IntSummaryStatistics counts = trials.stream().mapToInt(count).summaryStatistics();
      return counts.getMin() == counts.getMax()
          ? Integer.toString(counts.getMin())
          : counts.getMin() + " to " + counts.getMax();
    }
  }

  static DesignView of(Run run) {
    List<Trial> results = run.trials().stream().filter(Trial::succeeded).toList();
    return new DesignView(
        run,
        run.trials().stream().filter(trial -> !isIdle(trial)).toList(),
        new Group(results.stream().filter(t -> t.configuration().findAny().isPresent()).toList()),
        new Group(results.stream().filter(t -> t.pair().findAny().isPresent()).toList()),
        new Group(results.stream().filter(t -> t.mixed().findAny().isPresent()).toList()));
  }

  private static boolean isIdle(Trial trial) {
    return trial.workload() instanceof Workload.Idle;
  }

  private static <T extends Comparable<T>> List<String> distinct(
      Stream<T> things, Function<T, String> name) {
    return things.distinct().sorted().map(name).toList();
  }

  public RunInfo info() {
    return run.info();
  }

  /** Rounds that began. */
  public long rounds() {
    return forks.stream().mapToInt(Trial::round).distinct().count();
  }

  /** Whether a round measures siblings under more than one model. */
  public boolean hasFurtherModels() {
    return info().plan().pairs().stream().map(CorePair::model).distinct().count() > 1;
  }

  /** The distinct values of a part of the configurations with a result. */
  public <T extends Comparable<T>> List<String> each(Function<Configuration, T> part) {
    return distinct(
        summations.trials().stream().flatMap(Trial::configuration).map(part), Object::toString);
  }

  /** Cores whose siblings have a result. */
  public long cores() {
    return siblings.trials().stream().flatMap(Trial::pair).map(CorePair::first).distinct().count();
  }

  /** What the blocks ran. */
  public List<PairArm> arms() {
    return siblings.trials().stream()
        .flatMap(trial -> trial.measurements().stream())
        .flatMap(iteration -> iteration.windows().stream())
        .map(ArmWindow::arm)
        .distinct()
        .sorted()
        .toList();
  }

  /** The array of a worker for each kernel that reads one. */
  public List<String> arrays() {
    Plan plan = info().plan();
    return distinct(
        Stream.concat(summations.ofKernels(), siblings.ofKernels()).filter(Kernel::readsArray),
        kernel -> Quantities.bytes(plan.arrays().bytes(kernel)) + " for " + kernel.id());
  }

  /** Whether the machine was recorded while nothing was measured. */
  public boolean hasIdleFork() {
    return run.trials().stream().anyMatch(DesignView::isIdle);
  }
}
