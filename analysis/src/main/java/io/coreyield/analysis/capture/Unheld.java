package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.machine.Warning;
import java.util.List;
import java.util.TreeSet;

/** The figures of a capture that a run has no place for, by name. */
final class Unheld {

  private static final int MAX_NAMES = 200;

  private final TreeSet<String> names = new TreeSet<>();

  void add(String name) {
    if (names.size() < MAX_NAMES) {
      names.add(Percents.cut(name));
    }
  }

  /** A warning that names them; none where there is nothing to name. */
  List<Warning> warnings() {
    return names.isEmpty()
        ? List.of()
        : List.of(
            new Warning(
                "import-not-held",
                "a run has no place for these figures of the capture, so they are left out: "
                    + String.join(", ", names),
                "Keep the capture if they matter."));
  }
}
