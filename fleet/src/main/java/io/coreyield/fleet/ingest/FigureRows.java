package io.coreyield.fleet.ingest;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Reading;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.comparison.Setting;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.NamedChoice;
import io.coreyield.fleet.store.FigureRow;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures of a run as rows: those that runs are compared by. */
final class FigureRows {

  private FigureRows() {}

  static List<FigureRow> of(ComparedRun run, Findings findings) {
    return run.readings().entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), category(entry.getKey(), findings)))
        .toList();
  }

  private static FigureRow of(Row row, Reading reading, @Nullable String category) {
    return new FigureRow(
        row.kind().id(),
        id(row.kernel()),
        id(row.model()),
        row.what() == null ? null : RunRows.text(row.what()),
        text(reading.setting()),
        reading.estimate(),
        reading.forks(),
        reading.includesTainted(),
        category);
  }

  private static @Nullable String category(Row row, Findings findings) {
    Estimator estimator =
        switch (row.kind()) {
          case PAIRED_YIELD -> Estimator.PAIRED;
          case CHIP_WIDE_YIELD -> Estimator.CHIP_WIDE;
          default -> null;
        };
    return findings instanceof MeasuredFindings measured
        ? measured.yields().stream()
            .filter(yield -> isOf(yield, row, estimator))
            .map(yield -> yield.category().id())
            .findFirst()
            .orElse(null)
        : null;
  }

  private static boolean isOf(SmtYield yield, Row row, @Nullable Estimator estimator) {
    return yield.kernel() == row.kernel()
        && yield.model() == row.model()
        && yield.estimator() == estimator;
  }

  /** What two figures must have in common to be put together: {@code window 25 ms}. */
  private static String text(Setting setting) {
    return Stream.of(
            part("n ", setting.elements(), ""),
            part("", id(setting.scaling()), ""),
            part("", id(setting.placement()), ""),
            part("", setting.workers(), " workers"),
            part("window ", setting.windowMs(), " ms"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String part(String before, @Nullable Object value, String after) {
    return value == null ? "" : before + value + after;
  }

  private static @Nullable String id(@Nullable NamedChoice choice) {
    return choice == null ? null : choice.id();
  }
}
