package io.coreyield.analysis.bundle;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.NamedChoice;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.analysis.wording.DoubtWords;
import io.coreyield.analysis.wording.Tex;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.YieldWords;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One LaTeX command per headline figure, so that a paper never copies a number: {@code
 * \CyYieldRange} is {@code 25.3 % (95 % CI 21.0 to 27.0 %)}.
 */
final class Macros {

  private final Map<String, String> commands = new LinkedHashMap<>();

  private Macros() {}

  /** The file. */
  static String text(Findings findings) {
    Macros macros = new Macros();
    macros.machine(findings);
    if (findings instanceof MeasuredFindings measured) {
      measured.leadingYields().forEach(macros::sibling);
      measured.curves().forEach(curve -> macros.curve(curve, findings.run().info().machine()));
    }
    return macros.commands.entrySet().stream()
        .map(command -> "\\newcommand{\\%s}{%s}\n".formatted(command.getKey(), command.getValue()))
        .collect(
            Collectors.joining(
                "", "% \\usepackage{textcomp}; put {} after a command that a word follows.\n", ""));
  }

  private void machine(Findings findings) {
    RunInfo info = findings.run().info();
    Machine machine = info.machine();
    text("CyCpu", machine.cpu());
    text("CyPackages", Integer.toString(machine.topology().packages()));
    text("CyCores", Integer.toString(machine.topology().physicalCores()));
    text("CyLogicalCpus", Integer.toString(machine.topology().logicalCpus()));
    text("CyOs", info.environment().os().name());
    text("CyJava", info.environment().jvm().javaVersion());
    text("CyToolVersion", info.toolVersion());
    text("CyTrials", Integer.toString(findings.run().trials().size()));
    text("CyTrust", DoubtWords.of(findings.trust()));
    text("CyAnswer", AnswerWords.sentence(findings.answer()));
  }

  private void text(String name, String text) {
    commands.putIfAbsent(name, Tex.escaped(text));
  }

  private void sibling(SmtYield yield) {
    String kernel = "CyYield" + word(yield.kernel());
    figures(kernel + word(yield.model()), yield);
    // The first model is the one that a text is about.
    if (!commands.containsKey(kernel)) {
      figures(kernel, yield);
    }
  }

  private void figures(String name, SmtYield yield) {
    figure(name, yield.yield(), Unit.PERCENT);
    text(name + "Category", YieldWords.of(yield.category()));
    text(name + "Forks", Integer.toString(yield.sampling().forks()));
  }

  private void curve(ScalingCurve curve, Machine machine) {
    String name =
        word(curve.kernel())
            + word(curve.model())
            + (curve.placement() == Placement.OS ? "" : word(curve.placement()))
            + (curve.scaling() == Scaling.WEAK ? "" : word(curve.scaling()));
    figure("CyKnee" + name, curve.knee().yield(), Unit.PERCENT);
    curve
        .at(1)
        .map(ScalingPoint::elementsPerSecond)
        .ifPresent(e -> figure("CyThroughput" + name + "AtOne", e, Unit.ELEMENTS_PER_SECOND));
    speedUp(curve, name + "AtCores", machine.topology().physicalCores());
    speedUp(curve, name + "AtLogicalCpus", machine.topology().logicalCpus());
  }

  private void speedUp(ScalingCurve curve, String name, int workers) {
    curve
        .at(workers)
        .map(ScalingPoint::speedUp)
        .ifPresent(e -> figure("CySpeedUp" + name, e, Unit.FACTOR));
  }

  private void figure(String name, Estimate estimate, Unit unit) {
    String value = estimate.hasValue() ? unit.text(estimate.value()) : "unknown";
    String interval = unit.interval(estimate);
    text(name, interval.isEmpty() ? value : "%s (95\u00a0%% CI %s)".formatted(value, interval));
    text(name + "Value", value);
    text(name + "Interval", interval.isEmpty() ? "no interval" : interval);
  }

  /** A part of a command's name, which has letters only: {@code RangeDouble}. */
  private static String word(NamedChoice thing) {
    return Stream.of(thing.id().split("-", -1))
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining());
  }
}
