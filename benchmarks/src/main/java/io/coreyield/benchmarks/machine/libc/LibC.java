package io.coreyield.benchmarks.machine.libc;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Functions of the C library, where this platform has them. */
public final class LibC {

  /** Whether this is Linux. */
  public static final boolean LINUX = os().startsWith("linux");

  static final boolean MAC = os().startsWith("mac");

  private LibC() {}

  private static String os() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }

  /**
   * The function of that name; null where the C library has none or this is neither Linux nor
   * macOS.
   */
  // Calling C is what this class is for; the jar's manifest and the forks' flags allow it.
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

  /** What a call into the C library threw: nothing that a caller can mend. */
  static LinkageError broken(String name, Throwable cause) {
    return new LinkageError("the C library's " + name + " cannot be called", cause);
  }
}
