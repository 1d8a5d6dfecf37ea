package io.coreyield.analysis.report;

import io.coreyield.analysis.report.page.HostileValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults in the structure and the values of a JSON text. */
final class JsonFaults {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonFaults() {}

  /**
   * A fault in one of several texts, a line each, or in their order.
   *
   * @throws JacksonException if an earlier fault left no JSON
   */
  static Fault ofLine(String text, SplittableRandom random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int line = random.nextInt(lines.size());
    switch (random.nextInt(8)) {
      case 0 -> lines.add(line, lines.get(random.nextInt(lines.size())));
      case 1 -> lines.remove(line);
      case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
      default -> {
        Fault fault = of(lines.get(line), random);
        lines.set(line, fault.text().replace("\n", ""));
        return Fault.of(
            "line %d: %s".formatted(line + 1, fault.what()), String.join("\n", lines) + "\n");
      }
    }
    return Fault.of("lines about " + (line + 1), String.join("\n", lines) + "\n");
  }

  /**
   * A fault in the tree.
   *
   * @throws JacksonException if an earlier fault left no JSON
   */
  static Fault of(String text, SplittableRandom random) {
    JsonNode root = MAPPER.readTree(text);
    JsonNode parent = root;
    String path = "";
    while (true) {
      int children = parent.size();
      if (children == 0) {
        return ByteFaults.of(text.getBytes(StandardCharsets.UTF_8), random);
      }
      int chosen = random.nextInt(children);
      JsonNode child = child(parent, chosen);
      path += "/" + name(parent, chosen);
      if (child.size() == 0 || random.nextInt(4) == 0) {
        change(parent, chosen, random);
        return Fault.of("change " + path, MAPPER.writeValueAsString(root));
      }
      parent = child;
    }
  }

  private static JsonNode child(JsonNode parent, int index) {
    return parent.isObject() ? parent.get(name(parent, index)) : parent.get(index);
  }

  private static String name(JsonNode parent, int index) {
    return parent.isObject()
        ? List.copyOf(parent.propertyNames()).get(index)
        : Integer.toString(index);
  }

  private static void change(JsonNode parent, int index, SplittableRandom random) {
    JsonNode child = child(parent, index);
    JsonNode other =
        child.isNumber() && random.nextInt(4) > 0
            ? MAPPER.readTree(near(child, random))
            : MAPPER.readTree(HostileValues.JSON.get(random.nextInt(HostileValues.JSON.size())));
    int how = random.nextInt(6);
    switch (parent) {
      case ObjectNode object when how == 0 -> object.remove(name(parent, index));
      case ObjectNode object -> object.set(name(parent, index), other);
      case ArrayNode array when how == 0 -> array.remove(index);
      case ArrayNode array when how == 1 -> array.insert(index, child.deepCopy());
      case ArrayNode array when how == 2 -> array.removeAll();
      case ArrayNode array when how == 3 -> {
        // Several such faults multiply, and the mutant must fit the memory that it tries.
        int copies = Math.min(300, 1_000_000 / child.toString().length());
        for (int i = 0; i < copies; i++) {
          array.add(child.deepCopy());
        }
      }
      case ArrayNode array -> array.set(index, other);
      default -> throw new IllegalStateException("neither an object nor a list");
    }
  }

  static String near(JsonNode number, SplittableRandom random) {
    double value = number.doubleValue();
    double other =
        switch (random.nextInt(8)) {
          case 0 -> value + 1;
          case 1 -> -value;
          case 2 -> value * 1000;
          case 3 -> value / 1000;
          case 4 -> value * (1 + random.nextDouble() / 100);
          case 5 -> value * random.nextDouble();
          case 6 -> 0;
          default -> value - 1;
        };
    return number.isIntegralNumber() ? Long.toString(Math.round(other)) : Double.toString(other);
  }
}
