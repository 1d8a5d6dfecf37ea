package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.List;

/** One cell of a table: what people read, and what programs read. */
public sealed interface Cell {

  /** The rounded figure, or the words. */
  String text();

  /** The interval, or why there is none; empty where there is nothing to add. */
  default String detail() {
    return "";
  }

  /** The exact figure as a program reads it; empty where there is none. */
  default String exact() {
    return "";
  }

  /** The cell as fields of a CSV row, as many as its column has. */
  default List<String> csvFields() {
    return List.of(exact());
  }

  record Words(String text) implements Cell {
    @Override
    public List<String> csvFields() {
      return List.of(csvText(text));
    }
  }

  record Count(long value) implements Cell {
    @Override
    public String text() {
      return Long.toString(value);
    }

    @Override
    public String exact() {
      return text();
    }
  }

  /**
   * Some of a number of things.
   *
   * @param marked whether the row needs attention
   */
  record Share(long count, long all, boolean marked) implements Cell {
    @Override
    public String text() {
      return "%s%d of %d".formatted(marked ? "≠ " : "", count, all);
    }

    @Override
    public String exact() {
      return Long.toString(count);
    }

    @Override
    public List<String> csvFields() {
      return List.of(exact(), Long.toString(all));
    }
  }

  record Figure(double value, Unit unit) implements Cell {
    @Override
    public String text() {
      return unit.text(value);
    }

    @Override
    public String exact() {
      return exactOf(value);
    }
  }

  record Measured(Estimate estimate, Unit unit) implements Cell {
    @Override
    public String text() {
      return unit.text(estimate.value());
    }

    @Override
    public String detail() {
      return estimate.reason() != null ? estimate.reason() : unit.interval(estimate);
    }

    @Override
    public String exact() {
      return exactOf(estimate.value());
    }

    @Override
    public List<String> csvFields() {
      String reason = estimate.reason();
      return List.of(
          exact(),
          exactOf(estimate.low()),
          exactOf(estimate.high()),
          reason == null ? "" : csvText(reason));
    }
  }

  /** No figure, for a reason that only programs need. */
  record Unmeasured(String reason) implements Cell {
    @Override
    public String text() {
      return Unit.NONE;
    }

    @Override
    public List<String> csvFields() {
      return List.of("", "", "", csvText(reason));
    }
  }

  /** Words for a spreadsheet: what begins like a formula gets an apostrophe. */
  private static String csvText(String words) {
    boolean formula = !words.isEmpty() && "=+-@\t\r\n".indexOf(words.charAt(0)) >= 0;
    return ControlCharacters.spaced(formula ? "'" + words : words);
  }

  private static String exactOf(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }
}
