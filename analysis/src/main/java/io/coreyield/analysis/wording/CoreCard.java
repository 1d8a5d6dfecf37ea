package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.Answer;
import io.coreyield.analysis.findings.CpuFinding;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The card of a machine whose logical CPUs share no core. */
record CoreCard(Answer.Measured answer, Answer.Model model, Machine machine) {

  AnswerCard card() {
    int n = answer.topology().logicalCpus();
    if (n == 1) {
      return new AnswerCard("You have one logical CPU: start one worker.", floor());
    }
    String cpus = MachineFacts.cpus(machine, n);
    if (answer.cpus() instanceof CpuFinding.Floating(int _, Estimate speedUp)) {
      return new AnswerCard(
          "Your %s share about %d threads of the host: together they do %s the work of one."
              .formatted(cpus, Math.round(speedUp.value()), Unit.FACTOR.text(speedUp.value())),
          "Any two work like cores, all together do not. Size this machine as %s."
              .formatted(Phrases.count(Math.round(speedUp.value()), "core")));
    }
    if (answer.cpus() instanceof CpuFinding.SampleDiffers) {
      return new AnswerCard(
          "Some of your %s share a core, although the system declares none.".formatted(cpus),
          "Only a sample of pairs was measured: the command topology measures all.");
    }
    return new AnswerCard(sentence(n, cpus), support(n));
  }

  private String sentence(int n, String cpus) {
    Range together = n == 2 && pinned().isKnown() ? pinned() : scheduled(n, true);
    String what =
        answer.isPart()
            ? "The %s of this run share no core"
            : answer.cpus() instanceof CpuFinding.Unmeasured
                ? "Your machine declares %s without hyperthreads"
                : "Each of your %s works as a whole core";
    String worth =
        together.isKnown()
            ? ": %d workers do %s the work of one".formatted(n, together.factors())
            : "";
    return what.formatted(cpus) + worth + ".";
  }

  private String support(int n) {
    List<String> clauses = new ArrayList<>();
    if (pinned().isKnown()) {
      clauses.add("Two pinned workers, %s: %s".formatted(kernels(), pinned().factors()));
    }
    if (n == 2 && pinned().isKnown() && scheduled(n, true).isKnown()) {
      clauses.add("left to the scheduler: " + scheduled(n, true).factors());
    }
    if (scheduled(n, false).isKnown()) {
      clauses.add("code that needs memory: " + scheduled(n, false).factors());
    }
    String figures = clauses.isEmpty() ? "" : Phrases.capitalized(String.join("; ", clauses)) + ".";
    return switch (answer.cpus()) {
      case CpuFinding.WholeCores(Topology declared) ->
          "The system declares %s; measurement disagrees. %s"
              .formatted(declared.summary(), figures)
              .strip();
      case CpuFinding.Unmeasured() ->
          (figures + " The command topology shows whether siblings are hidden.").strip();
      default -> figures;
    };
  }

  private String kernels() {
    long count = pairs().size();
    return count == 1 ? "one compute kernel" : count + " compute kernels";
  }

  private List<SmtYield> pairs() {
    return model.yields().stream()
        .filter(y -> !needsMemory(y.kernel()) && y.controls().ceiling().hasValue())
        .toList();
  }

  /** Throughput of two workers, each on a core of its own, over that of one. */
  private Range pinned() {
    return Range.of(pairs().stream().map(y -> 1 + y.controls().ceiling().value()));
  }

  /** The same of unpinned workers, of the kernels within a core or of the others. */
  private Range scheduled(int workers, boolean withinCore) {
    return Range.of(
        model.curves().stream()
            .filter(ScalingCurve::isPlain)
            .filter(curve -> needsMemory(curve.kernel()) != withinCore)
            .flatMap(curve -> curve.at(workers).stream())
            .filter(point -> point.trust().isAnswer())
            .map(ScalingPoint::speedUp)
            .map(Estimate::value)
            .filter(value -> !Double.isNaN(value)));
  }

  private static boolean needsMemory(Kernel kernel) {
    return kernel == Kernel.ARRAY_STREAM || kernel == Kernel.ARRAY_CHASE;
  }

  private String floor() {
    return model.yields().stream()
        .map(y -> y.controls().floor())
        .filter(Estimate::hasValue)
        .findFirst()
        .map(floor ->
            String.format(Locale.ROOT, "A second worker on it adds %s.", Unit.percent(floor)))
        .orElse("");
  }
}
