package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.LoadMap;
import io.coreyield.analysis.chart.ScalingChart;
import io.coreyield.analysis.chart.ScoreLoadChart;
import io.coreyield.analysis.chart.svg.SvgChart;
import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.TimeRow;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.report.methods.MethodsText;
import io.coreyield.analysis.report.page.Page.Figure;
import io.coreyield.analysis.report.page.Page.Legend;
import io.coreyield.analysis.report.page.Page.MethodsView;
import io.coreyield.analysis.report.page.Page.RawFile;
import io.coreyield.analysis.report.page.Page.Scatter;
import io.coreyield.analysis.report.page.Page.TimesView;
import io.coreyield.analysis.report.tables.CoresTable;
import io.coreyield.analysis.report.tables.CorrelationTable;
import io.coreyield.analysis.report.tables.CurveTables;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.TrialTables;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.analysis.wording.Caveats;
import io.coreyield.analysis.wording.Fact;
import io.coreyield.analysis.wording.MachineFacts;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.RunFacts;
import io.coreyield.analysis.wording.TrustWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sets findings out as a page. */
final class Pages {

  /** Of all rows of the load map, about, in pixels. */
  private static final double LOAD_HEIGHT = 320;

  private Pages() {}

  static Page of(Findings findings) {
    // The page of a capture shows none of the sections of a measurement.
    MeasuredFindings measured =
        findings instanceof MeasuredFindings some ? some : MeasuredFindings.none(findings.run());
    CapturedFindings captured = findings instanceof CapturedFindings some ? some : null;
    Run run = findings.run();
    ScoreLoadChart scores = new ScoreLoadChart(measured);
    return new Page(
        (run.info().simulated() ? "Simulated. " : "")
            + (captured == null ? "" : "Captured. ")
            + "CoreYield: "
            + run.info().machine().cpu(),
        run.info().simulated(),
        PlainText.bound(AnswerWords.sentence(findings.answer())),
        TrustViews.of(PlainText.bound(TrustWords.sentence(findings)), measured),
        captured == null ? RunFacts.state(run) : null,
        AnswerWords.unfit(findings.answer().unfitReasons()),
        captured == null ? MachineFacts.of(run.info()) : CapturedView.machine(run.info()),
        figures(measured),
        SiblingViews.of(measured),
        measured.advice(),
        Caveats.of(measured).stream().map(PlainText::bound).toList(),
        cores(findings),
        CurveTables.shownFits(measured.curves()),
        times(measured),
        SharesView.of(measured),
        captured == null
            ? LoadMap.of(findings).map(map -> Page.LoadView.of(map, LOAD_HEIGHT, 1)).orElse(null)
            : null,
        TrialTables.trials(measured),
        scatters(scores),
        scores.note(),
        CorrelationTable.of(measured.correlations()),
        CorrelationTable.lead(measured.correlations()),
        RunFacts.idle(measured),
        run.info().warnings(),
        run.info().origin() instanceof Measured origin ? origin.plan().leftOut() : List.of(),
        methods(findings),
        files(),
        captured == null ? RunFacts.of(run) : CapturedView.facts(captured),
        captured == null ? null : CapturedView.of(captured));
  }

  private static Table cores(Findings findings) {
    Table cores = CoresTable.of(findings.run().info().machine().topology());
    return findings instanceof MeasuredFindings
        ? cores
        : cores.named(cores.name(), "Logical CPUs by physical core, as the user says.");
  }

  private static MethodsView methods(Findings findings) {
    MethodsText methods = MethodsText.of(findings);
    return new MethodsView(
        methods.shown().entrySet().stream().map(p -> new Fact(p.getKey(), p.getValue())).toList(),
        methods.bibliography());
  }

  private static List<TimesView> times(MeasuredFindings findings) {
    Map<Kernel, List<TimeRow>> byKernel =
        findings.timeRows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.configuration().kernel(), LinkedHashMap::new, Collectors.toList()));
    String[] constant = constant(findings.timeRows());
    return byKernel.entrySet().stream()
        .map(e ->
            new TimesView(heading(e.getKey()), CurveTables.times(e.getValue()).without(constant)))
        .toList();
  }

  /** Columns that say the same in every row. */
  private static String[] constant(List<TimeRow> rows) {
    boolean os = rows.stream().allMatch(r -> r.configuration().placement() == Placement.OS);
    boolean weak = rows.stream().allMatch(r -> r.configuration().scaling() == Scaling.WEAK);
    return Stream.of("kernel", os ? "placement" : "", weak ? "scaling" : "").toArray(String[]::new);
  }

  private static String heading(Kernel kernel) {
    return "The " + kernel.id() + " kernel";
  }

  private static List<Figure> figures(MeasuredFindings findings) {
    return ScalingChart.all(findings).stream().map(Pages::figure).toList();
  }

  private static Figure figure(ScalingChart chart) {
    List<ScalingCurve> curves = chart.curves();
    ScalingCurve any = curves.getFirst();
    return new Figure(
        chart.heading(),
        any.kernel().id(),
        any.placement().id(),
        any.kernel().boundBy(),
        Legend.of(curves.stream().map(ScalingCurve::model)),
        chart.throughput().map(SvgChart::draw).orElse(""),
        chart.efficiency().map(SvgChart::draw).orElse(""),
        CurveTables.scaling(curves).without("kernel", "placement", "scaling"));
  }

  private static List<Scatter> scatters(ScoreLoadChart scores) {
    return scores.byKernel().entrySet().stream()
        .map(e ->
            new Scatter(
                heading(e.getKey()),
                SvgChart.draw(e.getValue()),
                Legend.of(scores.models(e.getKey()))))
        .toList();
  }

  private static List<RawFile> files() {
    return List.of(
        new RawFile("../run.json", "run.json", "the machine, the plan, the environment, warnings"),
        new RawFile("../trials.jsonl", "trials.jsonl", "every trial: iterations, workers, times"),
        new RawFile("../load.csv", "load.csv", "counters of every logical CPU over time"),
        new RawFile("../swap.csv", "swap.csv", "swap space over time"),
        new RawFile("../jmh.json", "jmh.json", "the scores in JMH's own format"),
        new RawFile("verdict.json", "report/verdict.json", "the answer for programs"),
        new RawFile("methods.md", "report/methods.md", "the methods, for pandoc"),
        new RawFile("methods.bib", "report/methods.bib", "what they cite, as BibTeX"),
        new RawFile(
            "tables/",
            "report/tables",
            "these tables as CSV and Markdown; ledger.csv has every iteration, forks.csv every fork"),
        new RawFile("figures/", "report/figures", "figures as SVG, PDF and PNG"));
  }
}
