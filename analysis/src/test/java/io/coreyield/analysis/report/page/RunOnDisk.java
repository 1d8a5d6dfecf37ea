package io.coreyield.analysis.report.page;

import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.recording.JmhJson;
import io.coreyield.analysis.recording.LoadCsv;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.recording.RunJson;
import io.coreyield.analysis.recording.SwapCsv;
import io.coreyield.analysis.recording.TrialsJsonl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a run as a campaign writes it. */
public final class RunOnDisk {

  private RunOnDisk() {}

  /** Writes all files of the run but its report. */
  public static RunDirectory write(Run run, Path path) throws IOException {
    RunDirectory directory = new RunDirectory(Files.createDirectories(path));
    RunJson.write(directory.runJson(), run.info());
    for (Trial trial : run.trials()) {
      TrialsJsonl.append(directory.trialsJsonl(), trial);
    }
    try (LoadCsv.Writer load = LoadCsv.Writer.append(directory.loadCsv())) {
      for (int sample = 0; sample < run.load().samples(); sample++) {
        load.write(run.load().sample(sample));
      }
    }
    try (SwapCsv.Writer swap = SwapCsv.Writer.append(directory.swapCsv())) {
      for (SwapSample sample : run.swap()) {
        swap.write(sample);
      }
    }
    JmhJson.write(directory.jmhJson(), run);
    return directory;
  }
}
