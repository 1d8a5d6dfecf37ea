package io.coreyield.fleet.report;

import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.wording.KernelWords;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.fleet.summary.Cpu;
import io.coreyield.fleet.summary.CpuFigure;
import io.coreyield.fleet.summary.CpuMachines;
import io.coreyield.fleet.summary.Drift;
import io.coreyield.fleet.summary.Fleet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sentences of a fleet. */
final class FleetWords {

  /** Named first: what gains least of a hyperthread on most processors, and what gains most. */
  private static final List<Kernel> LEADING = List.of(Kernel.RANGE_ILP, Kernel.ARRAY_CHASE);

  private FleetWords() {}

  /** A processor, with what must be known of it. */
  static String of(Cpu cpu) {
    return cpu.model()
        + (cpu.simulated() ? ", simulated" : "")
        + (cpu.capturedBy() == null ? "" : ", captured by " + cpu.capturedBy());
  }

  /** What a finding of logical CPUs means. */
  static String finding(String id) {
    return switch (id) {
      case "hidden-siblings" -> "siblings that the system does not declare";
      case "whole-cores" -> "whole cores, declared as siblings";
      case "sample-differs" -> "some pairs differ from what is declared";
      case "floating" -> "float over fewer hardware threads";
      default -> id;
    };
  }

  /** The answer in one sentence. */
  static String answer(Fleet fleet) {
    List<CpuFigure> yields = leading(fleet);
    if (yields.isEmpty()) {
      return "No machine of this fleet has a trusted yield of platform threads.";
    }
    List<Row> rows = yields.stream().map(CpuFigure::row).distinct().toList();
    List<Row> named = rows.stream().filter(row -> LEADING.contains(row.kernel())).toList();
    List<String> clauses =
        (named.isEmpty() ? rows.stream().limit(LEADING.size()) : named.stream())
            .map(row -> clause(row, yields))
            .toList();
    return "A second thread of a core adds %s.".formatted(Phrases.list(clauses));
  }

  /**
   * The yields that the answer speaks of: measured ones where there are any, by pairs if possible.
   */
  static List<CpuFigure> leading(Fleet fleet) {
    return Stream.of(Kind.PAIRED_YIELD, Kind.CHIP_WIDE_YIELD)
        .flatMap(kind -> Stream.of(false, true).map(simulated -> yields(fleet, kind, simulated)))
        .filter(list -> !list.isEmpty())
        .min(Comparator.comparing(list -> list.getFirst().cpu().simulated()))
        .orElse(List.of());
  }

  private static List<CpuFigure> yields(Fleet fleet, Kind kind, boolean simulated) {
    return fleet.figures().stream()
        .filter(f -> f.row().kind() == kind && f.row().kernel() != null)
        .filter(f -> f.cpu().simulated() == simulated)
        .toList();
  }

  private static String clause(Row row, List<CpuFigure> yields) {
    double[] medians =
        yields.stream()
            .filter(f -> f.row().equals(row))
            .mapToDouble(f -> f.median().value())
            .sorted()
            .toArray();
    String low = Unit.PERCENT.brief(medians[0]);
    String high = Unit.PERCENT.brief(medians[medians.length - 1]);
    return "%s to code that %s".formatted(low.equals(high) ? low : low + " to " + high, code(row));
  }

  /** What ran, to end {@code code that …}. */
  static String code(Row row) {
    Kernel kernel = row.kernel();
    return kernel == null ? String.valueOf(row.what()) : KernelWords.code(kernel);
  }

  /** How large the fleet is, and what stands out. */
  static String lead(Fleet fleet) {
    long outliers =
        fleet.figures().stream()
            .flatMap(figure -> figure.outliers().stream())
            .map(outlier -> outlier.figure().machine())
            .distinct()
            .count();
    long drifted =
        fleet.drifts().stream().filter(Drift::isClear).map(Drift::machine).distinct().count();
    List<String> clauses =
        Stream.of(
                clause(
                    outliers,
                    "lies apart from the others of its processor",
                    "lie apart from the others of their processor"),
                clause(
                    fleet.differing().size(),
                    "differs from what its system declares",
                    "differ from what their system declares"),
                clause(
                    drifted,
                    "changed between the first run and the last",
                    "changed between the first run and the last"))
            .flatMap(Optional::stream)
            .toList();
    return "%s of %s, %s. %s."
        .formatted(
            Phrases.count(fleet.machines(), "machine"),
            Phrases.count(fleet.cpus().size(), "processor"),
            Phrases.count(fleet.runs(), "run"),
            clauses.isEmpty() ? "None stands out" : Phrases.list(clauses));
  }

  /** Empty of none. */
  private static Optional<String> clause(long count, String one, String many) {
    return count == 0
        ? Optional.empty()
        : Optional.of("%d %s".formatted(count, count == 1 ? one : many));
  }

  /** What must be known before any figure. */
  static List<String> notices(Fleet fleet) {
    List<String> notices = new ArrayList<>();
    int simulated =
        fleet.cpus().stream()
            .filter(c -> c.cpu().simulated())
            .mapToInt(CpuMachines::machines)
            .sum();
    int untrusted = fleet.cpus().stream().mapToInt(CpuMachines::untrusted).sum();
    if (simulated > 0) {
      notices.add(
          "Simulated, nothing was measured: %d of %s."
              .formatted(simulated, Phrases.count(fleet.machines(), "machine")));
    }
    if (untrusted > 0) {
      notices.add(
          "Not to be trusted, and in no figure: %d of %s."
              .formatted(untrusted, Phrases.count(fleet.runs(), "run")));
    }
    if (fleet.unnamed() > 0) {
      notices.add(
          "%s no machine, and each counts as one: if some are of one machine, intervals are too narrow. Name it with ingest --machine."
              .formatted(fleet.unnamed() == 1 ? "1 run names" : fleet.unnamed() + " runs name"));
    }
    return notices;
  }
}
