package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.recording.file.Limits;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code trials.jsonl}: one line per trial, on disk before the next trial starts. */
public final class TrialsJsonl {

  private TrialsJsonl() {}

  /** Adds a line and waits until the disk has it. */
  public static void append(Path file, Trial trial) throws IOException {
    byte[] line = (Json.MAPPER.writeValueAsString(trial) + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap(line);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    }
  }

  /**
   * Reads every trial.
   *
   * @return empty if the file is: a run that was ended before its first trial did
   * @throws RecordingException if it is missing, or naming the first line that cannot be read
   */
  public static List<Trial> read(RunFile file) throws IOException {
    List<Trial> trials = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    file.forEachLine(
        Limits.JSON_BYTES, (line, json) -> trials.add(trial(json, file, line, numbers)));
    return trials;
  }

  private static Trial trial(String json, RunFile file, long line, Set<Integer> numbers)
      throws RecordingException {
    String remedy =
        "restore the file from a copy of the run, or delete line %d and with it that trial"
            .formatted(line);
    Trial trial = Json.read(json, Trial.class, file, line, remedy);
    if (!numbers.add(trial.number())) {
      throw file.refusal(
          line, "trial %d occurs a second time: %s".formatted(trial.number(), remedy));
    }
    return trial;
  }
}
