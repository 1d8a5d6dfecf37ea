package io.coreyield.analysis.recording.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;

/** An entry of a bundle, whether or not there is one. */
public record BundledFile(BundleArchive bundle, String entry) implements RunFile {

  @Override
  public String name() {
    return bundle.nameOf(entry);
  }

  @Override
  public boolean exists() {
    return bundle.names().contains(entry);
  }

  @Override
  public InputStream open() throws IOException {
    return bundle.open(entry);
  }

  @Override
  public RecordingException unreadable(IOException cause) {
    return switch (cause) {
      case RecordingException ours -> ours;
      case NoSuchFileException _ ->
          refusal(0, "is missing: give a bundle of a run, as 'bundle' wrote it");
      case CharacterCodingException _ -> refusal(0, "is not UTF-8 text: get the bundle again");
      default ->
          refusal(0, "cannot be read (%s): get the bundle again".formatted(cause.getMessage()));
    };
  }
}
