package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run says, in one sentence.
 *
 * @param run the run
 * @param topology the part of the machine that the run could use
 * @param yields what a sibling adds
 * @param curves what another worker adds
 * @param unfitReasons why the machine was not fit to measure
 */
record Answer(
    Run run,
    Topology topology,
    List<SmtYield> yields,
    List<ScalingCurve> curves,
    List<String> unfitReasons) {

  /** The sentence, for a complete run and any other. */
  String sentence() {
    String body = model().map(this::finding).orElseGet(this::nothing);
    String words = origin() + distrust() + body + ending();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  private String origin() {
    return run.info().simulated() ? "of a simulated machine: " : "";
  }

  private String distrust() {
    return unfitReasons.isEmpty()
        ? ""
        : unfitReasons.stream()
            .map(Answer::withoutFullStop)
            .collect(
                Collectors.joining(
                    "; ", "this machine cannot be trusted today (", "); measured all the same, "));
  }

  private static String withoutFullStop(String reason) {
    return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
  }

  private String ending() {
    return switch (run.info().state()) {
      case COMPLETE -> "";
      case INTERRUPTED -> " (from a run that was interrupted)";
      case RUNNING -> " (from a run that has not ended)";
    };
  }

  private String nothing() {
    long failed = run.trials().stream().filter(trial -> !trial.succeeded()).count();
    String failure =
        run.trials().stream()
            .filter(trial -> !trial.succeeded())
            .findFirst()
            .map(Trial::failure)
            .map(why -> ": %s failed, the first because %s".formatted(trials(failed), why))
            .map(Answer::withoutFullStop)
            .orElse("");
    return "this run has no result of any worker, so it says nothing of what one is worth"
        + failure;
  }

  private static String trials(long count) {
    return Phrases.count((int) count, "trial");
  }

  /**
   * The model to speak of: of those with measured pairs, else of those with a curve, platform
   * threads or else the first whose workers run at once. Empty where nothing has a result.
   */
  private Optional<ConcurrencyModel> model() {
    List<ConcurrencyModel> paired =
        yields.stream().filter(SmtYield::isPairMeasured).map(SmtYield::model).toList();
    return (paired.isEmpty() ? curves.stream().map(ScalingCurve::model) : paired.stream())
        .min(
            Comparator.comparing((ConcurrencyModel model) -> model != ConcurrencyModel.PLATFORM)
                .thenComparing(model -> !model.isParallel()));
  }

  private String finding(ConcurrencyModel model) {
    WorkerClauses workers = new WorkerClauses(topology, ofModel(model));
    if (!model.isParallel()) {
      return "only %s were measured, which never run at once, so no SMT yield can be measured; "
              .formatted(model.title())
          + workers.sentence();
    }
    if (!topology.hasSiblings()) {
      return noSiblings() + "; " + with(model) + workersOrControls(workers, model);
    }
    SiblingClauses siblings = new SiblingClauses(topology, yieldsOf(model), unfitReasons.isEmpty());
    return with(model)
        + siblings.sentence()
        + (siblings.isKnown() || workers.isEmpty() ? "" : "; " + workers.sentence());
  }

  private List<ScalingCurve> ofModel(ConcurrencyModel model) {
    return curves.stream().filter(curve -> curve.model() == model).toList();
  }

  /** One per kernel: that of pairs, unless only all cores at once have told one. */
  private List<SmtYield> yieldsOf(ConcurrencyModel model) {
    return Stream.of(Kernel.values())
        .flatMap(kernel ->
            yields.stream()
                .filter(y -> y.model() == model && y.kernel() == kernel)
                .min(Comparator.comparing(y -> !y.yield().hasValue()))
                .stream())
        .toList();
  }

  private static String with(ConcurrencyModel model) {
    return model == ConcurrencyModel.PLATFORM ? "" : "with " + model.title() + ", ";
  }

  private String noSiblings() {
    boolean cut = run.info().machine().topology().hasSiblings();
    String cpus = Phrases.count(topology.logicalCpus(), "logical CPU");
    String cores = Phrases.count(topology.physicalCores(), "core");
    return cut
        ? "no two of the logical CPUs that this run could use share a core (%s on %s), so no SMT yield can be measured"
            .formatted(cpus, cores)
        : "this machine declares no SMT siblings (%s on %s), so no SMT yield can be measured (the command pairs tells whether some are hidden)"
            .formatted(cpus, cores);
  }

  private String workersOrControls(WorkerClauses workers, ConcurrencyModel model) {
    return workers.isEmpty() ? WorkerClauses.controls(yieldsOf(model)) : workers.sentence();
  }
}
