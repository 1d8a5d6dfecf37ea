package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.machine.Warning;
import java.util.Collection;

/** Warnings that several formats give. */
final class Notices {

  private Notices() {}

  /** Names what a run has no place for. */
  static Warning unheld(Collection<String> names) {
    return new Warning(
        "import-not-held",
        "a run has no place for these figures of the capture, so they are left out: "
            + String.join(", ", names),
        "Keep the capture if they matter.");
  }
}
