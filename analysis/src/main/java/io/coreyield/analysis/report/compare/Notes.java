package io.coreyield.analysis.report.compare;

import java.util.ArrayList;
import java.util.List;

/** The notes below a table; its cells have their numbers. */
final class Notes {

  private final List<String> all = new ArrayList<>();

  /** The number of a note, from 1; equal ones share it. */
  int number(String note) {
    if (!all.contains(note)) {
      all.add(note);
    }
    return all.indexOf(note) + 1;
  }

  /** All notes, by number. */
  List<String> all() {
    return List.copyOf(all);
  }
}
