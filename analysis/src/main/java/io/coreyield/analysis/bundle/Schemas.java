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

/** Whether what describes the files of a bundle describes those that are there. */
final class Schemas {

  static final JsonMapper JSON = JsonMapper.builder(Limits.json()).build();

  private static final String CRATE = BundleArchive.DATA + RoCrate.FILE;
  private static final String PACKAGE = BundleArchive.DATA + "datapackage.json";

  private final BundleArchive bundle;
  private final NavigableMap<String, Digest> whole;
  private final List<String> differences = new ArrayList<>();

  /** For a bundle and those of its files whose content is whole. */
  Schemas(BundleArchive bundle, NavigableMap<String, Digest> whole) {
    this.bundle = bundle;
    this.whole = whole;
  }

  List<String> differences() throws IOException {
    Optional<JsonNode> crate = json(CRATE);
    if (crate.isPresent()) {
      crate(crate.get());
    }
    Optional<JsonNode> tables = json(PACKAGE);
    if (tables.isPresent()) {
      for (JsonNode resource : tables.get().path("resources")) {
        table(resource);
      }
    }
    return List.copyOf(differences);
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

  /** A JSON file of a bundle; empty where it is none. */
  static Optional<JsonNode> tree(BundleArchive bundle, String path) throws IOException {
    try (InputStream in = bundle.open(path)) {
      byte[] text = in.readNBytes(Limits.JSON_BYTES + 1);
      return text.length > Limits.JSON_BYTES ? Optional.empty() : Optional.of(JSON.readTree(text));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private void crate(JsonNode crate) {
    JsonNode descriptor = entity(crate, RoCrate.FILE);
    JsonNode root = entity(crate, descriptor.path("about").path("@id").asString(""));
    if (!RoCrate.CONTEXT.equals(crate.path("@context").asString(""))
        || !RoCrate.PROFILE.equals(descriptor.path("conformsTo").path("@id").asString(""))) {
      differences.add(CRATE + ": is not of RO-Crate 1.2");
    }
    for (String needed : List.of("name", "description", "datePublished", "license", "hasPart")) {
      if (!root.has(needed)) {
        differences.add("%s: the crate has no %s".formatted(CRATE, needed));
      }
    }
    for (JsonNode part : root.path("hasPart")) {
      String path = BundleArchive.DATA + part.path("@id").asString("");
      if (!bundle.names().contains(path)) {
        differences.add("%s: names %s, which is missing".formatted(CRATE, path));
      }
    }
    Set<String> described = new HashSet<>(List.of(CRATE));
    root.path("hasPart")
        .forEach(part -> described.add(BundleArchive.DATA + part.path("@id").asString("")));
    bundle.names().stream()
        .filter(name -> name.startsWith(BundleArchive.DATA) && !described.contains(name))
        .forEach(name -> differences.add("%s: does not describe %s".formatted(CRATE, name)));
  }

  private static JsonNode entity(JsonNode crate, String id) {
    for (JsonNode entity : crate.path("@graph")) {
      if (id.equals(entity.path("@id").asString(""))) {
        return entity;
      }
    }
    return JSON.createObjectNode();
  }

  private void table(JsonNode resource) throws IOException {
    String path = BundleArchive.DATA + resource.path("path").asString("");
    if (!bundle.names().contains(path)) {
      differences.add("%s: names %s, which is missing".formatted(PACKAGE, path));
      return;
    }
    if (!whole.containsKey(path)) {
      return;
    }
    String header =
        resource
            .path("schema")
            .path("fields")
            .valueStream()
            .map(field -> field.path("name").asString(""))
            .collect(Collectors.joining(","));
    if (!firstLine(path).equals(header)) {
      differences.add("%s: has not the columns that %s names".formatted(path, PACKAGE));
    }
  }

  private String firstLine(String path) throws IOException {
    try (InputStream in = bundle.open(path)) {
      String start = new String(in.readNBytes(Limits.CSV_LINE_BYTES), StandardCharsets.UTF_8);
      return start.lines().findFirst().orElse("");
    }
  }
}
