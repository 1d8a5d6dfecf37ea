package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.Placement;
import io.coreyield.analysis.model.Run;
import io.coreyield.analysis.model.Scaling;
import io.coreyield.analysis.model.Topology;
import io.coreyield.analysis.model.Trial;
import io.coreyield.analysis.stats.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    String body = curves.isEmpty() ? nothing() : finding(model());
    String words = distrust() + body + ending();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
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

  /** The model to speak of: platform threads, else the first whose workers run at once. */
  private ConcurrencyModel model() {
    return curves.stream()
        .map(ScalingCurve::model)
        .min(
            Comparator.comparing((ConcurrencyModel model) -> model != ConcurrencyModel.PLATFORM)
                .thenComparing(model -> !model.isParallel()))
        .orElseThrow();
  }

  private String finding(ConcurrencyModel model) {
    if (!model.isParallel()) {
      return "only %s were measured, which never run at once, so no sibling can be valued; "
              .formatted(model.title())
          + anotherWorker(model);
    }
    if (!topology.hasSiblings()) {
      return noSiblings() + with(model) + anotherWorker(model);
    }
    List<SmtYield> ofModel = yields.stream().filter(y -> y.model() == model).toList();
    String siblings = with(model) + join(ofModel.stream().map(this::sibling));
    boolean known = ofModel.stream().anyMatch(y -> y.yield().hasValue());
    return known ? siblings : siblings + "; " + anotherWorker(model);
  }

  private static String with(ConcurrencyModel model) {
    return model == ConcurrencyModel.PLATFORM ? "" : "with " + model.title() + ", ";
  }

  private String noSiblings() {
    boolean cut = run.info().machine().topology().hasSiblings();
    String cpus = Phrases.count(topology.logicalCpus(), "logical CPU");
    String cores = Phrases.count(topology.physicalCores(), "core");
    return cut
        ? "no two of the logical CPUs that this run could use share a core (%s on %s), so no hyperthread can be valued; "
            .formatted(cpus, cores)
        : "this machine has no SMT siblings (%s on %s), so there is no hyperthread to value; "
            .formatted(cpus, cores);
  }

  private String sibling(SmtYield smtYield) {
    Estimate yield = smtYield.yield();
    String bound = "for code bound by " + smtYield.kernel().boundBy() + ", ";
    String who = topology.threadsPerCore() > 2 ? "each further sibling " : "a second sibling ";
    if (!yield.hasValue()) {
      return bound + "what " + who + "adds cannot be told: " + yield.reason();
    }
    return bound + who + "adds " + Phrases.percent(yield) + verdict(smtYield);
  }

  private String verdict(SmtYield smtYield) {
    if (!unfitReasons.isEmpty()) {
      return "";
    }
    return switch (smtYield.verdict()) {
      case Verdict.Fake fake -> ": " + fake.answer();
      case Verdict.Real real -> ": " + real.answer();
      case Verdict.Partial _ when smtYield.yield().high() < 0 -> ": worse than none";
      case Verdict.Partial partial -> ": " + partial.answer();
      case Verdict.Unknown unknown ->
          smtYield.yield().hasInterval() ? ", but " + unknown.reason() : "";
    };
  }

  private String anotherWorker(ConcurrencyModel model) {
    return join(
        curves.stream()
            .filter(curve -> curve.model() == model)
            .collect(Collectors.groupingBy(ScalingCurve::kernel))
            .entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> anotherWorker(plainest(entry.getValue()))));
  }

  private static ScalingCurve plainest(List<ScalingCurve> ofOneKernel) {
    return ofOneKernel.stream()
        .min(
            Comparator.comparing((ScalingCurve curve) -> curve.placement() != Placement.OS)
                .thenComparing(curve -> curve.scaling() != Scaling.WEAK))
        .orElseThrow();
  }

  private String anotherWorker(ScalingCurve curve) {
    Optional<ScalingPoint> oneEach = curve.at(topology.logicalCpus());
    ScalingPoint point = oneEach.orElse(curve.points().getLast());
    int workers = point.configuration().workers();
    String bound = "for code bound by " + curve.kernel().boundBy() + ", ";
    if (workers == 1) {
      return bound + "one worker sums " + Phrases.throughput(point.elementsPerSecond());
    }
    String who = Phrases.count(workers, "worker");
    Estimate speedUp = point.speedUp();
    if (!speedUp.hasValue()) {
      return bound + "what " + who + " are worth cannot be told: " + speedUp.reason();
    }
    return bound
        + who
        + (curve.scaling() == Scaling.WEAK
            ? " do %s the work of one".formatted(Phrases.factor(speedUp))
            : " do the same work %s as fast as one".formatted(Phrases.factor(speedUp)));
  }

  private static String join(Stream<String> clauses) {
    return clauses.collect(Collectors.joining("; "));
  }
}
