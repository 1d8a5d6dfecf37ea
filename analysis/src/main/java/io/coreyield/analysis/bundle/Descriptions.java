package io.coreyield.analysis.bundle;

import io.coreyield.analysis.recording.file.BundleArchive;
import io.coreyield.analysis.recording.file.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Checks that the RO-Crate and the Data Package of a bundle describe the files that it has. */
final class Descriptions {

  static final JsonMapper JSON = JsonMapper.builder(Limits.json()).build();

  private static final String CRATE = BundleArchive.DATA + RoCrate.FILE;
  private static final String PACKAGE = BundleArchive.DATA + "datapackage.json";

  private final BundleArchive bundle;
  private final NavigableMap<String, Digest> whole;
  private final List<String> differences = new ArrayList<>();

  /** For a bundle and those of its files whose content is whole. */
  Descriptions(BundleArchive bundle, NavigableMap<String, Digest> whole) {
    this.bundle = bundle;
    this.whole = whole;
  }

  List<String> differences() throws IOException {
    json(CRATE).ifPresent(this::crate);
    Optional<JsonNode> tables = json(PACKAGE);
    if (tables.isPresent()) {
      for (JsonNode resource : tables.get().path("resources")) {
        table(resource);
      }
    }
    return differences;
  }

  private Optional<JsonNode> json(String path) throws IOException {
    if (!bundle.names().contains(path)) {
      differences.add(path + ": is missing");
    }
    if (!whole.containsKey(path)) {
      return Optional.empty();
    }
    Optional<JsonNode> tree = tree(bundle, path);
    if (tree.isEmpty()) {
      differences.add(path + ": is not JSON, or beyond a limit");
    }
    return tree;
  }

  /** A JSON file of a bundle; empty if it is not JSON. */
  static Optional<JsonNode> tree(BundleArchive bundle, String path) throws IOException {
    try (InputStream in = bundle.open(path)) {
      byte[] text = in.readNBytes(Limits.JSON_BYTES + 1);
      return text.length > Limits.JSON_BYTES ? Optional.empty() : Optional.of(JSON.readTree(text));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private void crate(JsonNode crate) {
    JsonNode ours = JsonResource.read(RoCrate.FILE);
    JsonNode descriptor = entity(crate, RoCrate.FILE);
    JsonNode root = entity(crate, descriptor.path("about").path("@id").asString(""));
    if (!ours.path("@context").equals(crate.path("@context"))
        || !entity(ours, RoCrate.FILE).path("conformsTo").equals(descriptor.path("conformsTo"))) {
      differences.add(CRATE + ": is not of RO-Crate 1.2");
    }
    for (String needed : List.of("name", "description", "datePublished", "license", "hasPart")) {
      if (!root.has(needed)) {
        differences.add("%s: the crate has no %s".formatted(CRATE, needed));
      }
    }
    Set<String> described = new HashSet<>(List.of(CRATE));
    for (JsonNode part : root.path("hasPart")) {
      String path = BundleArchive.DATA + part.path("@id").asString("");
      described.add(path);
      isThere(path, CRATE);
    }
    bundle.names().stream()
        .filter(name -> name.startsWith(BundleArchive.DATA) && !described.contains(name))
        .forEach(name -> differences.add("%s: does not describe %s".formatted(CRATE, name)));
  }

  private static JsonNode entity(JsonNode crate, String id) {
    return crate
        .path("@graph")
        .valueStream()
        .filter(entity -> id.equals(entity.path("@id").asString("")))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private boolean isThere(String path, String namedBy) {
    boolean isThere = bundle.names().contains(path);
    if (!isThere) {
      differences.add("%s: names %s, which is missing".formatted(namedBy, path));
    }
    return isThere;
  }

  private void table(JsonNode resource) throws IOException {
    String path = BundleArchive.DATA + resource.path("path").asString("");
    if (!isThere(path, PACKAGE) || !whole.containsKey(path)) {
      return;
    }
    String header =
        resource
            .path("schema")
            .path("fields")
            .valueStream()
            .map(field -> field.path("name").asString(""))
            .collect(Collectors.joining(","));
    try (InputStream in = bundle.open(path)) {
      String start = new String(in.readNBytes(Limits.CSV_LINE_BYTES), StandardCharsets.UTF_8);
      if (!start.lines().findFirst().orElse("").equals(header)) {
        differences.add("%s: has not the columns that %s names".formatted(path, PACKAGE));
      }
    }
  }
}
