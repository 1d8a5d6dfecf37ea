package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFiles;
import io.coreyield.analysis.recording.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory of a run, and the path of each file in it.
 *
 * @param path the directory
 */
public record RunDirectory(Path path) implements RunSource {

  /** Everything about the run but its samples. */
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

  /** Every pair of logical CPUs in every round; not there where the topology was not measured. */
  public Path pairsCsv() {
    return path.resolve(RunFiles.PAIRS);
  }

  /** The scores in JMH's own format. */
  public Path jmhJson() {
    return path.resolve(RunFiles.JMH);
  }

  /** The directory of the report, which can be made again from the rest. */
  public Path report() {
    return path.resolve("report");
  }

  /** Writes all files of a run into this directory, which must exist and be empty. */
  public void write(Run run) throws IOException {
    RunJson.write(runJson(), run.info());
    Files.createFile(trialsJsonl());
    for (Trial trial : run.trials()) {
      TrialsJsonl.append(trialsJsonl(), trial);
    }
    try (LoadCsv.Writer load = LoadCsv.Writer.append(loadCsv());
        SwapCsv.Writer swap = SwapCsv.Writer.append(swapCsv())) {
      for (int i = 0; i < run.load().samples(); i++) {
        load.write(run.load().sample(i));
      }
      for (SwapSample sample : run.swap()) {
        swap.write(sample);
      }
    }
    JmhJson.write(jmhJson(), run);
  }

  void requireThere() throws RecordingException {
    if (!Files.isDirectory(path)) {
      String fault = Files.exists(path) ? "is not a directory" : "does not exist";
      throw new RecordingException(
          path, fault + ": give the directory of a run, as 'run --out' wrote it");
    }
  }

  /**
   * Drops the trial and the samples that were being written when the machine stopped, so that the
   * run can be read and resumed. Call it before anything is added to a run.
   *
   * @return whether there were any
   * @throws IOException if {@code trials.jsonl} or {@code load.csv} is missing, or a file cannot be
   *     written
   */
  public boolean dropUnfinished() throws IOException {
    boolean trial = WholeFile.dropUnfinishedLine(trialsJsonl());
    boolean load = LoadCsv.dropUnfinishedSample(loadCsv());
    boolean swap = Files.exists(swapCsv()) && WholeFile.dropUnfinishedLine(swapCsv());
    return trial || load || swap;
  }
}
