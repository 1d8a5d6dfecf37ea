package io.coreyield.analysis.bundle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Where two JSON texts differ. Numbers with a fraction are the same up to {@value #TOLERANCE} of
 * their size: processors differ in the last digits of a logarithm.
 */
final class JsonDifferences {

  private static final double TOLERANCE = 1e-9;
  private static final int MAX_VALUE_CHARS = 80;

  private final List<String> found = new ArrayList<>();

  private JsonDifferences() {}

  /** One clause each: {@code yields[0].yield: stored 0.3, recomputed 0.25}. */
  static List<String> between(JsonNode stored, JsonNode recomputed) {
    JsonDifferences differences = new JsonDifferences();
    differences.compare("", stored, recomputed);
    return differences.found;
  }

  private void compare(String at, JsonNode stored, JsonNode recomputed) {
    if (stored.isObject() && recomputed.isObject()) {
      Set<String> names = new LinkedHashSet<>(recomputed.propertyNames());
      names.addAll(stored.propertyNames());
      for (String name : names) {
        String path = at.isEmpty() ? name : at + "." + name;
        compare(path, stored.path(name), recomputed.path(name));
      }
    } else if (stored.isArray() && recomputed.isArray()) {
      for (int i = 0; i < Math.max(stored.size(), recomputed.size()); i++) {
        compare("%s[%d]".formatted(at, i), stored.path(i), recomputed.path(i));
      }
    } else if (!same(stored, recomputed)) {
      found.add("%s: stored %s, recomputed %s".formatted(at, shown(stored), shown(recomputed)));
    }
  }

  private static boolean same(JsonNode stored, JsonNode recomputed) {
    boolean isWhole = stored.isIntegralNumber() && recomputed.isIntegralNumber();
    if (!isWhole && stored.isNumber() && recomputed.isNumber()) {
      double value = recomputed.doubleValue();
      return Math.abs(stored.doubleValue() - value) <= TOLERANCE * Math.abs(value);
    }
    return stored.equals(recomputed);
  }

  private static String shown(JsonNode value) {
    String text = value.isMissingNode() ? "nothing" : value.toString();
    return text.length() > MAX_VALUE_CHARS ? text.substring(0, MAX_VALUE_CHARS) + "…" : text;
  }
}
