package io.coreyield.analysis.report;

import io.coreyield.analysis.chart.LoadMap;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.report.Page.Figure;
import io.coreyield.analysis.report.Page.Legend;
import io.coreyield.analysis.report.Page.MethodsView;
import io.coreyield.analysis.report.Page.RawFile;
import io.coreyield.analysis.report.Page.Scatter;
import io.coreyield.analysis.report.Page.TimesView;
import io.coreyield.analysis.report.methods.MethodsText;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.IterationLoad;
import io.coreyield.analysis.scaling.ScalingCurve;
import io.coreyield.analysis.scaling.TimeRow;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.analysis.wording.Caveats;
import io.coreyield.analysis.wording.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sets findings out as a page. */
final class Pages {

  /** More dots than this are drawn as one per trial: a page is to be opened, not waited for. */
  static final int MOST_DOTS = 3000;

  /** Of all rows of the load map, about, in pixels. */
  private static final double LOAD_HEIGHT = 320;

  private record Group(Kernel kernel, Placement placement, Scaling scaling) {
    static Group of(ScalingCurve curve) {
      return new Group(curve.kernel(), curve.placement(), curve.scaling());
    }

    String heading() {
      String words = Pages.heading(kernel);
      words += placement == Placement.OS ? "" : ", placement " + placement.id();
      return words + (scaling == Scaling.WEAK ? "" : ", strong scaling");
    }
  }

  private record Dot(int trial, int iteration) {}

  private Pages() {}

  static Page of(Findings findings) {
    Run run = findings.run();
    List<IterationLoad> dots = dots(findings);
    return new Page(
        (run.info().simulated() ? "Simulated. " : "")
            + (findings.imported() == null ? "" : "Captured. ")
            + "CoreYield: "
            + run.info().machine().cpu(),
        run.info().simulated(),
        PlainText.bound(AnswerWords.sentence(findings.answer())),
        TrustViews.of(findings),
        findings.imported() == null ? RunFacts.state(run) : null,
        AnswerWords.unfit(findings.answer().unfitReasons()),
        findings.imported() == null
            ? MachineFacts.of(run.info())
            : CapturedView.machine(run.info()),
        figures(findings),
        SiblingViews.of(findings),
        findings.advice(),
        Caveats.of(findings).stream().map(PlainText::bound).toList(),
        cores(findings),
        FitsTable.shown(findings.curves()),
        times(findings),
        SharesView.of(findings.ledger()),
        findings.imported() == null
            ? LoadMap.of(findings).map(map -> Page.LoadView.of(map, LOAD_HEIGHT, 1)).orElse(null)
            : null,
        TrialsTable.of(findings),
        scatters(dots, tainted(findings)),
        scatterNote(findings, dots),
        CorrelationTable.of(findings.correlations()),
        CorrelationTable.lead(findings.correlations()),
        RunFacts.idle(findings),
        run.info().warnings(),
        run.info().plan().leftOut(),
        methods(findings),
        files(),
        findings.imported() == null
            ? RunFacts.of(run)
            : CapturedView.facts(run.info(), findings.imported()),
        CapturedView.of(findings));
  }

  private static Table cores(Findings findings) {
    Table cores = CoresTable.of(findings.run().info().machine().topology());
    return findings.imported() == null
        ? cores
        : cores.named(cores.name(), "Logical CPUs by physical core, as the user says.");
  }

  private static MethodsView methods(Findings findings) {
    MethodsText methods = MethodsText.of(findings);
    return new MethodsView(
        methods.shown().entrySet().stream()
            .map(p -> new Page.Fact(p.getKey(), p.getValue()))
            .toList(),
        methods.bibliography());
  }

  private static List<TimesView> times(Findings findings) {
    Map<Kernel, List<TimeRow>> byKernel =
        findings.timeRows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.configuration().kernel(), LinkedHashMap::new, Collectors.toList()));
    String[] constant = constant(findings.timeRows());
    return byKernel.entrySet().stream()
        .map(e -> new TimesView(heading(e.getKey()), Tables.times(e.getValue()).without(constant)))
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

  private static List<Figure> figures(Findings findings) {
    Topology topology = findings.run().info().machine().topology();
    Map<Group, List<ScalingCurve>> groups =
        findings.curves().stream()
            .collect(Collectors.groupingBy(Group::of, LinkedHashMap::new, Collectors.toList()));
    return groups.entrySet().stream()
        .map(group -> figure(group.getKey(), group.getValue(), topology))
        .toList();
  }

  private static Figure figure(Group group, List<ScalingCurve> curves, Topology topology) {
    String which =
        "against workers, %s; the figures are in the table below it.".formatted(group.heading());
    return new Figure(
        group.heading(),
        group.kernel().id(),
        group.placement().id(),
        group.kernel().boundBy(),
        Legend.of(curves.stream().map(ScalingCurve::model)),
        ScalingPanel.throughput(curves, topology, "Throughput " + which),
        ScalingPanel.efficiency(curves, topology, "Efficiency " + which),
        Tables.scaling(curves).without("kernel", "placement", "scaling"));
  }

  /** One dot per iteration, or the first iteration of each trial where they are too many. */
  private static List<IterationLoad> dots(Findings findings) {
    List<IterationLoad> all =
        findings.iterationLoads().stream()
            .filter(load -> load.elementsPerSecond() > 0)
            .filter(load -> Double.isFinite(load.busyCpus()))
            .toList();
    if (all.size() <= MOST_DOTS) {
      return all;
    }
    Map<Integer, IterationLoad> firsts =
        all.stream()
            .collect(
                Collectors.toMap(
                    load -> load.trial().number(),
                    Function.identity(),
                    (first, later) -> first,
                    TreeMap::new));
    return List.copyOf(firsts.values());
  }

  private static String scatterNote(Findings findings, List<IterationLoad> dots) {
    long all = findings.iterationLoads().stream().filter(l -> l.elementsPerSecond() > 0).count();
    return all <= MOST_DOTS
        ? "One dot per measurement iteration; hollow ones are tainted."
        : "%d dots, the first iteration of each trial, for %d iterations; hollow ones are tainted."
            .formatted(dots.size(), all);
  }

  private static Predicate<IterationLoad> tainted(Findings findings) {
    Set<Dot> tainted =
        findings.ledger().entries().stream()
            .filter(entry -> !entry.taints().isEmpty())
            .map(entry -> new Dot(entry.trial().number(), entry.iteration().index()))
            .collect(Collectors.toSet());
    return load -> tainted.contains(new Dot(load.trial().number(), load.iteration().index()));
  }

  private static List<Scatter> scatters(
      List<IterationLoad> dots, Predicate<IterationLoad> tainted) {
    Map<Kernel, List<IterationLoad>> byKernel = new TreeMap<>();
    for (IterationLoad dot : dots) {
      dot.trial()
          .configuration()
          .forEach(c -> byKernel.computeIfAbsent(c.kernel(), k -> new ArrayList<>()).add(dot));
    }
    return byKernel.entrySet().stream()
        .map(e -> scatter(e.getKey(), e.getValue(), tainted))
        .toList();
  }

  private static Scatter scatter(
      Kernel kernel, List<IterationLoad> dots, Predicate<IterationLoad> tainted) {
    String description =
        "Throughput of the %s kernel against busy logical CPUs, %d iterations."
            .formatted(kernel.id(), dots.size());
    return new Scatter(
        heading(kernel),
        ScatterPanel.draw(dots, tainted, description),
        Legend.of(dots.stream().flatMap(d -> d.trial().configuration()).map(c -> c.model())));
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
