package io.coreyield.analysis.report.page;

import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a run into a new directory. */
public final class RunOnDisk {

  private RunOnDisk() {}

  /** Writes all files of the run but its report. */
  public static RunDirectory write(Run run, Path path) throws IOException {
    RunDirectory directory = new RunDirectory(Files.createDirectories(path));
    directory.write(run);
    return directory;
  }
}
