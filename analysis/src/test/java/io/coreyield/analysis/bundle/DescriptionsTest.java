package io.coreyield.analysis.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.coreyield.analysis.model.trial.DisturbedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.RecordedRuns;
import io.coreyield.analysis.recording.file.BundleArchive;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What describes a bundle's files follows the specifications that it names. */
class DescriptionsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path directory;

  static Stream<Run> runs() {
    return Stream.of(BundledRuns.named(), DisturbedRuns.run(0.5), BundledRuns.captured());
  }

  private Map<String, byte[]> bundled(Run run) throws IOException {
    Path zip = directory.resolve("run.zip");
    Bundle.write(RecordedRuns.write(run, directory.resolve("run")), zip, false);
    return BundleTest.entries(zip);
  }

  private static String text(Map<String, byte[]> entries, String name) {
    return new String(Objects.requireNonNull(entries.get(name), name), StandardCharsets.UTF_8);
  }

  /** By the JSON schema that Frictionless publishes, and by the files themselves. */
  @ParameterizedTest
  @MethodSource("runs")
  void dataPackage(Run run) throws IOException {
    Map<String, byte[]> entries = bundled(run);
    String descriptor = text(entries, "data/datapackage.json");
    try (InputStream schema =
        Objects.requireNonNull(
            DescriptionsTest.class.getResourceAsStream("tabular-data-package.json"))) {
      assertThat(
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                  .getSchema(schema)
                  .validate(descriptor, InputFormat.JSON))
          .isEmpty();
    }
    Set<String> described = new HashSet<>();
    for (JsonNode resource : JSON.readTree(descriptor).path("resources")) {
      String path = "data/" + resource.path("path").asString();
      described.add(path);
      rows(resource, text(entries, path));
    }
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            entries.keySet().stream().filter(name -> name.endsWith(".csv")).toList());
  }

  private static void rows(JsonNode resource, String csv) throws IOException {
    List<CSVRecord> rows;
    try (var parser = CSVFormat.RFC4180.parse(new StringReader(csv))) {
      rows = parser.getRecords();
    }
    List<JsonNode> fields = resource.path("schema").path("fields").valueStream().toList();
    assertThat(rows.getFirst().toList())
        .isEqualTo(fields.stream().map(field -> field.path("name").asString()).toList());
    for (CSVRecord row : rows.subList(1, rows.size())) {
      for (int i = 0; i < fields.size(); i++) {
        String cell = row.get(i);
        String type = fields.get(i).path("type").asString();
        if (type.equals("integer")) {
          assertThat(cell).matches("-?\\d+");
        } else if (type.equals("number") && !cell.isEmpty()) {
          assertThat(Double.parseDouble(cell)).isFinite();
        }
      }
    }
  }

  /** The MUSTs of RO-Crate 1.2 on the descriptor, the root and its data entities. */
  @ParameterizedTest
  @MethodSource("runs")
  void roCrate(Run run) throws IOException {
    Map<String, byte[]> entries = bundled(run);
    JsonNode crate = JSON.readTree(text(entries, "data/ro-crate-metadata.json"));
    assertThat(crate.path("@context").asString())
        .isEqualTo("https://w3id.org/ro/crate/1.2/context");
    Map<String, JsonNode> byId = new HashMap<>();
    for (JsonNode entity : crate.path("@graph")) {
      assertThat(entity.path("@id").isString() && entity.path("@type").isString()).isTrue();
      assertThat(byId.put(entity.path("@id").asString(), entity)).as("an @id occurs once").isNull();
    }
    JsonNode descriptor = Objects.requireNonNull(byId.get("ro-crate-metadata.json"));
    assertThat(descriptor.path("@type").asString()).isEqualTo("CreativeWork");
    assertThat(descriptor.path("conformsTo").path("@id").asString())
        .isEqualTo("https://w3id.org/ro/crate/1.2");
    JsonNode root =
        Objects.requireNonNull(byId.get(descriptor.path("about").path("@id").asString()));
    assertThat(root.path("@type").asString()).isEqualTo("Dataset");
    assertThat(root.path("@id").asString()).isEqualTo("./");
    assertThat(root.path("name").asString()).isNotBlank();
    assertThat(root.path("description").asString()).isNotBlank();
    assertThat(LocalDate.parse(root.path("datePublished").asString())).isNotNull();
    JsonNode license =
        Objects.requireNonNull(byId.get(root.path("license").path("@id").asString()));
    assertThat(license.path("name").asString()).isNotBlank();
    assertThat(license.path("description").asString()).isNotBlank();
    Set<String> parts = new HashSet<>();
    for (JsonNode part : root.path("hasPart")) {
      String id = part.path("@id").asString();
      parts.add(BundleArchive.DATA + id);
      assertThat(URI.create(id).isAbsolute()).isFalse();
      assertThat(Objects.requireNonNull(byId.get(id)).path("@type").asString()).isEqualTo("File");
    }
    assertThat(parts)
        .containsExactlyInAnyOrderElementsOf(
            entries.keySet().stream()
                .filter(name -> name.startsWith("data/"))
                .filter(name -> !name.equals("data/ro-crate-metadata.json"))
                .toList());
    assertReferencesHold(crate.path("@graph"), byId.keySet());
  }

  private static void assertReferencesHold(JsonNode node, Set<String> ids) {
    if (node.isObject() && node.size() == 1 && node.has("@id")) {
      String id = node.path("@id").asString();
      assertThat(ids.contains(id) || id.startsWith("https://")).as(id).isTrue();
    }
    node.valueStream().forEach(child -> assertReferencesHold(child, ids));
  }
}
