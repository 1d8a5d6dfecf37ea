package io.coreyield.fleet.ingest;

import io.coreyield.analysis.recording.file.ControlCharacters;

/**
 * Something that is not in the fleet.
 *
 * @param path of it
 * @param reason with what to do
 */
public record Refusal(String path, String reason) {

  /** In one line, whatever the path holds. */
  public String sentence() {
    return ControlCharacters.marked(
        reason.startsWith(path) ? reason : "%s: %s".formatted(path, reason));
  }
}
