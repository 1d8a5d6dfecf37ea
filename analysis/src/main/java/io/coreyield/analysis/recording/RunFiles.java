package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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
    FutureTask<LoadSeries> load = new FutureTask<>(() -> LoadCsv.read(file.apply(LOAD)));
    // The load of a large machine takes as long as all else.
    Thread.ofPlatform().daemon().name("read-load").start(load);
    try {
      RunInfo info = RunJson.read(file.apply(RUN));
      List<Trial> trials = TrialsJsonl.read(file.apply(TRIALS));
      return new Run(info, trials, done(load), SwapCsv.read(file.apply(SWAP)));
    } catch (IllegalArgumentException e) {
      throw new RecordingException(where, 0, e.getMessage() + ": restore the run from a copy");
    } finally {
      awaitEnd(load);
    }
  }

  private static LoadSeries done(FutureTask<LoadSeries> load) throws IOException {
    try {
      return load.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException unreadable -> throw unreadable;
        case RuntimeException wrong -> throw wrong;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the load was read");
    }
  }

  /** Whoever closes the files next must not close them under it. */
  private static void awaitEnd(FutureTask<LoadSeries> load) {
    try {
      load.get();
    } catch (ExecutionException e) {
      // It was told of, or another file before it was.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
