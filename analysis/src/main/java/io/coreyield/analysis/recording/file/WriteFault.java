package io.coreyield.analysis.recording.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;

/** Why a file cannot be written, as its user would say it. */
public final class WriteFault {

  private WriteFault() {}

  /** In a few words: {@code permission denied}. */
  public static String of(IOException fault) {
    Throwable deepest = fault;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return switch (deepest) {
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "a file is in the place of a directory";
      case NoSuchFileException _ -> "its directory does not exist";
      case FileNotFoundException e when e.getMessage() != null ->
          // "path (reason)"; the path is said already.
          e.getMessage().replaceFirst("^.* \\((.*)\\)$", "$1");
      case ReadOnlyFileSystemException _ -> "read-only file system";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      case IOException e when e.getMessage() != null && !(e instanceof FileSystemException) ->
          e.getMessage();
      default -> "the system does not say why";
    };
  }
}
