package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.trial.Run;
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
import java.util.function.Function;

/** The files of a run as they are, from wherever it lies, some of them replaced. */
public final class RunContent implements AutoCloseable {

  /** What ends the reading. */
  @FunctionalInterface
  private interface End {
    void close() throws IOException;
  }

  private final String where;
  private final Function<String, RunFile> files;
  private final End end;
  private final Map<String, byte[]> replaced = new HashMap<>();

  private RunContent(String where, Function<String, RunFile> files, End end) {
    this.where = where;
    this.files = files;
    this.end = end;
  }

  /**
   * Opens a run.
   *
   * @throws RecordingException if a bundle is none
   */
  public static RunContent of(RunSource source) throws IOException {
    String where = source.path().toString();
    return switch (source) {
      case RunDirectory directory -> {
        directory.requireThere();
        yield new RunContent(where, name -> RunFile.at(directory.path().resolve(name)), () -> {});
      }
      case RunBundle(var path) -> {
        BundleArchive bundle = BundleArchive.open(path);
        try {
          String root = bundle.root();
          yield new RunContent(where, name -> new BundledFile(bundle, root + name), bundle::close);
        } catch (IOException e) {
          bundle.close();
          throw e;
        }
      }
    };
  }

  /** Where the run lies, for errors. */
  public String where() {
    return where;
  }

  private RunFile file(String name) {
    RunFile original = files.apply(name);
    byte[] other = replaced.get(name);
    return other == null ? original : new BytesFile(original, other);
  }

  /** The files of {@link RunFiles#NAMES} that are there. */
  public List<String> names() {
    return RunFiles.NAMES.stream().filter(name -> file(name).exists()).toList();
  }

  /** Puts other bytes in a file's place, for this reading alone. */
  public void replace(String name, byte[] content) {
    replaced.put(name, content.clone());
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

  /** Reads the run. */
  public Run run() throws IOException {
    return RunReader.read(where, this::file);
  }

  @Override
  public void close() throws IOException {
    end.close();
  }
}
