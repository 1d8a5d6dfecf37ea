package io.coreyield.analysis.recording.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Other content in memory, under the name of a file. */
public final class BytesFile implements RunFile {

  private final RunFile original;
  private final byte[] content;

  public BytesFile(RunFile original, byte[] content) {
    this.original = original;
    this.content = content;
  }

  @Override
  public String name() {
    return original.name();
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(content);
  }

  @Override
  public RecordingException unreadable(IOException cause) {
    return original.unreadable(cause);
  }
}
