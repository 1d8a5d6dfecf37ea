package io.coreyield.analysis.bundle;

import io.coreyield.analysis.report.ReportFiles;
import io.coreyield.analysis.report.Table;
import io.coreyield.analysis.report.Table.Column;
import io.coreyield.analysis.scaling.Findings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code datapackage.json}: every CSV file with its columns, as a Frictionless Tabular Package. */
final class DataPackage {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final NavigableMap<String, List<String>> COUNTERS =
      new TreeMap<>(
          Map.of(
              "load.csv",
              List.of(
                  "t_ns|moment of the sample on the run's clock, ns",
                  "cpu|logical CPU, the operating system's number",
                  "user_ms|since boot, ms",
                  "nice_ms|since boot, ms",
                  "system_ms|since boot, ms",
                  "idle_ms|since boot, ms",
                  "iowait_ms|since boot, ms",
                  "irq_ms|since boot, ms",
                  "softirq_ms|since boot, ms",
                  "steal_ms|since boot, ms"),
              "swap.csv",
              List.of(
                  "t_ns|moment of the sample on the run's clock, ns",
                  "used_bytes|swap in use, bytes",
                  "total_bytes|swap there is, bytes")));

  private DataPackage() {}

  /**
   * The file.
   *
   * @param digests of the files that it may describe, by path
   */
  static String text(Findings findings, NavigableMap<String, Digest> digests) {
    ObjectNode root = JSON.createObjectNode();
    root.put("profile", "tabular-data-package");
    root.put("name", "coreyield-run");
    root.put("title", "Measurements of one machine with CoreYield");
    root.put("description", "The samples of the load, and every table of the report.");
    ArrayNode resources = root.putArray("resources");
    COUNTERS.forEach((file, columns) -> {
      Digest digest = digests.get(file);
      if (digest != null) {
        counters(resources, file, columns, digest);
      }
    });
    Stream.concat(ReportFiles.tables(findings).stream(), ReportFiles.data(findings).stream())
        .forEach(table -> table(resources, table, digests));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static void counters(
      ArrayNode resources, String file, List<String> columns, Digest digest) {
    ArrayNode fields =
        resource(resources, file.replace(".csv", ""), file, "Counters, one row per sample", digest);
    for (String column : columns) {
      String[] parts = column.split("\\|", 2);
      field(fields, parts[0], "integer", parts[1]).putObject("constraints").put("required", true);
    }
  }

  private static void table(
      ArrayNode resources, Table table, NavigableMap<String, Digest> digests) {
    String path = "report/tables/" + table.name() + ".csv";
    Digest digest = digests.get(path);
    if (digest == null) {
      throw new IllegalArgumentException("there is no " + path);
    }
    ArrayNode fields =
        resource(
            resources,
            "table-" + table.name().toLowerCase(Locale.ROOT),
            path,
            table.caption(),
            digest);
    for (Column column : table.columns()) {
      for (String suffix : column.csvSuffixes()) {
        boolean words = suffix.equals("_reason") || !column.numeric();
        String what = column.heading() + suffix.replace('_', ' ');
        field(fields, column.id() + suffix, words ? "string" : "number", what);
      }
    }
  }

  private static ArrayNode resource(
      ArrayNode resources, String name, String path, String title, Digest digest) {
    ObjectNode resource = resources.addObject();
    resource.put("profile", "tabular-data-resource");
    resource.put("name", name);
    resource.put("path", path);
    resource.put("title", title);
    resource.put("format", "csv").put("mediatype", "text/csv").put("encoding", "utf-8");
    resource.put("bytes", digest.bytes());
    resource.put("hash", "sha256:" + digest.sha256());
    ObjectNode dialect = resource.putObject("dialect");
    dialect
        .put("delimiter", ",")
        .put("doubleQuote", true)
        .put("lineTerminator", "\n")
        .put("header", true);
    ObjectNode schema = resource.putObject("schema");
    ArrayNode fields = schema.putArray("fields");
    schema.putArray("missingValues").add("");
    return fields;
  }

  private static ObjectNode field(ArrayNode fields, String name, String type, String description) {
    return fields.addObject().put("name", name).put("type", type).put("description", description);
  }
}
