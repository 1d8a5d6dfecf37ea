package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.chart.CompareYieldsChart;
import io.coreyield.analysis.chart.svg.SvgChart;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Group;
import io.coreyield.analysis.comparison.GroupFigure;
import io.coreyield.analysis.comparison.IncomparableReason;
import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.YieldChart;
import io.coreyield.analysis.report.page.Page.RawFile;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.wording.CompareWords;
import io.coreyield.analysis.wording.Fact;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sets a comparison out as a page. */
final class ComparePages {

  /** The most groups that a table of the page shows; the files have all. */
  static final int MAX_GROUPS = 20;

  /** The most differences and outliers that the page names one by one; the files have all. */
  static final int MAX_NAMED = 200;

  private ComparePages() {}

  static ComparePage of(Comparison comparison) {
    boolean grouped = comparison.isGrouped();
    YieldChart chart = YieldChart.of(comparison);
    return new ComparePage(
        "CoreYield: %d runs compared".formatted(comparison.runs().size()),
        CompareWords.answer(comparison),
        CompareWords.notices(comparison),
        lead(chart, comparison),
        CompareYieldsChart.sections(comparison).stream()
            .map(c -> new ComparePage.Chart(c.heading().title(), SvgChart.draw(c)))
            .toList(),
        CompareWords.told(comparison).stream().map(PlainText::bound).limit(MAX_NAMED).toList(),
        grouped ? List.of() : CompareMatrix.all(comparison),
        grouped ? groups(comparison) : List.of(),
        firstRows(CompareTables.outliers(comparison), MAX_NAMED),
        grouped ? null : CompareFacts.matrix(comparison),
        grouped ? firstRows(CompareTables.groupList(comparison), MAX_GROUPS) : null,
        methods(comparison),
        Stream.of(IncomparableReason.values())
            .map(rule -> CompareWords.template(rule).replace("%s", "…"))
            .toList(),
        files());
  }

  private static Table firstRows(Table table, int most) {
    return new Table(
        table.name(), table.caption(), table.columns(), table.rows().stream().limit(most).toList());
  }

  private static String lead(YieldChart chart, Comparison comparison) {
    if (chart.sections().isEmpty()) {
      return "";
    }
    String kind = chart.kind().title();
    String lead =
        chart.grouped()
            ? "%s: the median of each group, and the range of its runs.".formatted(kind)
            : "%s, with 95 %% intervals from forks. The square is the reference, %s; 0 %% is a fake core, 100 %% a whole one."
                .formatted(kind, comparison.referenceRun().name());
    boolean captured = comparison.runs().stream().anyMatch(run -> run.tool() != null);
    return PlainText.bound(captured ? lead + " What another tool captured has no interval." : lead);
  }

  private static List<Table> groups(Comparison comparison) {
    return Stream.of(Kind.values())
        .map(kind -> CompareTables.groups(comparison, kind, MAX_GROUPS))
        .filter(table -> !table.isEmpty())
        .toList();
  }

  private static List<Fact> methods(Comparison comparison) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "Reference",
            comparison.referenceRun().name()
                + ". Unless one is named, it is the run that started first, of those that CoreYield"
                + " measured on fit machines."));
    facts.add(
        new Fact(
            "Difference",
            "Two runs are independent, so the squared standard errors add up, and the interval is"
                + " Student's with Welch's degrees of freedom (Welch 1947). Yields are compared in"
                + " points of percent; throughput, speed-up and dispatch as ratios, on logarithms."));
    facts.add(
        new Fact(
            "Family",
            "%d differences are told on this page. Each interval has the level %s, so that all hold together with 95 %% (Bonferroni; Dunn 1961). A word is read from its interval: no word is wrong in 95 %% of such pages."
                .formatted(comparison.family(), CompareWords.percent(comparison.level()))));
    facts.add(
        new Fact(
            "What it does not hold",
            "Intervals hold what forks of one campaign tell. What changes between two campaigns (a"
                + " reboot, an update, a neighbour, the weather) is in the difference, and not in"
                + " its interval."));
    facts.add(new Fact("Same machine as the reference", sameMachine(comparison)));
    if (comparison.isGrouped()) {
      facts.add(new Fact("Groups", groupWords(comparison)));
    }
    return facts;
  }

  private static String sameMachine(Comparison comparison) {
    List<String> same = CompareWords.sameMachine(comparison);
    String names =
        same.size() > MAX_GROUPS
            ? "%d runs".formatted(same.size())
            : same.isEmpty() ? "none" : Phrases.list(same);
    return names
        + " (by processor, architecture, hypervisor, caches and topology; two instances of one type"
        + " look the same)";
  }

  private static String groupWords(Comparison comparison) {
    return "%d runs are more than have a column each, so %s stand here, the first %d at most. Of fewer than %d runs of a group none is called an outlier. Files have every group and run."
        .formatted(
            comparison.runs().size(),
            Phrases.count(comparison.groups().stream().map(Group::cpu).count(), "group"),
            MAX_GROUPS,
            GroupFigure.MIN_FOR_OUTLIERS);
  }

  private static List<RawFile> files() {
    return List.of(
        new RawFile("comparison.json", "comparison.json", "all of it for programs"),
        new RawFile(
            "tables/", "tables", "figures, machines, groups and outliers as CSV and Markdown"),
        new RawFile("figures/", "figures", "compare-yields as SVG, PDF and PNG"));
  }
}
