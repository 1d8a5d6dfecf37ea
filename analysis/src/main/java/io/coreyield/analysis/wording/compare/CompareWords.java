package io.coreyield.analysis.wording.compare;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Difference;
import io.coreyield.analysis.comparison.GroupFigure;
import io.coreyield.analysis.comparison.IncomparableReason;
import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.comparison.Tendency;
import io.coreyield.analysis.findings.yields.Direction;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.KernelWords;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.Unit;
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
      case SPEED_UP_CORES, SPEED_UP_CPUS, WEIGHTED_SPEEDUP, WEIGHTED_SPEEDUP_APART -> Unit.FACTOR;
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
      case WEIGHTED_SPEEDUP -> "Two kinds of code on one core: weighted speedup";
      case WEIGHTED_SPEEDUP_APART -> "Two kinds of code on two cores: weighted speedup";
    };
  }

  /** What kinds of code are compared by, for a heading above {@link #code}. */
  public static final String YOUR_CODE = "Your code …";

  /** What ran, as the end of "your code …": {@code waits on memory}; a program of its name. */
  public static String code(Row row) {
    if (row.kernel() == null) {
      return String.valueOf(row.what());
    }
    String code = KernelWords.code(row.kernel());
    return row.what() == null ? code : "%s, beside %s".formatted(code, row.what());
  }

  /** What ran: {@code waits on memory, platform threads}. */
  public static String subject(Row row) {
    return row.model() == null ? code(row) : code(row) + ", " + row.model().title();
  }

  /** The machine of a run in a few words: {@code simulated, 4 cores × 2 threads}. */
  public static String machine(ComparedRun run) {
    return (run.simulated() ? "simulated, " : "")
        + (run.isTrusted() ? "" : "not trusted, ")
        + (run.tool() == null ? "" : "captured, ")
        + topology(run);
  }

  /** Its cores; of a capture without siblings, whose cores may not be known, its logical CPUs. */
  static String topology(ComparedRun run) {
    Topology topology = run.fingerprint().machine().topology();
    return run.tool() == null || topology.hasSiblings()
        ? topology.summary()
        : Phrases.count(topology.logicalCpus(), "logical CPU");
  }

  /** What figures of a kind answer, in a few words. */
  public static String question(Kind kind) {
    return switch (kind) {
      case PAIRED_YIELD, CHIP_WIDE_YIELD, KNEE_YIELD -> "What a hyperthread adds";
      case ONE_WORKER -> "Speed of one worker";
      case ALL_CORES -> "Throughput of all cores";
      case ALL_CPUS -> "Throughput of all logical CPUs";
      case SPEED_UP_CORES -> "Speed-up by all cores";
      case SPEED_UP_CPUS -> "Speed-up by all logical CPUs";
      case DISPATCH -> "Dispatch";
      case WEIGHTED_SPEEDUP -> "Two kinds of code on one core";
      case WEIGHTED_SPEEDUP_APART -> "Two kinds of code on two cores";
    };
  }

  /** What matrices of two kinds of code show. */
  public static String pairs(Kind kind, Comparison comparison) {
    return "%s, in units of what each does alone: 1× is one thread's worth, 2× two cores. Below it, the difference from %s."
        .formatted(question(kind), comparison.baselineRun().name());
  }

  /**
   * A difference in two digits, of a cell: {@code +24 %}, or where it is not clear the farthest
   * that it may reach either way: {@code ±3.1 points}.
   */
  public static String brief(Kind kind, Difference.Measured difference) {
    double value = difference.estimate().value();
    return switch (difference.word()) {
      case LARGER -> "+" + size(kind, value);
      case SMALLER -> size(kind, value);
      case CANNOT_TELL -> "±" + size(kind, Tendency.reach(difference.estimate()));
    };
  }

  /** A difference in two digits: {@code 24 %}, {@code 3.1 points}. */
  static String size(Kind kind, double difference) {
    String unit = kind.scale() == Kind.Scale.POINTS ? "points" : "%";
    return Unit.POINTS.brief(difference) + "\u00a0" + unit;
  }

  /** Why two figures are not compared, with the run or what differs, without a full stop. */
  public static String reason(Difference.Refused refused) {
    List<String> named = refused.named();
    return switch (named.size()) {
      case 0 -> rule(refused.obstacle());
      case 1 -> ofRun(refused.obstacle(), named.getFirst());
      default ->
          "%s: %s here, %s in the baseline"
              .formatted(rule(refused.obstacle()), named.getFirst(), named.getLast());
    };
  }

  private static String ofRun(IncomparableReason obstacle, String run) {
    return switch (obstacle) {
      case NOT_MEASURED -> run + " has no such figure";
      case UNTRUSTED ->
          "what was found of the machine of %s could change its figures".formatted(run);
      case TAINTED -> "too few iterations of %s are free of taints".formatted(run);
      case NO_INTERVAL -> run + " has no interval here, as from a single fork";
      default -> rule(obstacle);
    };
  }

  /** The rule that forbids to compare two figures, without a full stop. */
  public static String rule(IncomparableReason obstacle) {
    return switch (obstacle) {
      case SAME_RUN -> "the same run as the baseline, given twice";
      case CAPTURED -> "what another tool captured has no interval";
      case NOT_MEASURED -> "one of the two runs has no such figure";
      case SIMULATED -> "one machine is simulated, the other measured";
      case UNTRUSTED -> "what was found of one of the machines could change its figures";
      case QUOTA -> "their CPU quotas differ";
      case KERNEL_CODE -> "the code of their kernels differs";
      case JAVA -> "their Java releases differ";
      case JVM -> "their Java virtual machines differ";
      case JVM_ARGUMENTS -> "their JVM arguments differ";
      case ELEMENTS -> "they summed different numbers of elements in an operation";
      case SCALING -> "their work grew in different ways";
      case PLACEMENT -> "their workers were placed in different ways";
      case WORKERS -> "they ran different numbers of workers";
      case WINDOW -> "their pairs ran in windows of different length (ms)";
      case TAINTED -> "too few iterations of one of the two runs are free of taints";
      case NO_INTERVAL -> "one of the two figures has no interval, as from a single fork";
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

  /** How many differences there are of each direction, in a sentence; empty where there is none. */
  public static String counts(Comparison comparison) {
    return comparison.family() == 0
        ? ""
        : "Of %s with %s, %d show a larger value, %d a smaller one and %d no clear difference."
            .formatted(
                Phrases.count(comparison.family(), "comparison"),
                comparison.baselineRun().name(),
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

  /** The runs that look as if they were made on the machine of the baseline. */
  public static String sameMachine(Comparison comparison, int maxNames) {
    List<String> same =
        comparison.runs().stream()
            .filter(run -> !run.equals(comparison.baselineRun()))
            .filter(
                run -> run.fingerprint().isSameMachineAs(comparison.baselineRun().fingerprint()))
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
            : "%s, with 95 %% intervals from forks. The square is the baseline, %s; 0 %% is nothing, 100 %% what a core does."
                .formatted(title(kind), comparison.baselineRun().name());
    return comparison.runs().stream().anyMatch(run -> run.tool() != null)
        ? lead + " Figures that another tool captured have no interval."
        : lead;
  }
}
