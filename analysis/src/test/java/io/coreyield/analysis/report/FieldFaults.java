package io.coreyield.analysis.report;

import io.coreyield.analysis.report.page.HostileValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Faults in lines of fields. */
final class FieldFaults {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private FieldFaults() {}

  /** A fault in one field, in how many there are, or in the order of the lines. */
  static Fault of(String text, String separator, SplittableRandom random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int line = random.nextInt(lines.size());
    List<String> fields = new ArrayList<>(List.of(lines.get(line).split(separator, -1)));
    int field = random.nextInt(fields.size());
    int kind = random.nextInt(16);
    switch (kind) {
      case 0 -> lines.add(line, lines.get(random.nextInt(lines.size())));
      case 1 -> lines.remove(line);
      case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
      case 3 -> fields.remove(field);
      case 4, 5, 6, 7, 8, 9, 10, 11, 12 -> fields.set(field, near(fields.get(field), random));
      case 13 ->
          fields.add(field, HostileValues.FIELDS.get(random.nextInt(HostileValues.FIELDS.size())));
      default ->
          fields.set(field, HostileValues.FIELDS.get(random.nextInt(HostileValues.FIELDS.size())));
    }
    if (kind > 2) {
      lines.set(line, String.join(separator, fields));
    }
    return Fault.of(
        "line %d, field %d".formatted(line + 1, field + 1), String.join("\n", lines) + "\n");
  }

  private static String near(String field, SplittableRandom random) {
    try {
      return JsonFaults.near(MAPPER.readTree(field), random);
    } catch (JacksonException e) {
      return "7";
    }
  }
}
