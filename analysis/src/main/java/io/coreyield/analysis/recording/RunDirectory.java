package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFile;
import io.coreyield.analysis.recording.file.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory of a run, and where each file lies in it.
 *
 * @param path the directory
 */
public record RunDirectory(Path path) implements RunSource {

  /** All that is known of the run but its samples. */
  public Path runJson() {
    return path.resolve(RunFiles.RUN);
  }

  /** One line per trial. */
  public Path trialsJsonl() {
    return path.resolve(RunFiles.TRIALS);
  }

  /** The counters of every logical CPU. */
  public Path loadCsv() {
    return path.resolve(RunFiles.LOAD);
  }

  /** Swap space. */
  public Path swapCsv() {
    return path.resolve(RunFiles.SWAP);
  }

  /** The scores in JMH's own format. */
  public Path jmhJson() {
    return path.resolve(RunFiles.JMH);
  }

  /** What was made of the run; can be made again from the rest. */
  public Path report() {
    return path.resolve("report");
  }

  @Override
  public Run read() throws IOException {
    requireThere();
    return RunReader.read(path.toString(), name -> RunFile.at(path.resolve(name)));
  }

  void requireThere() throws RecordingException {
    if (!Files.isDirectory(path)) {
      throw new RecordingException(
          path,
          Files.exists(path)
              ? "is not a directory: give the directory of a run, as 'run --out' wrote it"
              : "does not exist: give the directory of a run, as 'run --out' wrote it");
    }
  }

  /**
   * Drops the trial and the samples that were being written when the machine stopped, so that the
   * run can be read and gone on with. Call it before anything is added to a run.
   *
   * @return whether there were any
   * @throws IOException if {@code trials.jsonl} or {@code load.csv} is missing, or a file cannot be
   *     written
   */
  public boolean dropUnfinished() throws IOException {
    boolean trial = TrialsJsonl.dropUnfinishedLine(trialsJsonl());
    boolean load = LoadCsv.dropUnfinishedSample(loadCsv());
    boolean swap = SwapCsv.dropUnfinishedLine(swapCsv());
    return trial || load || swap;
  }
}
