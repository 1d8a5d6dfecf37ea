package io.coreyield.benchmarks.machine.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.Console;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard error, which Java cannot ask what it is. */
public final class StandardError {

  private static final int DESCRIPTOR = 2;
  private static final @Nullable MethodHandle ISATTY = LibC.function("isatty", JAVA_INT, JAVA_INT);

  private StandardError() {}

  /**
   * Whether it is a terminal, rather than a file or a pipe; where it cannot be asked, whether
   * standard output is one.
   */
  public static boolean isTerminal() {
    if (ISATTY == null) {
      return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
    try {
      return (int) ISATTY.invokeExact(DESCRIPTOR) == 1;
    } catch (Throwable e) {
      throw LibC.broken("isatty", e);
    }
  }
}
