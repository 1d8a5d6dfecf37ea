package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.SecondWorkers;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.findings.yields.Direction;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.ModelDifference;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.Topology;
import java.util.List;

/** What the figures and tables of yields show, in words. */
public final class YieldWords {

  private static final String SMALLEST =
      " Detectable: the smallest difference that a test at 5 % finds in 80 % of such runs.";

  /** Of the table of all yields. */
  public static final String ALL =
      "What the second sibling of a core adds: 0 % is nothing, 100 % what a core does." + SMALLEST;

  /** Of the table of controls. */
  public static final String CONTROLS =
      "Floor: two workers on one logical CPU, expected 0 %. Ceiling: two cores, 100 % where they"
          + " share nothing.";

  private static final String CONTROLLED =
      "The controls come from the same blocks: what a second worker adds on the same logical"
          + " CPU, and on a core of its own.";

  private YieldWords() {}

  /** A category in words. */
  public static String of(Category category) {
    return switch (category) {
      case NOTHING -> "almost nothing";
      case SOMETHING -> "something";
      case AS_GOOD_AS_A_CORE -> "as good as a core";
      case HARMFUL -> "harmful";
      case UNKNOWN -> "unknown";
    };
  }

  /** The heading of what second workers add. */
  public static String heading(SecondWorkers.Place place) {
    return switch (place) {
      case SIBLING -> "A second thread adds";
      case ALL_SIBLINGS -> "Second threads of all cores add";
      case OTHER_CORE -> "Two workers, each pinned to a core, do";
      case ANYWHERE -> "Two workers, placed by the scheduler, do";
    };
  }

  /** That models do not differ; empty unless that was looked for, and no difference was found. */
  public static String sameModels(List<ModelDifference> differences) {
    List<ModelDifference> known =
        differences.stream().filter(d -> d.difference().hasInterval()).toList();
    boolean isSame = known.stream().allMatch(d -> d.direction() == Direction.CANNOT_TELL);
    return known.isEmpty() || !isSame
        ? ""
        : "No difference between concurrency models was found: a second thread adds as much to %s as to %s, within the intervals."
            .formatted(
                Phrases.list(known.stream().map(d -> d.model().title()).distinct().toList()),
                known.getFirst().base().title());
  }

  /**
   * Of the figure; empty where there is none.
   *
   * @param whole the machine
   * @param leading the yields in the figure
   */
  public static String lead(Topology whole, List<SmtYield> leading) {
    boolean paired = leading.stream().anyMatch(SmtYield::isPairMeasured);
    Topology usable = whole.usableOrAll();
    if (!usable.hasSiblings()) {
      return (whole.hasSiblings()
              ? "No two logical CPUs that this run could use share a core, so there is no yield. "
              : "No SMT siblings are known on this machine, so there is no yield. ")
          + (paired ? CONTROLLED : "");
    }
    if (paired) {
      return "Both siblings of a core at once, against each of them alone, core by core. "
          + CONTROLLED;
    }
    return leading.stream().anyMatch(y -> y.yield().hasValue())
        ? "No pair was measured: this is one worker per logical CPU, against one per core, all"
            + " cores at once. It has no controls."
        : "";
  }

  /** Of the table of the yields in the figure. */
  public static String caption(List<SmtYield> leading) {
    return "What the second sibling of a core adds, by "
        + (leading.stream().anyMatch(y -> y.estimator() == Estimator.PAIRED)
            ? "pairs."
            : "all cores at once.")
        + SMALLEST;
  }
}
