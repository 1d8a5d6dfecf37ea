package io.coreyield.analysis.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The fixed parts of a bundle's JSON files: resources of this package. */
final class JsonResource {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonResource() {}

  static ObjectNode read(String name) {
    try (InputStream in =
        Objects.requireNonNull(JsonResource.class.getResourceAsStream(name), name)) {
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(ObjectNode root) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }
}
