package io.coreyield.analysis.cli;

import io.coreyield.analysis.report.terminal.Programs;
import io.coreyield.analysis.wording.PlainText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How this program was started. */
public final class Program {

  private static final String MEASURING = "benchmarks.jar";

  /** What started the Java of a distribution, as it was typed. */
  private static final Optional<String> LAUNCHER =
      Optional.ofNullable(System.getenv("COREYIELD_PROGRAM")).filter(name -> !name.isBlank());

  private Program() {}

  /** What to type to start the program of a command again. */
  public static String of(CommandSpec command) {
    return LAUNCHER
        .map(PlainText::shellQuoted)
        .or(() -> RunningJar.path().map(jar -> command(java(), jar)))
        .orElseGet(() -> command.root().name());
  }

  /** The same, and what to type to measure. */
  static Programs programs(CommandSpec command) {
    String here = of(command);
    boolean measures = command.root().subcommands().containsKey("run");
    return new Programs(here, measures ? here : java() + " -jar " + MEASURING);
  }

  /** What to type to start it, from whatever directory. */
  static String absolute(CommandSpec command) {
    return LAUNCHER
        .map(Program::absolute)
        .or(() -> RunningJar.path().map(jar -> command(java(), jar.toAbsolutePath())))
        .orElseGet(() -> command.root().name());
  }

  /** Of a file; what the shell finds by its name stays a name. */
  static String absolute(String launcher) {
    return launcher.contains("/")
        ? PlainText.shellQuoted(Path.of(launcher).toAbsolutePath().normalize().toString())
        : launcher;
  }

  /** A command line whose help names what started it. */
  public static CommandLine named(CommandLine line) {
    LAUNCHER.ifPresent(launcher -> name(line, launcher));
    return line;
  }

  /** Has the help of a command, and of those below it, name {@code program}. */
  static void name(CommandLine line, String program) {
    String jar = line.getCommandName();
    line.setCommandName(program);
    replaceInFooters(line, jar, program);
  }

  private static void replaceInFooters(CommandLine line, String from, String to) {
    UsageMessageSpec help = line.getCommandSpec().usageMessage();
    help.footer(
        Stream.of(help.footer()).map(text -> text.replace(from, to)).toArray(String[]::new));
    line.getSubcommands().values().forEach(below -> replaceInFooters(below, from, to));
  }

  /** What to type to start a jar with a Java that can run it. */
  static String command(String java, Path jar) {
    return "%s -jar %s".formatted(java, PlainText.shellQuoted(jar.toString()));
  }

  private static String java() {
    return java(
        System.getenv().getOrDefault("PATH", ""), Path.of(System.getProperty("java.home", "")));
  }

  /**
   * The word that starts this Java: {@code java} where that is the first one on the path, else its
   * file. Another one might be too old.
   *
   * @param path of directories, as in the environment
   * @param home of this Java
   */
  static String java(String path, Path home) {
    Path ours = home.resolve("bin").resolve("java");
    boolean isFirst =
        Stream.of(path.split(Pattern.quote(File.pathSeparator)))
            .filter(directory -> !directory.isEmpty())
            .map(directory -> Path.of(directory, "java"))
            .filter(Files::isExecutable)
            .findFirst()
            .map(first -> real(first).equals(real(ours)))
            .orElse(false);
    return isFirst || !Files.isExecutable(ours) ? "java" : PlainText.shellQuoted(ours.toString());
  }

  /** The file behind links; empty where it cannot be read. */
  private static Optional<Path> real(Path file) {
    try {
      return Optional.of(file.toRealPath());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
