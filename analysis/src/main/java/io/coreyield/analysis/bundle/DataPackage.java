package io.coreyield.analysis.bundle;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.Table.Column;
import io.coreyield.analysis.report.tables.Tables;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code datapackage.json}: every CSV file with its columns, as a Frictionless Tabular Package. */
final class DataPackage {

  private DataPackage() {}

  /**
   * The file, made from the resource of its name, which describes the raw samples.
   *
   * @param digests of the files that it may describe, by path
   */
  static String text(Findings findings, NavigableMap<String, Digest> digests) {
    ObjectNode root = JsonResource.read("datapackage.json");
    JsonNode samples = root.path("resources");
    ArrayNode resources = root.putArray("resources");
    for (JsonNode file : samples) {
      Digest digest = digests.get(file.path("path").asString());
      if (digest != null) {
        resources.add(withDigest((ObjectNode) file, digest));
      }
    }
    Stream.concat(Tables.all(findings).stream(), Tables.data(findings).stream())
        .map(table -> table((ObjectNode) samples.path(0).deepCopy(), table, digests))
        .forEach(resources::add);
    return JsonResource.text(root);
  }

  private static ObjectNode withDigest(ObjectNode resource, Digest digest) {
    return resource.put("bytes", digest.bytes()).put("hash", "sha256:" + digest.sha256());
  }

  private static ObjectNode table(
      ObjectNode resource, Table table, NavigableMap<String, Digest> digests) {
    String path = "report/tables/" + table.name() + ".csv";
    resource
        .put("name", "table-" + table.name().toLowerCase(Locale.ROOT))
        .put("path", path)
        .put("title", table.caption());
    ArrayNode fields = ((ObjectNode) resource.path("schema")).putArray("fields");
    for (Column column : table.columns()) {
      for (String suffix : column.csvSuffixes()) {
        boolean words = suffix.equals("_reason") || !column.numeric();
        fields
            .addObject()
            .put("name", column.id() + suffix)
            .put("type", words ? "string" : "number")
            .put("description", column.heading() + suffix.replace('_', ' '));
      }
    }
    return withDigest(resource, Objects.requireNonNull(digests.get(path), path));
  }
}
