package io.coreyield.analysis.cli;

import java.lang.reflect.InvocationTargetException;

/**
 * What {@code java -jar} starts. Compiled for Java 8, so that an older Java says in one sentence
 * what is missing instead of showing a stack trace. Use no newer features here.
 */
public final class Launcher {

  private static final int MIN_JAVA = 25;
  private static final int FAILED = 1;
  private static final int BAD_USAGE = 2;

  private Launcher() {}

  /** Starts {@code analysis.jar}, if this Java can run it. */
  public static void main(String[] args) throws ReflectiveOperationException {
    start("io.coreyield.analysis.cli.Main", args);
  }

  /**
   * Hands over to the main method of a program, if this Java can run it.
   *
   * @throws ReflectiveOperationException if there is no such program
   */
  public static void start(String program, String[] args) throws ReflectiveOperationException {
    String version = System.getProperty("java.specification.version");
    if (version.startsWith("1.") || Integer.parseInt(version) < MIN_JAVA) {
      System.err.println(
          "CoreYield needs Java "
              + MIN_JAVA
              + " or newer, and this is Java "
              + version
              + ": install one (https://adoptium.net) and start the jar with its java");
      System.exit(BAD_USAGE);
    }
    try {
      Class.forName(program).getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof OutOfMemoryError) {
        // Whoever catches it before can run out of memory too, and no text can be made then.
        System.err.println(
            "it needs more memory than this JVM may take: give it more, as with java -Xmx4g -jar …");
        System.exit(FAILED);
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
