package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.Run;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** The files that a run is made of, by name. */
public final class RunFiles {

  static final String RUN = "run.json";
  static final String TRIALS = "trials.jsonl";
  static final String LOAD = "load.csv";
  static final String SWAP = "swap.csv";
  static final String JMH = "jmh.json";

  /** All of them, the needed ones first. */
  public static final List<String> NAMES = List.of(RUN, TRIALS, LOAD, SWAP, JMH);

  private RunFiles() {}

  /**
   * Reads a run.
   *
   * @param where the run lies, for errors
   * @param file that has a name
   */
  static Run read(String where, Function<String, RunFile> file) throws IOException {
    try {
      return new Run(
          RunJson.read(file.apply(RUN)),
          TrialsJsonl.read(file.apply(TRIALS)),
          LoadCsv.read(file.apply(LOAD)),
          SwapCsv.read(file.apply(SWAP)));
    } catch (IllegalArgumentException e) {
      throw new RecordingException(where, 0, e.getMessage() + ": restore the run from a copy");
    }
  }
}
