package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.JmhJson;
import io.coreyield.analysis.recording.LoadCsv;
import io.coreyield.analysis.recording.NewDirectory;
import io.coreyield.analysis.recording.RecordingException;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.recording.RunJson;
import io.coreyield.analysis.recording.SwapCsv;
import java.io.IOException;
import java.nio.file.Files;

/** Writes an imported run as a run directory. */
public final class ImportedFiles {

  private ImportedFiles() {}

  /**
   * Writes all files of the run.
   *
   * @throws RecordingException if the directory holds anything, or cannot be written
   */
  public static void write(RunDirectory directory, Run run) throws IOException {
    NewDirectory.make(directory.path());
    try {
      RunJson.write(directory.runJson(), run.info());
      Files.createFile(directory.trialsJsonl());
      writeLoad(directory, run.load());
      writeSwap(directory, run);
      JmhJson.write(directory.jmhJson(), run);
    } catch (IOException e) {
      throw NewDirectory.unwritable(directory.path(), e);
    }
  }

  private static void writeLoad(RunDirectory directory, LoadSeries load) throws IOException {
    try (LoadCsv.Writer out = LoadCsv.Writer.append(directory.loadCsv())) {
      for (int i = 0; i < load.samples(); i++) {
        out.write(load.sample(i));
      }
    }
  }

  private static void writeSwap(RunDirectory directory, Run run) throws IOException {
    try (SwapCsv.Writer out = SwapCsv.Writer.append(directory.swapCsv())) {
      for (SwapSample sample : run.swap()) {
        out.write(sample);
      }
    }
  }
}
