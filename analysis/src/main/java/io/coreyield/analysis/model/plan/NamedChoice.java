package io.coreyield.analysis.model.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** An enum whose constants have names on the command line and in files. */
public interface NamedChoice {

  String name();

  /** The name in files and on the command line, from that in Java: {@code fork-join}. */
  default String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All names, comma-separated, in order. */
  static String list(NamedChoice[] choices) {
    return Arrays.stream(choices).map(NamedChoice::id).collect(Collectors.joining(", "));
  }

  /**
   * The choice of that name.
   *
   * @param choices to choose from
   * @param what they are, in the singular, for the message
   * @throws IllegalArgumentException naming the known choices, if there is none of that name
   */
  static <T extends NamedChoice> T find(T[] choices, String what, String id) {
    return Arrays.stream(choices)
        .filter(choice -> choice.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "unknown %s '%s': known are %s".formatted(what, id, list(choices))));
  }
}
