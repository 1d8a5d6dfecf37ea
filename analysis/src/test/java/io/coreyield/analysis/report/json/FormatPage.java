package io.coreyield.analysis.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** {@code docs/FORMAT.md}, which names every key. */
public final class FormatPage {

  private FormatPage() {}

  public static void assertDocuments(Collection<String> keys) throws IOException {
    List<String> page = Files.readAllLines(Path.of("..", "docs", "FORMAT.md"));
    assertThat(keys)
        .allSatisfy(key -> assertThat(page).anyMatch(line -> line.startsWith("| `" + key + "` |")));
  }

  /** Every key of a JSON text by its path: {@code runs[].name}. */
  public static Set<String> keys(JsonNode node) {
    Set<String> keys = new TreeSet<>();
    collect("", node, keys);
    return keys;
  }

  private static void collect(String at, JsonNode node, Set<String> keys) {
    for (String name : node.propertyNames()) {
      String key = at.isEmpty() ? name : at + "." + name;
      keys.add(key);
      collect(key, node.get(name), keys);
    }
    if (node.isArray()) {
      node.forEach(element -> collect(at + "[]", element, keys));
    }
  }
}
