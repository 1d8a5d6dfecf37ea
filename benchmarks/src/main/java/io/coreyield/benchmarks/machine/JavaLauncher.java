package io.coreyield.benchmarks.machine;

import java.nio.file.Path;

/** The {@code java} that runs this process. */
public final class JavaLauncher {

  private JavaLauncher() {}

  public static Path path() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
