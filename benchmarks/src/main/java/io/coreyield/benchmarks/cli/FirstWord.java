package io.coreyield.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What the first word of a command line asks for. */
sealed interface FirstWord {

  /** A command of ours, with its arguments. */
  record Ours(List<String> arguments) implements FirstWord {}

  /** JMH's own command line. */
  record Jmh() implements FirstWord {}

  /** Nothing that can be done: a sentence that says what may be meant. */
  record Unknown(String sentence) implements FirstWord {}

  /** The words that no longer name anything, and what is called so now. */
  Map<String, String> RENAMED =
      Map.of("pairs", "topology", "--pairs", "--siblings", "--no-pairs", "--no-siblings");

  /** They may come before a command. */
  Set<String> EVERYWHERE = Set.of("--ascii", "--debug");

  String RUN = "run";

  /**
   * What a command line asks for. Without a command, options of {@code run} are its own: JMH has
   * none of their names.
   *
   * @param ours the commands
   */
  static FirstWord of(CommandLine ours, List<String> arguments) {
    return renamed(arguments)
        .<FirstWord>map(
            old -> new Unknown("'%s' is called '%s' now".formatted(old, RENAMED.get(old))))
        .orElseGet(() ->
            arguments.stream()
                .filter(word -> !EVERYWHERE.contains(word))
                .findFirst()
                .map(first -> of(ours, arguments, first))
                .orElseGet(() -> run(arguments)));
  }

  private static FirstWord of(CommandLine ours, List<String> arguments, String first) {
    String name = first.split("=", 2)[0];
    List<String> options = options(Objects.requireNonNull(ours.getSubcommands().get(RUN)));
    if (options(ours).contains(name) || ours.getSubcommands().containsKey(first)) {
      return new Ours(arguments);
    }
    if (options.contains(name)) {
      return run(arguments);
    }
    List<String> known =
        Stream.concat(
                ours.getSubcommands().keySet().stream(),
                Stream.concat(options.stream(), options(ours).stream()))
            .filter(word -> word.startsWith("-") == name.startsWith("-"))
            .sorted()
            .toList();
    return NearWord.of(name, known)
        .<FirstWord>map(near -> new Unknown(question(ours, name, near)))
        .orElseGet(Jmh::new);
  }

  private static String question(CommandLine ours, String name, String near) {
    return "'%s' is no %s: did you mean '%s'? (see '%s --help')"
        .formatted(name, name.startsWith("-") ? "option" : "command", near, ours.getCommandName());
  }

  private static Ours run(List<String> arguments) {
    List<String> run = new ArrayList<>(List.of(RUN));
    run.addAll(arguments);
    return new Ours(run);
  }

  /** Without those of one letter, which are JMH's but for {@code -V}. */
  private static List<String> options(CommandLine command) {
    return Stream.of(
            command.getCommandSpec().optionsMap(), command.getCommandSpec().negatedOptionsMap())
        .flatMap(named -> named.keySet().stream())
        .filter(name -> name.startsWith("--") || name.equals("-V"))
        .toList();
  }

  private static Optional<String> renamed(List<String> arguments) {
    Stream<String> command = arguments.stream().filter(word -> !word.startsWith("-")).limit(1);
    Stream<String> options = arguments.stream().filter(word -> word.startsWith("--"));
    return Stream.concat(command, options).filter(RENAMED::containsKey).findFirst();
  }
}
