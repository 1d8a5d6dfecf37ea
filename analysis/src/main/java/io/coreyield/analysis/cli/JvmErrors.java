package io.coreyield.analysis.cli;

import io.coreyield.analysis.wording.Quantities;
import picocli.CommandLine;

/** What errors of the JVM mean to a user. */
public final class JvmErrors {

  private JvmErrors() {}

  /**
   * Loads what a sentence and the end of a command need, because nothing can be loaded from a jar
   * that was cut.
   */
  public static void prepare() {
    String _ = sentence(new OutOfMemoryError()) + CommandLine.IExitCodeGenerator.class;
  }

  /** One sentence, with the remedy where there is one. */
  public static String sentence(Error error) {
    if (error instanceof OutOfMemoryError) {
      return String.valueOf(error.getMessage()).contains("native thread")
          ? "the system lets this user start no more threads: end other programs, or raise the limit (ulimit -u, or that of the container)"
          : "it needs more memory than the %s that this JVM may take: give it more, as with java -Xmx4g -jar …"
              .formatted(Quantities.bytes(Runtime.getRuntime().maxMemory()));
    }
    Throwable cause = error.getCause();
    String otherwise =
        error instanceof ExceptionInInitializerError && cause != null
            ? String.valueOf(cause.getMessage())
            : error.toString();
    return error instanceof LinkageError
        ? RunningJar.change().map(change -> change + ": run the command again").orElse(otherwise)
        : otherwise;
  }
}
