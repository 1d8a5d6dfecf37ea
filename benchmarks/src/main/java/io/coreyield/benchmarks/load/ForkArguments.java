package io.coreyield.benchmarks.load;

import java.util.List;

/** The JVM arguments that every fork of ours needs, beside the user's. */
public final class ForkArguments {

  private ForkArguments() {}

  /** Calls into the C library are meant, and JMH 1.37's use of Unsafe is known. */
  public static List<String> quiet() {
    return List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
  }
}
