package io.coreyield.analysis.model.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A note of where a run came from, as {@code run --label KEY=VALUE} gives it: a job, a node, the
 * type of an instance. Nothing is measured or decided by it.
 *
 * @param key lower case: letters, digits, full stops, hyphens and underscores, 1 to 40 characters
 * @param value 1 to 200 characters in one line
 */
public record Label(String key, String value) {

  /** The option of {@code run}. */
  public static final String OPTION = "--label";

  /** The name of the machine, where the host does not tell machines apart. */
  public static final String MACHINE = "machine";

  private static final Pattern TEXT =
      Pattern.compile("([a-z][a-z0-9._-]{0,39})=([^\\p{C}\\p{Zl}\\p{Zp}]{1,200})");

  /**
   * Reads {@code KEY=VALUE}.
   *
   * @throws IllegalArgumentException saying what to give, if it is none
   */
  public static Label of(String text) {
    return find(text)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "give KEY=VALUE: a key of 1 to 40 lower-case letters, digits, full stops, hyphens and underscores, and a value of 1 to 200 characters in one line"));
  }

  private static Optional<Label> find(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(new Label(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** Those of a command line, in order; what is no label there is passed over. */
  static List<Label> in(List<String> commandLine) {
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < commandLine.size(); i++) {
      String word = commandLine.get(i);
      if (word.equals(OPTION) && i + 1 < commandLine.size()) {
        find(commandLine.get(i + 1)).ifPresent(labels::add);
      } else if (word.startsWith(OPTION + "=")) {
        find(word.substring(OPTION.length() + 1)).ifPresent(labels::add);
      }
    }
    return List.copyOf(labels);
  }
}
