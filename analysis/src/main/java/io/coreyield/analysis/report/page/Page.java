package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.LoadMap;
import io.coreyield.analysis.chart.Look;
import io.coreyield.analysis.chart.svg.LoadMapSvg;
import io.coreyield.analysis.chart.svg.SvgShape;
import io.coreyield.analysis.findings.Advice;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.wording.Fact;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the page, ready to be set: the template adds no figure of its own. SVG members are
 * markup that is already escaped; every other string is plain text, and may be hostile.
 *
 * @param title of the document
 * @param simulated whether nothing was measured
 * @param answer in one sentence
 * @param trust how far the answer can be trusted
 * @param state how the run ended, where it did not end by itself; null where it did
 * @param unfitReasons why the machine was not fit; empty when it was
 * @param machine what was measured
 * @param figures one per kernel, placement and scaling
 * @param siblings what a sibling adds
 * @param advice how many workers to start
 * @param notes what does not agree
 * @param cores the map of the machine
 * @param fits what was fitted to the curves
 * @param times the table of 2017, one per kernel
 * @param shares where the time went, one per kernel
 * @param load the load over time; null where there is none
 * @param trials every trial
 * @param scatters score against load, one per kernel
 * @param scatterNote what the dots are
 * @param correlations score with load
 * @param correlationLead what their intervals are; empty where there is none
 * @param idle the machine with nothing running
 * @param warnings what the reader must know
 * @param leftOut what was not run
 * @param methods what was done, for a paper
 * @param files of the run
 * @param facts of the run
 * @param captured what another tool captured; null of a run of ours
 */
public record Page(
    String title,
    boolean simulated,
    String answer,
    TrustView trust,
    @Nullable String state,
    List<String> unfitReasons,
    List<Fact> machine,
    List<Figure> figures,
    SiblingView siblings,
    List<Advice> advice,
    List<String> notes,
    Table cores,
    Table fits,
    List<TimesView> times,
    List<SharesView> shares,
    @Nullable LoadView load,
    Table trials,
    List<Scatter> scatters,
    String scatterNote,
    Table correlations,
    String correlationLead,
    List<Fact> idle,
    List<Warning> warnings,
    List<Plan.LeftOut> leftOut,
    MethodsView methods,
    List<RawFile> files,
    List<Fact> facts,
    @Nullable CapturedView captured) {

  private static final int LONG_ANSWER = 240;
  private static final int MAX_NOTES = 4;

  /**
   * A scaling figure.
   *
   * @param heading which kernel
   * @param kernel its name
   * @param placement of the workers
   * @param note what binds it
   * @param models in it, for the legend
   * @param throughputSvg left panel
   * @param efficiencySvg right panel
   * @param table the figures behind it
   */
  public record Figure(
      String heading,
      String kernel,
      String placement,
      String note,
      List<Legend> models,
      String throughputSvg,
      String efficiencySvg,
      Table table) {}

  /** A concurrency model in a legend: class, marker path, name. */
  public record Legend(String cssClass, String path, String name, String title) {

    /** One entry per model, in their order. */
    static List<Legend> of(Stream<ConcurrencyModel> models) {
      return models.distinct().sorted().map(Legend::of).toList();
    }

    private static Legend of(LoadMap.Kind kind) {
      return kind instanceof LoadMap.Kind.Worked(var model)
          ? of(model)
          : new Legend(LoadMapSvg.cssClass(kind), "M2 2h10v10h-10z", kind.label(), "");
    }

    private static Legend of(ConcurrencyModel model) {
      Look look = Look.of(model);
      return new Legend(
          look.cssClass(), SvgShape.path(look.shape(), 7, 7), model.id(), model.title());
    }
  }

  /**
   * What a sibling adds.
   *
   * @param lead what the figure shows
   * @param svg the figure; null where there is nothing to draw
   * @param models in it; none where it holds no yield
   * @param hasControls whether brackets are in it
   * @param table the figures behind it
   * @param all everything that is known of every yield
   * @param differences between models
   */
  public record SiblingView(
      String lead,
      @Nullable String svg,
      List<Legend> models,
      boolean hasControls,
      Table table,
      Table all,
      Table differences) {}

  /**
   * The load map.
   *
   * @param bars what the colours of its trials mean
   * @param background whether the time of some is hatched
   * @param uncounted whether the counters of some cell stood still
   * @param gutterSvg its row labels
   * @param plotSvg itself
   * @param data its figures as JSON that a script element may hold
   * @param classic its figures as a table
   */
  public record LoadView(
      List<Legend> bars,
      boolean background,
      boolean uncounted,
      String gutterSvg,
      String plotSvg,
      String data,
      ClassicView classic) {

    /**
     * @param height of its rows, about so many pixels
     * @param maps how many there are on the page, 1 or more
     */
    static LoadView of(LoadMap map, double height, int maps) {
      LoadMapSvg svg = new LoadMapSvg(map, height);
      return new LoadView(
          map.legend().stream().map(Legend::of).toList(),
          map.hasBackgroundLoad(),
          map.hasUncounted(),
          svg.gutter(),
          svg.plot(),
          LoadData.json(map, maps),
          ClassicView.of(map, maps));
    }
  }

  /** The times of one kernel. */
  public record TimesView(String heading, Table table) {}

  /** Score against load for one kernel. */
  public record Scatter(String heading, String svg, List<Legend> models) {}

  /**
   * What was done, for the methods section of a paper.
   *
   * @param paragraphs each with what it is about
   * @param bibtex what they cite
   */
  public record MethodsView(List<Fact> paragraphs, String bibtex) {

    /** Copies the list. */
    public MethodsView {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** A file beside the page. */
  public record RawFile(String href, String name, String what) {}

  /** Copies the lists. */
  public Page {
    unfitReasons = List.copyOf(unfitReasons);
    machine = List.copyOf(machine);
    figures = List.copyOf(figures);
    advice = List.copyOf(advice);
    notes = List.copyOf(notes);
    times = List.copyOf(times);
    shares = List.copyOf(shares);
    scatters = List.copyOf(scatters);
    idle = List.copyOf(idle);
    warnings = List.copyOf(warnings);
    leftOut = List.copyOf(leftOut);
    files = List.copyOf(files);
    facts = List.copyOf(facts);
  }

  /** The notes that are shown at once. */
  public List<String> firstNotes() {
    return notes.subList(0, Math.min(MAX_NOTES, notes.size()));
  }

  /** The notes that are folded away. */
  public List<String> otherNotes() {
    return notes.subList(firstNotes().size(), notes.size());
  }

  /** How the answer is set: smaller where it is long, marked where the machine was unfit. */
  public @Nullable String answerClass() {
    String classes = (answer.length() > LONG_ANSWER ? "long" : "") + (fit() ? "" : " unfit");
    return classes.isEmpty() ? null : classes.strip();
  }

  /** Whether the machine was fit to measure. */
  public boolean fit() {
    return unfitReasons.isEmpty();
  }
}
