package io.coreyield.benchmarks.validation;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables in Markdown. */
final class Markdown {

  private Markdown() {}

  /** The two lines above the rows of a table. */
  static List<String> header(String... columns) {
    return List.of(
        row((Object[]) columns), row(Collections.nCopies(columns.length, "---").toArray()));
  }

  static String row(Object... cells) {
    return Stream.of(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |"));
  }
}
