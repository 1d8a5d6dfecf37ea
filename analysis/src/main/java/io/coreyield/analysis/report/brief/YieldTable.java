package io.coreyield.analysis.report.brief;

import io.coreyield.analysis.findings.Advice;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.report.brief.BriefTable.Column;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.AdviceWords;
import io.coreyield.analysis.wording.KernelWords;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.YieldWords;
import java.util.List;
import java.util.Optional;

/** What pairs of logical CPUs do, a row per kernel, of one model. */
final class YieldTable {

  private static final List<Column> OF_SIBLINGS =
      List.of(
          Column.words("your code …", 6),
          Column.words("kernel", 0),
          Column.number("adds", 0),
          Column.number("95 % interval", 1),
          Column.words("which is", 3),
          Column.number("workers", 2),
          Column.words("another number", 4),
          Column.number("floor", 5),
          Column.number("ceiling", 5));

  private static final List<Column> OF_CORES =
      List.of(
          Column.words("your code …", 3),
          Column.words("kernel", 0),
          Column.number("two do", 0),
          Column.number("95 % interval", 1),
          Column.number("on one CPU", 4),
          Column.number("workers", 2),
          Column.words("another number", 5));

  private final MeasuredFindings findings;
  private final ConcurrencyModel model;
  private final List<SmtYield> yields;

  private YieldTable(MeasuredFindings findings, List<SmtYield> pairs) {
    this.findings = findings;
    this.model = pairs.getFirst().model();
    this.yields = pairs.stream().filter(y -> y.model() == model).toList();
  }

  /** Of the first model with pairs; empty where no pair has a result. */
  static Optional<BriefTable> of(MeasuredFindings findings) {
    List<SmtYield> pairs =
        findings.leadingYields().stream().filter(SmtYield::isPairMeasured).toList();
    List<SmtYield> siblings = pairs.stream().filter(y -> y.yield().hasValue()).toList();
    if (!siblings.isEmpty()) {
      return Optional.of(new YieldTable(findings, siblings).siblings());
    }
    List<SmtYield> cores = pairs.stream().filter(y -> y.controls().ceiling().hasValue()).toList();
    return cores.isEmpty()
        ? Optional.empty()
        : Optional.of(new YieldTable(findings, cores).cores());
  }

  private BriefTable siblings() {
    return new BriefTable(
        "What a second thread adds to a core, " + model.title(),
        OF_SIBLINGS,
        yields.stream().map(this::ofSiblings).toList(),
        0);
  }

  private List<String> ofSiblings(SmtYield y) {
    return List.of(
        KernelWords.code(y.kernel()),
        y.kernel().id(),
        percent(y.yield()),
        interval(Unit.PERCENT, y.yield()),
        YieldWords.of(y.category()),
        workers(y),
        otherNumber(y),
        percent(y.controls().floor()),
        percent(y.controls().ceiling()));
  }

  private BriefTable cores() {
    return new BriefTable(
        "Two pinned workers on two CPUs, against one, " + model.title(),
        OF_CORES,
        yields.stream().map(this::ofCores).toList(),
        0);
  }

  private List<String> ofCores(SmtYield y) {
    Estimate two = y.controls().ceiling().plus(1);
    return List.of(
        KernelWords.code(y.kernel()),
        y.kernel().id(),
        Unit.FACTOR.text(two.value()),
        interval(Unit.FACTOR, two),
        Unit.FACTOR.text(y.controls().floor().plus(1).value()),
        workers(y),
        otherNumber(y));
  }

  private Optional<Advice> advice(SmtYield y) {
    return findings.advice().stream()
        .filter(a -> a.kernel() == y.kernel() && a.model() == model)
        .findFirst();
  }

  private String workers(SmtYield y) {
    return advice(y).map(a -> Integer.toString(a.workers())).orElse(Unit.NONE);
  }

  private String otherNumber(SmtYield y) {
    return advice(y).flatMap(AdviceWords::worstOther).map(PlainText::unbound).orElse(Unit.NONE);
  }

  private static String percent(Estimate estimate) {
    return PlainText.unbound(Unit.PERCENT.text(estimate.value()));
  }

  static String interval(Unit unit, Estimate estimate) {
    return estimate.hasInterval() ? PlainText.unbound(unit.interval(estimate)) : Unit.NONE;
  }
}
