package io.coreyield.benchmarks.campaign.run;

import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.recording.LoadCsv;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.recording.RunJson;
import io.coreyield.analysis.recording.SwapCsv;
import io.coreyield.analysis.recording.TrialsJsonl;
import io.coreyield.analysis.recording.file.AppendedFile;
import io.coreyield.benchmarks.load.LoadSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Writes a run as it happens. */
public final class RunRecorder implements LoadSink, AutoCloseable {

  private final RunDirectory directory;
  private final LoadCsv.Writer load;
  private final SwapCsv.Writer swap;

  private RunRecorder(RunDirectory directory, LoadCsv.Writer load, SwapCsv.Writer swap) {
    this.directory = directory;
    this.load = load;
    this.swap = swap;
  }

  /**
   * Makes the files that do not exist; {@code run.json} last, as it says that there is a run.
   *
   * @throws IOException if one cannot be written; of a new run nothing is left then
   */
  public static RunRecorder open(RunDirectory directory, RunInfo info) throws IOException {
    boolean isNew = !Files.exists(directory.runJson());
    boolean isOpen = false;
    try {
      AppendedFile.open(directory.trialsJsonl()).close();
      LoadCsv.Writer load = LoadCsv.Writer.append(directory.loadCsv());
      SwapCsv.Writer swap = SwapCsv.Writer.append(directory.swapCsv());
      RunJson.write(directory.runJson(), info);
      isOpen = true;
      return new RunRecorder(directory, load, swap);
    } finally {
      if (isNew && !isOpen) {
        Files.deleteIfExists(directory.trialsJsonl());
        Files.deleteIfExists(directory.loadCsv());
        Files.deleteIfExists(directory.swapCsv());
      }
    }
  }

  @Override
  public void load(LoadSample sample) {
    try {
      load.write(sample);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void swap(SwapSample sample) {
    try {
      swap.write(sample);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a trial; it is on disk when this returns. */
  public void trial(Trial trial) throws IOException {
    TrialsJsonl.append(directory.trialsJsonl(), trial);
  }

  /** Replaces what is known of the run. */
  public void info(RunInfo info) throws IOException {
    RunJson.write(directory.runJson(), info);
  }

  @Override
  public void close() throws IOException {
    try (swap) {
      load.close();
    }
  }
}
