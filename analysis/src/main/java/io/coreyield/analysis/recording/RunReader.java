package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFile;
import io.coreyield.analysis.recording.file.RunFiles;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** Reads the files of a run, the load on a thread of its own. */
final class RunReader {

  private RunReader() {}

  /**
   * Reads a run.
   *
   * @param where the run lies, for errors
   * @param file that has a name
   */
  static Run read(String where, Function<String, RunFile> file) throws IOException {
    FutureTask<LoadSeries> load = new FutureTask<>(() -> LoadCsv.read(file.apply(RunFiles.LOAD)));
    // The load of a large machine takes as long as all else.
    Thread.ofPlatform().daemon().name("read-load").start(load);
    try {
      RunInfo info = RunJson.read(file.apply(RunFiles.RUN));
      List<Trial> trials = TrialsJsonl.read(file.apply(RunFiles.TRIALS));
      return new Run(info, trials, done(load), SwapCsv.read(file.apply(RunFiles.SWAP)));
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
      // Reported already, or hidden by the fault of another file.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
