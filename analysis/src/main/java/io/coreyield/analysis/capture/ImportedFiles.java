package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.JmhJson;
import io.coreyield.analysis.recording.LoadCsv;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.recording.RunJson;
import io.coreyield.analysis.recording.SwapCsv;
import io.coreyield.analysis.recording.file.NewDirectory;
import io.coreyield.analysis.recording.file.RecordingException;
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
    try (LoadCsv.Writer load = LoadCsv.Writer.append(directory.loadCsv());
        SwapCsv.Writer swap = SwapCsv.Writer.append(directory.swapCsv())) {
      RunJson.write(directory.runJson(), run.info());
      Files.createFile(directory.trialsJsonl());
      for (int i = 0; i < run.load().samples(); i++) {
        load.write(run.load().sample(i));
      }
      for (SwapSample sample : run.swap()) {
        swap.write(sample);
      }
      JmhJson.write(directory.jmhJson(), run);
    } catch (IOException e) {
      throw NewDirectory.unwritable(directory.path(), e);
    }
  }
}
