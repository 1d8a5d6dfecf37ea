package io.coreyield.analysis.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Walks through JSON and holds no more of it than one small object. */
final class JsonStream {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(1 << 16)
                  .maxNameLength(1 << 10)
                  .maxNumberLength(100)
                  .maxNestingDepth(50)
                  .maxDocumentLength(CaptureLimits.MAX_FILE_BYTES)
                  .build())
          .build();

  private static final int MAX_FIELDS = 200;

  private JsonStream() {}

  @FunctionalInterface
  interface FieldReader {
    void field(String name, JsonToken value) throws IOException;
  }

  @FunctionalInterface
  interface ObjectReader {
    void object() throws IOException;
  }

  /** Opens a text; names, texts, numbers and nesting beyond those of any tool are refused. */
  static JsonParser open(InputStream in) {
    return FACTORY.createParser(ObjectReadContext.empty(), in);
  }

  static void eachField(JsonParser in, FieldReader reader) throws IOException {
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      reader.field(name, in.nextToken());
    }
  }

  static void eachObject(JsonParser in, ObjectReader reader) throws IOException {
    for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
      requireObject(token);
      reader.object();
    }
  }

  static void requireObject(@Nullable JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("there is no JSON object where one must be");
    }
  }

  /** The plain values of an object. */
  static Map<String, String> scalars(JsonParser in) throws IOException {
    Map<String, String> values = new HashMap<>();
    eachField(
        in,
        (name, value) -> {
          if (!value.isScalarValue()) {
            in.skipChildren();
          } else if (values.size() < MAX_FIELDS) {
            values.put(name, in.getString());
          }
        });
    return values;
  }
}
