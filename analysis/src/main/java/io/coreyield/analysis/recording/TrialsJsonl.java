package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.recording.file.AppendedFile;
import io.coreyield.analysis.recording.file.Limits;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code trials.jsonl}: one line per trial, on disk before the next trial starts. */
public final class TrialsJsonl {

  /** Stands for a byte that is no text. */
  private static final char REPLACED = '\ufffd';

  private TrialsJsonl() {}

  /** Adds a line and waits until the disk has it. */
  public static void append(Path file, Trial trial) throws IOException {
    try (AppendedFile trials = AppendedFile.open(file)) {
      trials.append(Json.MAPPER.writeValueAsString(trial) + "\n");
      trials.force();
    }
  }

  /**
   * Reads every trial.
   *
   * @return empty if the file is: a run that was ended before its first trial did
   * @throws RecordingException if it is missing, or naming the first line that cannot be read
   */
  public static List<Trial> read(RunFile file) throws IOException {
    return read(file, UnreadableLines.refused());
  }

  static List<Trial> read(RunFile file, UnreadableLines unreadable) throws IOException {
    List<Trial> trials = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    file.forEachLine(
        Limits.JSON_BYTES,
        unreadable.onMalformed(),
        (line, json) -> {
          try {
            trials.add(trial(json, file, line, numbers));
          } catch (RecordingException e) {
            unreadable.add(line, e);
          }
        });
    unreadable.refuseIf(trials.isEmpty());
    return trials;
  }

  private static Trial trial(String json, RunFile file, long line, Set<Integer> numbers)
      throws RecordingException {
    String remedy =
        "restore the file from a copy of the run, or delete line %d and with it that trial"
            .formatted(line);
    if (json.indexOf(REPLACED) >= 0) {
      throw file.refusal(line, "a byte of it is no UTF-8 text: " + remedy);
    }
    Trial trial = Json.read(json, Trial.class, file, line, remedy);
    if (!numbers.add(trial.number())) {
      throw file.refusal(
          line, "trial %d occurs a second time: %s".formatted(trial.number(), remedy));
    }
    return trial;
  }
}
