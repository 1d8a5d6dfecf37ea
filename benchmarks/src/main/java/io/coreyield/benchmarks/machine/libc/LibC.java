package io.coreyield.benchmarks.machine.libc;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Functions of the C library. */
public final class LibC {

  public static final boolean LINUX = os().startsWith("linux");

  static final boolean MAC = os().startsWith("mac");

  private LibC() {}

  private static String os() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }

  /** A function by name; null if there is none, and on other systems than Linux and macOS. */
  // The jar's manifest and the flags of forks allow calls into C.
  @SuppressWarnings("restricted")
  static @Nullable MethodHandle function(
      String name, MemoryLayout result, MemoryLayout... arguments) {
    if (!LINUX && !MAC) {
      return null;
    }
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find(name)
        .map(address -> linker.downcallHandle(address, FunctionDescriptor.of(result, arguments)))
        .orElse(null);
  }

  /** A call that failed in a way that no caller can handle. */
  static LinkageError broken(String name, Throwable cause) {
    return new LinkageError("the C library's " + name + " cannot be called", cause);
  }
}
