package io.coreyield.analysis.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes of the files of a good run those of one with a fault, by a seed. */
final class MutantFiles {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** JSON values, none of which anything in a run should be. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "-0.0",
          "1e308",
          "-1e308",
          "1e-320",
          "0.1",
          "2147483648",
          "-9223372036854775808",
          "9223372036854775807",
          "18446744073709551616",
          "1e999999",
          "\"NaN\"",
          "\"\"",
          "\" \"",
          "[]",
          "{}",
          "[[[[[[[[[[]]]]]]]]]]",
          "\"=HYPERLINK(\\\"http://x\\\")\"",
          "\"\\u001b]0;owned\\u0007\\u001b[2J\"",
          "\"<img src=x onerror=alert(1)>\"",
          "\"<script>document.title='owned'</script>\"",
          "\"../../../etc/passwd\"",
          "\"\\\\input{/etc/passwd}$^_&%#\"",
          "\"\\u202e\\u0000\\ufeff\\ud83d\"",
          "\"1970-01-01T00:00:00Z\"",
          "\"+1000000000-12-31T23:59:59.999999999Z\"",
          "\"0-8191\"",
          "\"range-ilp\"",
          "\"same\"",
          "\"" + "x".repeat(5000) + "\"");

  private static final List<String> FIELDS =
      List.of(
          "",
          "-1",
          "0",
          "1e9",
          "NaN",
          "9223372036854775807",
          "-9223372036854775808",
          "99999999999999999999",
          "=1+1",
          "\"",
          "\"\"",
          "\u001b[2J",
          "0x10",
          " 7",
          "7 ",
          "1000000",
          "\u0000");

  private final Map<String, byte[]> good;
  private final List<String> names;

  MutantFiles(Map<String, byte[]> good) {
    this.good = new TreeMap<>(good);
    this.names = List.copyOf(this.good.keySet());
  }

  /**
   * One mutant.
   *
   * @param what was done, for whoever looks into it
   * @param name of the file that is other than in the good run
   * @param content of that file, a character for each byte
   */
  record Mutant(String what, String name, String content) {

    /** The bytes of that file. */
    byte[] bytes() {
      return content.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /** The files of the good run. */
  Map<String, byte[]> good() {
    return good;
  }

  /** The mutant of a seed. */
  Mutant of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String name = names.get(random.nextInt(names.size()));
    if (name.equals("swap.csv")) {
      // It has three numbers, and would have a quarter of the mutants.
      name = names.get(random.nextInt(names.size()));
    }
    byte[] content = good.getOrDefault(name, new byte[0]);
    int faults = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1;
    StringBuilder what = new StringBuilder();
    for (int i = 0; i < faults; i++) {
      Fault fault = fault(name, content, random);
      content = fault.bytes();
      what.append(i == 0 ? "" : ", ").append(fault.what);
    }
    return new Mutant(name + ": " + what, name, new String(content, StandardCharsets.ISO_8859_1));
  }

  /** The content as in {@link Mutant}. */
  private record Fault(String what, String content) {

    private Fault(String what, byte[] bytes) {
      this(what, new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private byte[] bytes() {
      return content.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  private static Fault fault(String name, byte[] content, SplittableRandom random) {
    if (content.length == 0 || name.endsWith(".zip") || random.nextInt(5) == 0) {
      return bytes(content, random);
    }
    try {
      return switch (name.substring(name.lastIndexOf('.'))) {
        case ".json" -> json(content, random);
        case ".jsonl" -> jsonLine(content, random);
        default -> csv(content, random);
      };
    } catch (RuntimeException e) {
      // An earlier fault left no JSON.
      return bytes(content, random);
    }
  }

  private static Fault bytes(byte[] content, SplittableRandom random) {
    int at = content.length == 0 ? 0 : random.nextInt(content.length);
    int length = Math.min(content.length - at, 1 + random.nextInt(64));
    byte[] some = new byte[1 + random.nextInt(16)];
    random.nextBytes(some);
    return switch (random.nextInt(6)) {
      case 0 -> new Fault("cut at " + at, Arrays.copyOf(content, at));
      case 1 -> new Fault("insert at " + at, joined(content, at, some, at));
      case 2 ->
          new Fault(
              "drop %d at %d".formatted(length, at), joined(content, at, new byte[0], at + length));
      case 3 ->
          new Fault(
              "double %d at %d".formatted(length, at),
              joined(content, at, Arrays.copyOfRange(content, at, at + length), at));
      case 4 ->
          new Fault(
              "overwrite at " + at,
              joined(content, at, some, Math.min(content.length, at + some.length)));
      default -> {
        byte[] flipped = content.clone();
        if (flipped.length > 0) {
          flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        yield new Fault("flip a bit at " + at, flipped);
      }
    };
  }

  private static byte[] joined(byte[] content, int end, byte[] middle, int start) {
    byte[] all = Arrays.copyOf(content, end + middle.length + content.length - start);
    System.arraycopy(middle, 0, all, end, middle.length);
    System.arraycopy(content, start, all, end + middle.length, content.length - start);
    return all;
  }

  private static Fault jsonLine(byte[] content, SplittableRandom random) {
    List<String> lines = new ArrayList<>(text(content).lines().toList());
    int line = random.nextInt(lines.size());
    switch (random.nextInt(8)) {
      case 0 -> lines.add(line, lines.get(random.nextInt(lines.size())));
      case 1 -> lines.remove(line);
      case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
      default -> {
        Fault fault = json(lines.get(line).getBytes(StandardCharsets.UTF_8), random);
        lines.set(line, text(fault.bytes()).replace("\n", ""));
        return new Fault("line %d: %s".formatted(line + 1, fault.what), ofLines(lines));
      }
    }
    return new Fault("lines about " + (line + 1), ofLines(lines));
  }

  private static Fault json(byte[] content, SplittableRandom random) {
    JsonNode root = MAPPER.readTree(content);
    JsonNode parent = root;
    String path = "";
    while (true) {
      int children = parent.size();
      if (children == 0) {
        return bytes(content, random);
      }
      int chosen = random.nextInt(children);
      JsonNode child = child(parent, chosen);
      path += "/" + name(parent, chosen);
      if (child.size() == 0 || random.nextInt(4) == 0) {
        change(parent, chosen, random);
        return new Fault("change " + path, MAPPER.writeValueAsBytes(root));
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
            : MAPPER.readTree(VALUES.get(random.nextInt(VALUES.size())));
    int how = random.nextInt(6);
    switch (parent) {
      case ObjectNode object when how == 0 -> object.remove(name(parent, index));
      case ObjectNode object -> object.set(name(parent, index), other);
      case ArrayNode array when how == 0 -> array.remove(index);
      case ArrayNode array when how == 1 -> array.insert(index, child.deepCopy());
      case ArrayNode array when how == 2 -> array.removeAll();
      case ArrayNode array when how == 3 -> {
        for (int i = 0; i < 300; i++) {
          array.add(child.deepCopy());
        }
      }
      case ArrayNode array -> array.set(index, other);
      default -> throw new IllegalStateException("neither an object nor a list");
    }
  }

  private static String near(JsonNode number, SplittableRandom random) {
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

  private static Fault csv(byte[] content, SplittableRandom random) {
    List<String> lines = new ArrayList<>(text(content).lines().toList());
    int line = random.nextInt(lines.size());
    List<String> fields = new ArrayList<>(List.of(lines.get(line).split(",", -1)));
    int field = random.nextInt(fields.size());
    switch (random.nextInt(16)) {
      case 0 -> lines.add(line, lines.get(random.nextInt(lines.size())));
      case 1 -> lines.remove(line);
      case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
      case 3 -> {
        fields.remove(field);
        lines.set(line, String.join(",", fields));
      }
      case 4, 5, 6, 7, 8, 9, 10, 11, 12 -> {
        fields.set(field, near(fields.get(field), random));
        lines.set(line, String.join(",", fields));
      }
      case 13 -> {
        fields.add(field, FIELDS.get(random.nextInt(FIELDS.size())));
        lines.set(line, String.join(",", fields));
      }
      default -> {
        fields.set(field, FIELDS.get(random.nextInt(FIELDS.size())));
        lines.set(line, String.join(",", fields));
      }
    }
    return new Fault("line %d, field %d".formatted(line + 1, field + 1), ofLines(lines));
  }

  private static String near(String field, SplittableRandom random) {
    try {
      return near(MAPPER.readTree(field), random);
    } catch (JacksonException e) {
      return "7";
    }
  }

  private static byte[] ofLines(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
