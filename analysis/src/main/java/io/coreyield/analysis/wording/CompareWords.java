package io.coreyield.analysis.wording;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Difference;
import io.coreyield.analysis.comparison.GroupFigure;
import io.coreyield.analysis.comparison.IncomparableReason;
import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.findings.yields.Direction;
import io.coreyield.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a comparison says, in words. */
public final class CompareWords {

  private static final int MAX_NAMES = 12;

  private CompareWords() {}

  /** The unit of figures of a kind. */
  public static Unit unit(Kind kind) {
    return switch (kind) {
      case PAIRED_YIELD, CHIP_WIDE_YIELD, KNEE_YIELD -> Unit.PERCENT;
      case ONE_WORKER, ALL_CORES, ALL_CPUS -> Unit.ELEMENTS_PER_SECOND;
      case SPEED_UP_CORES, SPEED_UP_CPUS -> Unit.FACTOR;
      case DISPATCH -> Unit.SECONDS;
    };
  }

  /** What figures of a kind are. */
  public static String title(Kind kind) {
    return switch (kind) {
      case PAIRED_YIELD -> "SMT yield, by pairs";
      case CHIP_WIDE_YIELD -> "SMT yield, by all cores at once";
      case KNEE_YIELD -> "SMT yield, by the bend of the curve";
      case ONE_WORKER -> "Throughput of one worker";
      case ALL_CORES -> "Throughput, one worker per physical core";
      case ALL_CPUS -> "Throughput, one worker per logical CPU";
      case SPEED_UP_CORES -> "Speed-up, one worker per physical core";
      case SPEED_UP_CPUS -> "Speed-up, one worker per logical CPU";
      case DISPATCH -> "Dispatch of an operation to its workers";
    };
  }

  /** What ran: {@code memory bandwidth, platform threads}. */
  public static String subject(Row row) {
    return row.kernel() == null || row.model() == null
        ? String.valueOf(row.what())
        : row.kernel().boundBy() + ", " + row.model().title();
  }

  /** Why two figures are not compared, without a full stop. */
  public static String reason(Difference.Refused refused) {
    return template(refused.obstacle()).formatted(refused.named().toArray());
  }

  /** The reason, with {@code %s} for a run or for what differs. */
  public static String template(IncomparableReason obstacle) {
    return switch (obstacle) {
      case SAME_RUN -> "the same run as the reference, given twice";
      case CAPTURED -> "captured by another tool, so it has no interval";
      case NOT_MEASURED -> "not measured in %s";
      case SIMULATED -> "one machine is simulated, the other measured";
      case UNTRUSTED -> "what was found of the machine of %s could change its figures";
      case QUOTA -> "another CPU quota: %s, not %s";
      case KERNEL_CODE -> "other code of the kernels: %s, not %s";
      case JAVA -> "Java %s, not %s";
      case JVM -> "%s, not %s";
      case JVM_ARGUMENTS -> "other JVM arguments: %s, not %s";
      case ELEMENTS -> "n is %s, not %s";
      case SCALING -> "%s scaling, not %s";
      case PLACEMENT -> "placement %s, not %s";
      case WORKERS -> "%s workers, not %s";
      case WINDOW -> "windows of %s ms, not %s ms";
      case TAINTED -> "in %s too few iterations are free of taints";
      case NO_INTERVAL -> "in %s it has no interval";
    };
  }

  /** With its sign and interval: {@code +3.1 [1.2, 5.0] points}. */
  public static String difference(Kind kind, Difference.Measured difference) {
    Estimate estimate = difference.estimate();
    String figure = Unit.POINTS.text(estimate.value());
    return "%s%s%s\u00a0%s"
        .formatted(
            estimate.value() > 0 && !figure.equals("0.0") ? "+" : "",
            figure,
            Unit.POINTS.brackets(estimate),
            kind.scale() == Kind.Scale.POINTS ? "points" : "%");
  }

  public static String answer(Comparison comparison) {
    int others = comparison.runs().size() - 1;
    if (comparison.family() == 0) {
      return "Nothing of %s can be compared with %s."
          .formatted(Phrases.count(others, "other run"), comparison.referenceRun().name());
    }
    return "Of %s with %s, %d show a larger value, %d a smaller one and %d no clear difference."
        .formatted(
            Phrases.count(comparison.family(), "comparison"),
            comparison.referenceRun().name(),
            comparison.count(Direction.LARGER),
            comparison.count(Direction.SMALLER),
            comparison.count(Direction.CANNOT_TELL));
  }

  /** A difference with its place. */
  private record Found(String run, Row row, Difference.Measured difference) {
    String words() {
      return difference.word() + ", " + CompareWords.difference(row.kind(), difference);
    }
  }

  /** Every difference whose interval excludes zero: kind by kind, the largest first. */
  public static List<String> differences(Comparison comparison) {
    return found(comparison)
        .map(f -> "%s: %s (%s) %s".formatted(f.run, title(f.row.kind()), subject(f.row), f.words()))
        .toList();
  }

  /** The same in fewer columns. */
  public static List<String> briefDifferences(Comparison comparison) {
    return found(comparison)
        .map(f -> "%s: %s, %s: %s".formatted(f.run, f.row.kind().id(), brief(f.row), f.words()))
        .toList();
  }

  private static String brief(Row row) {
    return row.kernel() == null || row.model() == null
        ? String.valueOf(row.what())
        : row.kernel().id() + " " + row.model().id();
  }

  private static Stream<Found> found(Comparison comparison) {
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < comparison.runs().size(); i++) {
      String run = comparison.runs().get(i).name();
      comparison
          .differences()
          .get(i)
          .forEach((row, difference) -> {
            if (difference instanceof Difference.Measured measured
                && measured.word() != Direction.CANNOT_TELL) {
              found.add(new Found(run, row, measured));
            }
          });
    }
    return found.stream()
        .sorted(
            Comparator.comparing((Found f) -> f.row.kind())
                .thenComparingDouble(f -> -Math.abs(f.difference.estimate().value()))
                .thenComparing(Found::run));
  }

  /** What must be known before any figure: one sentence each. */
  public static List<String> notices(Comparison comparison) {
    List<String> notices = new ArrayList<>();
    notice(notices, comparison, "Simulated, nothing was measured", ComparedRun::simulated);
    notice(notices, comparison, "Not to be trusted", run -> !run.isTrusted());
    notice(notices, comparison, "Captured by another tool", run -> run.tool() != null);
    return notices;
  }

  private static void notice(
      List<String> notices, Comparison comparison, String what, Predicate<ComparedRun> concerned) {
    List<String> names =
        comparison.runs().stream().filter(concerned).map(ComparedRun::name).toList();
    List<String> shown = new ArrayList<>(names.stream().limit(MAX_NAMES).toList());
    if (names.size() > MAX_NAMES) {
      shown.add("%d more".formatted(names.size() - MAX_NAMES));
    }
    if (!names.isEmpty()) {
      notices.add(what + ": " + Phrases.list(shown) + ".");
    }
  }

  /** How a level is written: {@code 99.83 %}. */
  public static String percent(double level) {
    String digits = String.format(Locale.ROOT, "%.6f", 100 * level).replaceAll("0+$", "");
    return (digits.endsWith(".") ? digits + "0" : digits) + "\u00a0%";
  }

  /** The runs that look as if they were made on the machine of the reference. */
  public static String sameMachine(Comparison comparison, int maxNames) {
    List<String> same =
        comparison.runs().stream()
            .filter(run -> !run.equals(comparison.referenceRun()))
            .filter(
                run -> run.fingerprint().isSameMachineAs(comparison.referenceRun().fingerprint()))
            .map(ComparedRun::name)
            .toList();
    return same.size() > maxNames
        ? "%d runs".formatted(same.size())
        : same.isEmpty() ? "none" : Phrases.list(same);
  }

  /** Why a page shows groups, in sentences. */
  public static String groups(Comparison comparison, int maxGroups) {
    return "%d runs are too many for a column each, so this page shows %s, the first %d at most. A group of fewer than %d runs has no outliers. The files have every group and run."
        .formatted(
            comparison.runs().size(),
            Phrases.count(comparison.groups().size(), "group"),
            maxGroups,
            GroupFigure.MIN_FOR_OUTLIERS);
  }

  /** What the charts of yields of a kind show. */
  public static String lead(Kind kind, Comparison comparison) {
    String lead =
        comparison.isGrouped()
            ? "%s: the median of each group, and the range of its runs.".formatted(title(kind))
            : "%s, with 95 %% intervals from forks. The square is the reference, %s; 0 %% is nothing, 100 %% what a core does."
                .formatted(title(kind), comparison.referenceRun().name());
    return comparison.runs().stream().anyMatch(run -> run.tool() != null)
        ? lead + " Figures that another tool captured have no interval."
        : lead;
  }
}
