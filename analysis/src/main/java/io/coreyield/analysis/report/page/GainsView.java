package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.GainScale;
import io.coreyield.analysis.chart.svg.GainSvg;
import io.coreyield.analysis.findings.Advice;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.SecondWorkers;
import io.coreyield.analysis.findings.SecondWorkers.One;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.AdviceWords;
import io.coreyield.analysis.wording.DoubtWords;
import io.coreyield.analysis.wording.KernelWords;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.YieldWords;
import java.util.List;
import java.util.Locale;

/**
 * What a second worker adds, a row per kind of code, and how many workers to start.
 *
 * @param heading of the figures
 * @param dots what dots are; empty where there are none
 * @param hasCeilings whether bands end at a measured ceiling
 * @param groups one per model, the one that the run speaks of first; empty where there is no figure
 * @param same that models do not differ; empty unless that was found
 */
public record GainsView(
    String heading, String dots, boolean hasCeilings, List<Group> groups, String same) {

  /**
   * The rows of one model.
   *
   * @param model its workers, in words
   * @param hasAdvice whether there is any
   * @param scaleSvg what places in the rows mean
   */
  public record Group(String model, boolean hasAdvice, String scaleSvg, List<Row> rows) {}

  /**
   * One kind of code.
   *
   * @param code what such code does
   * @param kernel that stands for it
   * @param exact the figure for programs; empty of none
   * @param figure in words
   * @param interval in words; empty of none
   * @param remark the category, or why there is no answer
   * @param isAnswer whether the figure can be trusted
   * @param svg the figure drawn
   * @param workers how many to start; empty where there is no advice
   * @param choice why, and what another number costs
   */
  public record Row(
      String code,
      String kernel,
      String exact,
      String figure,
      String interval,
      String remark,
      boolean isAnswer,
      String svg,
      String workers,
      String choice) {}

  static GainsView of(MeasuredFindings findings) {
    SecondWorkers workers = SecondWorkers.of(findings);
    GainScale scale = GainScale.of(workers);
    List<Group> groups =
        workers.all().stream()
            .map(One::model)
            .distinct()
            .map(model -> group(findings, scale, workers, model))
            .toList();
    return new GainsView(
        YieldWords.heading(workers.place()),
        dots(workers.leading()),
        workers.leading().stream().anyMatch(one -> one.controls().ceiling().hasValue()),
        groups,
        YieldWords.sameModels(findings.modelDifferences()));
  }

  private static String dots(List<One> ones) {
    if (ones.stream().allMatch(one -> one.spread().parts().isEmpty())) {
      return "";
    }
    return ones.stream().anyMatch(one -> one.spread().byCore())
        ? "a dot per core"
        : "a dot per fork";
  }

  private static Group group(
      MeasuredFindings findings, GainScale scale, SecondWorkers workers, ConcurrencyModel model) {
    List<Row> rows =
        workers.all().stream()
            .filter(one -> one.model() == model)
            .map(one -> row(findings.advice(), scale, one))
            .toList();
    return new Group(
        model.title(),
        rows.stream().anyMatch(row -> !row.workers.isEmpty()),
        GainSvg.scale(scale),
        rows);
  }

  private static Row row(List<Advice> all, GainScale scale, One one) {
    Estimate gain = one.gain();
    String figure = scale.text(gain.value());
    String interval = scale.interval(gain).strip();
    String remark = remark(one);
    String code = KernelWords.code(one.kernel());
    Advice advice =
        all.stream()
            .filter(a -> a.kernel() == one.kernel() && a.model() == one.model())
            .findFirst()
            .orElse(null);
    return new Row(
        code,
        one.kernel().id(),
        gain.hasValue() ? exact(scale.isFactor() ? 1 + gain.value() : gain.value()) : "",
        figure,
        interval,
        remark,
        one.trust().isAnswer() && gain.hasValue(),
        GainSvg.draw(scale, one, "%s: %s %s, %s".formatted(code, figure, interval, remark)),
        advice == null ? "" : Phrases.count(advice.workers(), "worker"),
        advice == null ? "" : PlainText.bound(AdviceWords.choice(advice)));
  }

  private static String remark(One one) {
    if (!one.gain().hasValue()) {
      return String.valueOf(one.gain().reason());
    }
    return one.trust().isAnswer() ? YieldWords.of(one.category()) : DoubtWords.of(one.trust());
  }

  private static String exact(double value) {
    return String.format(Locale.ROOT, "%s", value);
  }
}
