package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.trial.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Writes runs, and reads them sample by sample. */
public final class RecordedRuns {

  private RecordedRuns() {}

  /** Writes every file of the run into a directory, which is made. */
  public static RunDirectory write(Run run, Path directory) throws IOException {
    RunDirectory files = new RunDirectory(Files.createDirectories(directory));
    files.write(run);
    return files;
  }

  /** The samples of a series, one by one. */
  static List<LoadSample> samples(LoadSeries series) {
    return IntStream.range(0, series.samples()).mapToObj(series::sample).toList();
  }
}
