package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Writes runs as a campaign does: every file by its writer. */
public final class RecordedRuns {

  private RecordedRuns() {}

  /** Writes every file of the run into an empty directory. */
  public static RunDirectory write(Run run, Path directory) throws IOException {
    RunDirectory files = writeWhatIsRead(run, directory);
    JmhJson.write(files.jmhJson(), run);
    return files;
  }

  /** The same without {@code jmh.json}, which nobody reads back. */
  public static RunDirectory writeWhatIsRead(Run run, Path directory) throws IOException {
    RunDirectory files = new RunDirectory(directory);
    RunJson.write(files.runJson(), run.info());
    for (Trial trial : run.trials()) {
      TrialsJsonl.append(files.trialsJsonl(), trial);
    }
    try (LoadCsv.Writer load = LoadCsv.Writer.append(files.loadCsv())) {
      for (LoadSample sample : samples(run.load())) {
        load.write(sample);
      }
    }
    try (SwapCsv.Writer swap = SwapCsv.Writer.append(files.swapCsv())) {
      for (SwapSample sample : run.swap()) {
        swap.write(sample);
      }
    }
    return files;
  }

  /** The samples of a series, one by one. */
  static List<LoadSample> samples(LoadSeries series) {
    return IntStream.range(0, series.samples()).mapToObj(series::sample).toList();
  }
}
