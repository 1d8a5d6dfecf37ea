package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.trust.Doubt;
import io.coreyield.analysis.findings.yields.Controls;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.stats.Estimate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What as many workers as logical CPUs are worth, in words: a clause per kernel, or one clause for
 * many kernels.
 *
 * @param topology the part of the machine that the run could use
 * @param curves of one model, one per kernel
 */
record WorkerClauses(Topology topology, List<ScalingCurve> curves) {

  private static final int MAX_SINGLE = 2;

  boolean isEmpty() {
    return curves.isEmpty();
  }

  String sentence() {
    return curves.stream()
        .collect(Collectors.groupingBy(this::workers, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(this::clauses)
        .collect(Collectors.joining("; "));
  }

  private int workers(ScalingCurve curve) {
    return point(curve).configuration().workers();
  }

  /** Curves with the same number of workers. */
  private String clauses(List<ScalingCurve> alike) {
    List<ScalingPoint> points = alike.stream().map(this::point).toList();
    return alike.size() > MAX_SINGLE && canBeOne(alike, points)
        ? together(points)
        : alike.stream().map(this::single).collect(Collectors.joining("; "));
  }

  /** Whether one clause can state all: each has a figure, of the same meaning. */
  private static boolean canBeOne(List<ScalingCurve> alike, List<ScalingPoint> points) {
    return alike.stream().allMatch(curve -> curve.scaling() == Scaling.WEAK)
        && points.stream().allMatch(p -> p.speedUp().hasValue());
  }

  private static String together(List<ScalingPoint> points) {
    int workers = points.getFirst().configuration().workers();
    String what =
        workers == 1
            ? "one worker sums this many elements a second"
            : Phrases.count(workers, "worker") + " do this many times the work of one";
    List<String> each =
        points.stream()
            .map(p ->
                (workers == 1
                        ? Unit.elements(p.elementsPerSecond())
                        : Unit.FACTOR.sentence(p.speedUp()))
                    + " ("
                    + p.configuration().kernel().boundBy()
                    + (p.trust().doubt() instanceof Doubt.Unanswered ? ", no answer" : "")
                    + ")")
            .toList();
    return what + ": " + Phrases.list(each);
  }

  private ScalingPoint point(ScalingCurve curve) {
    return curve.at(topology.logicalCpus()).orElse(curve.points().getLast());
  }

  private String single(ScalingCurve curve) {
    ScalingPoint point = point(curve);
    int workers = point.configuration().workers();
    String bound = "for code bound by " + curve.kernel().boundBy() + ", ";
    if (workers == 1) {
      return bound
          + "one worker sums "
          + Unit.ELEMENTS_PER_SECOND.sentence(point.elementsPerSecond());
    }
    String who = Phrases.count(workers, "worker");
    Estimate speedUp = point.speedUp();
    if (!speedUp.hasValue()) {
      return bound + "what " + who + " are worth is unknown: " + speedUp.reason();
    }
    String does =
        curve.scaling() == Scaling.WEAK
            ? "%s do %s the work of one"
            : "%s do the same work %s as fast as one";
    return bound
        + does.formatted(who, Unit.FACTOR.sentence(speedUp))
        + DoubtWords.ending(speedUp, point.trust());
  }

  /** What a second worker adds on the same logical CPU and on another core, where measured. */
  static String controls(List<SmtYield> yields) {
    Map<Kernel, Controls> measured = new TreeMap<>();
    yields.stream()
        .filter(y -> y.controls().floor().hasValue())
        .forEach(y -> measured.putIfAbsent(y.kernel(), y.controls()));
    return measured.entrySet().stream()
        .map(e -> controls(e.getKey(), e.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String controls(Kernel kernel, Controls controls) {
    String floor =
        "for code bound by %s, a second worker adds %s on the same logical CPU"
            .formatted(kernel.boundBy(), Unit.PERCENT.sentence(controls.floor()));
    return controls.ceiling().hasValue()
        ? floor + " and " + Unit.PERCENT.sentence(controls.ceiling()) + " on another core"
        : floor;
  }
}
