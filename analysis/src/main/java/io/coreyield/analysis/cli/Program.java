package io.coreyield.analysis.cli;

import java.io.File;
import picocli.CommandLine.Model.CommandSpec;

/** How this program was started. */
final class Program {

  private Program() {}

  /** What to type to start the program of a command again. */
  static String of(CommandSpec command) {
    return command(System.getProperty("java.class.path", ""), command.root().name());
  }

  /**
   * What to type to start it again.
   *
   * @param classPath of the JVM: the jar alone, where it was started with {@code -jar}
   * @param otherwise where that cannot be told
   */
  static String command(String classPath, String otherwise) {
    boolean oneJar = classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
    String word = classPath.contains(" ") ? "'" + classPath + "'" : classPath;
    return oneJar ? "java -jar " + word : otherwise;
  }
}
