package io.coreyield.analysis.cli;

import java.io.File;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** How this program was started. */
public final class Program {

  private Program() {}

  /** What to type to start the program of a command again. */
  public static String of(CommandSpec command) {
    return command(System.getProperty("java.class.path", ""), command.root().name());
  }

  /** The same, from whatever directory. */
  static String absolute(CommandSpec command) {
    String classPath = System.getProperty("java.class.path", "");
    return isOneJar(classPath)
        ? command(Path.of(classPath).toAbsolutePath().toString(), command.root().name())
        : command.root().name();
  }

  private static boolean isOneJar(String classPath) {
    return classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
  }

  /**
   * What to type to start it again.
   *
   * @param classPath of the JVM: the jar alone, where it was started with {@code -jar}
   * @param otherwise where that is unknown
   */
  static String command(String classPath, String otherwise) {
    String word = classPath.contains(" ") ? "'" + classPath + "'" : classPath;
    return isOneJar(classPath) ? "java -jar " + word : otherwise;
  }
}
