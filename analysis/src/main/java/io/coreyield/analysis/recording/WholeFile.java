package io.coreyield.analysis.recording;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Text files that are read and written in one piece. */
final class WholeFile {

  private WholeFile() {}

  static String read(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw missing(file);
    } catch (CharacterCodingException e) {
      throw new RecordingException(file, "is not UTF-8 text: restore it from a copy of the run");
    }
  }

  static RecordingException missing(Path file) {
    return new RecordingException(
        file, "is missing: give the directory of a run, as 'run --out' wrote it");
  }

  /** Replaces the file at once: whoever reads sees the old text or the new one. */
  static void write(Path file, String text) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(aside, text);
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
