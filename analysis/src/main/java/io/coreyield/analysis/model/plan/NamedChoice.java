package io.coreyield.analysis.model.plan;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A closed choice with the name that it has on the command line and in files. */
public interface NamedChoice {

  /** The name: lower case, words joined by hyphens. */
  String id();

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
