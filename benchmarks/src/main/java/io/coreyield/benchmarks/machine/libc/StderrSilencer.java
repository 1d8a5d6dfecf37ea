package io.coreyield.benchmarks.machine.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** Silences standard error below Java, because the JVM's own messages bypass System.err. */
public final class StderrSilencer {

  private static final int DESCRIPTOR = 2;
  private static final int WRITE_ONLY = 1;
  private static final int GET_FLAGS = 3;
  private static final int ACCESS_MODE = 3;
  private static final @Nullable MethodHandle DUP = LibC.function("dup", JAVA_INT, JAVA_INT);
  private static final @Nullable MethodHandle DUP2 =
      LibC.function("dup2", JAVA_INT, JAVA_INT, JAVA_INT);
  private static final @Nullable MethodHandle OPEN =
      LibC.function("open", JAVA_INT, ADDRESS, JAVA_INT);
  private static final @Nullable MethodHandle CLOSE = LibC.function("close", JAVA_INT, JAVA_INT);

  private static final @Nullable MethodHandle FCNTL =
      LibC.function("fcntl", JAVA_INT, JAVA_INT, JAVA_INT);

  private StderrSilencer() {}

  /** Runs an action with standard error silenced, on Linux and macOS only. */
  public static void shutWhile(Runnable action) {
    if (DUP == null || DUP2 == null || OPEN == null || CLOSE == null || !isOpen()) {
      action.run();
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      int kept = (int) DUP.invokeExact(DESCRIPTOR);
      if (kept < 0) {
        action.run();
        return;
      }
      int nothing = (int) OPEN.invokeExact(arena.allocateFrom("/dev/null"), WRITE_ONLY);
      int unused = (int) DUP2.invokeExact(nothing, DESCRIPTOR);
      try {
        action.run();
      } finally {
        unused = (int) DUP2.invokeExact(kept, DESCRIPTOR);
        unused = (int) CLOSE.invokeExact(kept);
        unused = (int) CLOSE.invokeExact(nothing);
      }
    } catch (Throwable e) {
      throw LibC.broken("dup2", e);
    }
  }

  /**
   * Where a program is started without standard error, the JVM opens its own files, to read them,
   * under that number.
   */
  private static boolean isOpen() {
    if (FCNTL == null) {
      return false;
    }
    try {
      int flags = (int) FCNTL.invokeExact(DESCRIPTOR, GET_FLAGS);
      return flags >= 0 && (flags & ACCESS_MODE) != 0;
    } catch (Throwable e) {
      throw LibC.broken("fcntl", e);
    }
  }
}
