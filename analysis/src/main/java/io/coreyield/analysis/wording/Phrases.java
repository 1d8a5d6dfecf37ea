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
    int last = things.size() - 1;
    return last < 1
        ? String.join("", things)
        : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
  }

  /** A confidence, cut and never rounded up: {@code 97.3 %}; {@code unknown} of none. */
  public static String confidence(@Nullable Double fraction) {
    return fraction == null
        ? "unknown"
        : String.format(Locale.ROOT, "%.1f %%", Math.floor(fraction * 1000 + 1e-9) / 10);
  }
}
