package io.coreyield.analysis.wording;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts and lists in sentences, the same in every locale. */
public final class Phrases {

  private Phrases() {}

  /** A count with its noun: {@code 1 worker}, {@code 2 workers}. */
  public static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** Things in a sentence: {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String list(List<String> things) {
    return list(things, "and");
  }

  /** The same with another word before the last. */
  static String list(List<String> things, String word) {
    int last = things.size() - 1;
    return last < 1
        ? String.join("", things)
        : "%s %s %s".formatted(String.join(", ", things.subList(0, last)), word, things.get(last));
  }

  /** A confidence, cut and never rounded up: {@code 97.3 %}; {@code unknown} of none. */
  public static String confidence(@Nullable Double fraction) {
    return fraction == null
        ? "unknown"
        : String.format(Locale.ROOT, "%.1f %%", Math.floor(fraction * 1000 + 1e-9) / 10);
  }

  /** The text with a capital first letter. */
  public static String capitalized(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** A sentence after a colon. */
  static String inside(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  /** How many words: what spaces part; a no-break space parts none. */
  static int words(String text) {
    return text.strip().split(" +").length;
  }
}
