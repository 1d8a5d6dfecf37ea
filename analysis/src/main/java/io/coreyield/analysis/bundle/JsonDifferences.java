package io.coreyield.analysis.bundle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where two JSON texts differ. Numbers with a fraction are the same up to {@value #TOLERANCE} of
 * their size: the last digits of a logarithm are the processor's.
 */
final class JsonDifferences {

  private static final double TOLERANCE = 1e-9;
  private static final int LONGEST_VALUE = 80;

  private final List<String> found = new ArrayList<>();

  private JsonDifferences() {}

  /** One clause each: {@code yields[0].yield: stored 0.3, recomputed 0.25}. */
  static List<String> between(JsonNode stored, JsonNode recomputed) {
    JsonDifferences differences = new JsonDifferences();
    differences.compare("", stored, recomputed);
    return List.copyOf(differences.found);
  }

  private void compare(String at, JsonNode stored, JsonNode recomputed) {
    if (stored.isObject() && recomputed.isObject()) {
      Set<String> names = new LinkedHashSet<>(recomputed.propertyNames());
      names.addAll(stored.propertyNames());
      for (String name : names) {
        String path = at.isEmpty() ? name : at + "." + name;
        part(path, stored.get(name), recomputed.get(name));
      }
    } else if (stored.isArray() && recomputed.isArray()) {
      for (int i = 0; i < Math.max(stored.size(), recomputed.size()); i++) {
        part("%s[%d]".formatted(at, i), stored.get(i), recomputed.get(i));
      }
    } else if (!same(stored, recomputed)) {
      found.add("%s: stored %s, recomputed %s".formatted(at, shown(stored), shown(recomputed)));
    }
  }

  private void part(String at, @Nullable JsonNode stored, @Nullable JsonNode recomputed) {
    if (stored == null || recomputed == null) {
      found.add(
          "%s: stored %s, recomputed %s"
              .formatted(
                  at,
                  stored == null ? "nothing" : shown(stored),
                  recomputed == null ? "nothing" : shown(recomputed)));
    } else {
      compare(at, stored, recomputed);
    }
  }

  private static boolean same(JsonNode stored, JsonNode recomputed) {
    if (stored.isNumber() && recomputed.isNumber()) {
      double a = stored.doubleValue();
      double b = recomputed.doubleValue();
      boolean whole = stored.isIntegralNumber() && recomputed.isIntegralNumber();
      return whole ? stored.equals(recomputed) : Math.abs(a - b) <= TOLERANCE * Math.abs(b);
    }
    return stored.equals(recomputed);
  }

  private static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
  }
}
