package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.recording.file.BundleArchive;
import io.coreyield.analysis.recording.file.BundledFile;
import io.coreyield.analysis.recording.file.BytesFile;
import io.coreyield.analysis.recording.file.CappedInput;
import io.coreyield.analysis.recording.file.Limits;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFile;
import io.coreyield.analysis.recording.file.RunFiles;
import io.coreyield.analysis.recording.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a run, in a directory or a bundle; some may be replaced for this reading. */
public final class RunContent implements AutoCloseable {

  private final String where;
  private final Function<String, RunFile> files;
  private final @Nullable BundleArchive bundle;
  private final Map<String, RunFile> replaced = new HashMap<>();

  private RunContent(
      String where, Function<String, RunFile> files, @Nullable BundleArchive bundle) {
    this.where = where;
    this.files = files;
    this.bundle = bundle;
  }

  /**
   * Opens a run.
   *
   * @throws RecordingException if there is no directory, or a bundle cannot be trusted
   */
  public static RunContent of(RunSource source) throws IOException {
    switch (source) {
      case RunDirectory directory -> {
        directory.requireThere();
        String path = directory.path().toString();
        return new RunContent(path, name -> RunFile.at(directory.path().resolve(name)), null);
      }
      case RunSource.Zip(var path) -> {
        BundleArchive bundle = BundleArchive.open(path);
        try {
          return of(bundle);
        } catch (IOException e) {
          bundle.close();
          throw e;
        }
      }
    }
  }

  /** The run in an open bundle. */
  public static RunContent of(BundleArchive bundle) throws IOException {
    String root = bundle.root();
    return new RunContent(
        bundle.path().toString(), name -> new BundledFile(bundle, root + name), bundle);
  }

  /** The path of the run, for errors. */
  public String where() {
    return where;
  }

  private RunFile file(String name) {
    RunFile other = replaced.get(name);
    return other == null ? files.apply(name) : other;
  }

  /** Those of {@link RunFiles#NAMES} that exist. */
  public List<String> names() {
    return RunFiles.NAMES.stream().filter(name -> file(name).exists()).toList();
  }

  /** Replaces a file's content, for this reading alone. */
  public void replace(String name, byte[] content) {
    replaced.put(name, new BytesFile(files.apply(name), content.clone()));
  }

  /** Opens a file, which ends with a refusal beyond {@link Limits#FILE_BYTES}. */
  public InputStream open(String name) throws IOException {
    RunFile file = file(name);
    try {
      return CappedInput.lines(file, Integer.MAX_VALUE);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  /**
   * The whole text of a file of at most {@link Limits#JSON_BYTES}.
   *
   * @throws RecordingException if it is longer, missing, or no UTF-8
   */
  public String text(String name) throws IOException {
    return WholeFile.read(file(name));
  }

  /**
   * Reads the run.
   *
   * @throws RecordingException naming the file, the line and what to do
   */
  public Run run() throws IOException {
    return run(UnreadableLines::refused);
  }

  /**
   * Reads the run without the lines that cannot be read; a warning of it names them.
   *
   * @throws RecordingException if {@code run.json}, or no line of another file, can be read
   */
  public Run readableRun() throws IOException {
    return run(UnreadableLines::leftOut);
  }

  /** The load is read on a thread of its own: that of a large machine takes as long as all else. */
  private Run run(Supplier<UnreadableLines> unreadable) throws IOException {
    UnreadableLines ofLoad = unreadable.get();
    UnreadableLines ofTrials = unreadable.get();
    UnreadableLines ofSwap = unreadable.get();
    PendingRead<LoadSeries> load =
        PendingRead.start(
            reading -> Thread.ofPlatform().daemon().name("read-load").start(reading),
            () -> LoadCsv.read(file(RunFiles.LOAD), ofLoad));
    try {
      RunInfo info = RunJson.read(file(RunFiles.RUN));
      List<Trial> trials = TrialsJsonl.read(file(RunFiles.TRIALS), ofTrials);
      List<SwapSample> swap = SwapCsv.read(file(RunFiles.SWAP), ofSwap);
      LoadSeries series = load.result();
      RunInfo warned =
          Stream.of(
                  ofTrials.warning(RunFiles.TRIALS),
                  ofLoad.warning(RunFiles.LOAD),
                  ofSwap.warning(RunFiles.SWAP))
              .flatMap(Optional::stream)
              .reduce(info, RunInfo::warned, (_, last) -> last);
      return new Run(warned, trials, series, swap);
    } catch (IllegalArgumentException e) {
      throw new RecordingException(where, 0, e.getMessage() + ": restore the run from a copy");
    } finally {
      // The files must stay open until the thread has read them.
      load.awaitEnd();
    }
  }

  @Override
  public void close() throws IOException {
    if (bundle != null) {
      bundle.close();
    }
  }
}
