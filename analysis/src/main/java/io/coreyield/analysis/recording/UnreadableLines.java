package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.recording.file.RecordingException;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the lines of a file that cannot be read: a full disk or a power cut leaves such
 * lines, and what was measured before and after them is not lost. Not thread-safe.
 */
final class UnreadableLines {

  private static final int MAX_NAMED = 5;

  private final boolean leftOut;
  private final TreeSet<Long> lines = new TreeSet<>();
  private @Nullable RecordingException first;

  private UnreadableLines(boolean leftOut) {
    this.leftOut = leftOut;
  }

  /** The first one ends the reading. */
  static UnreadableLines refused() {
    return new UnreadableLines(false);
  }

  /** They are counted, and the others are read. */
  static UnreadableLines leftOut() {
    return new UnreadableLines(true);
  }

  /** For the decoder: a byte that is no text spoils its line, or the whole file. */
  CodingErrorAction onMalformed() {
    return leftOut ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
  }

  /**
   * Counts a line.
   *
   * @throws RecordingException the fault itself, where such lines are refused
   */
  void add(long line, RecordingException fault) throws RecordingException {
    if (!leftOut) {
      throw fault;
    }
    lines.add(line);
    first = first == null ? fault : first;
  }

  /**
   * Throws the first fault if nothing could be read.
   *
   * @param isNothing whether no line could be
   */
  void refuseIf(boolean isNothing) throws RecordingException {
    if (isNothing && first != null) {
      throw first;
    }
  }

  /** What the reader of the run must know; empty if every line could be read. */
  Optional<Warning> warning(String file) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String named =
        lines.stream().limit(MAX_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    int more = lines.size() - MAX_NAMED;
    return Optional.of(
        new Warning(
            "lines-left-out",
            "%s: line%s %s%s cannot be read and %s left out"
                .formatted(
                    file,
                    lines.size() == 1 ? "" : "s",
                    named,
                    more > 0 ? " and %d more".formatted(more) : "",
                    lines.size() == 1 ? "is" : "are"),
            "restore the file from a copy of the run, or go on with the rest: a full disk or a power cut leaves such lines"));
  }
}
