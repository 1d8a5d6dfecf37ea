package io.coreyield.analysis.report.page;

import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.KernelWords;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What each two kinds of code do together, as colour and figure: a row and a column per kernel.
 *
 * @param name lower case
 * @param caption what it shows
 * @param kernels its columns
 * @param rows from top to bottom
 */
public record HeatTable(String name, String caption, List<String> kernels, List<Row> rows) {

  private static final int STEPS = 8;
  private static final Cell NOT_MEASURED = new Cell(Unit.NONE, "", "", "not measured", "");

  /** What one kind of code does beside each other. */
  public record Row(String kernel, String code, List<Cell> cells) {}

  /**
   * Two kinds of code.
   *
   * @param worth the weighted speedup
   * @param exact as a program reads it; empty where there is none
   * @param detail below it; may be empty
   * @param interval of the weighted speedup, or why there is none
   * @param cssClass its colour, and whether it is outlined
   */
  public record Cell(String worth, String exact, String detail, String interval, String cssClass) {

    /** A weighted speedup: 1 is one thread, 2 is two cores. */
    public static Cell of(Estimate worth, String detail) {
      String reason = worth.reason();
      return new Cell(
          Unit.FACTOR.text(worth.value()),
          worth.hasValue() ? Double.toString(worth.value()) : "",
          detail,
          reason == null ? Unit.FACTOR.interval(worth) : reason,
          worth.hasValue()
              ? "heat-" + Math.round(STEPS * Math.clamp(worth.value() - 1, 0, 1))
              : "");
    }

    /** The same with an outline. */
    Cell outlined() {
      return new Cell(worth, exact, detail, interval, cssClass + " harmful");
    }
  }

  /** The table of some kernels; the function is empty of two that were not measured. */
  public static HeatTable of(
      String name,
      String caption,
      List<Kernel> kernels,
      BiFunction<Kernel, Kernel, Optional<Cell>> cell) {
    return new HeatTable(
        name,
        caption,
        kernels.stream().map(Kernel::id).toList(),
        kernels.stream()
            .map(kernel ->
                new Row(
                    kernel.id(),
                    KernelWords.code(kernel),
                    kernels.stream()
                        .map(beside -> cell.apply(kernel, beside).orElse(NOT_MEASURED))
                        .toList()))
            .toList());
  }
}
