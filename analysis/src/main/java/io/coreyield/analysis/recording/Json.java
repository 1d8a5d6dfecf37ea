package io.coreyield.analysis.recording;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.coreyield.analysis.model.Workload;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** How the model's records stand in JSON: fields in the order of their components, all of them. */
final class Json {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          // Records answer questions about themselves (isMeasurement); files hold components only.
          .changeDefaultVisibility(checker ->
              checker.withVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE))
          .enable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .addMixIn(Workload.class, WorkloadByKind.class)
          .build();

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Workload.Idle.class, name = "idle"),
    @JsonSubTypes.Type(value = Workload.Summation.class, name = "summation")
  })
  private interface WorkloadByKind {}

  private Json() {}

  /**
   * Reads one value.
   *
   * @param path named in errors
   * @param line added to the line of an error in {@code text}; 0 for a whole file
   * @param remedy what to do when the text cannot be read
   */
  static <T extends Record> T read(String text, Class<T> type, Path path, long line, String remedy)
      throws RecordingException {
    try {
      T value = MAPPER.readValue(text, type);
      String missing = firstMissing(value, "");
      if (missing != null) {
        throw new RecordingException(
            path, Math.max(1, line), "'%s' is missing: %s".formatted(missing, remedy));
      }
      return value;
    } catch (JacksonException e) {
      throw new RecordingException(
          path, lineOf(e, line), "%s: %s".formatted(firstSentence(e), remedy));
    }
  }

  /** Parses without binding, to look at the schema first. */
  static JsonNode tree(String text, Path path, String remedy) throws RecordingException {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new RecordingException(
          path, lineOf(e, 0), "%s: %s".formatted(firstSentence(e), remedy));
    }
  }

  private static long lineOf(JacksonException e, long line) {
    int inText = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    return line > 0 ? line : Math.max(1, inText);
  }

  private static String firstSentence(JacksonException e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message =
        deepest instanceof JacksonException json
            ? json.getOriginalMessage()
            : String.valueOf(deepest.getMessage());
    String line =
        message
            .lines()
            .findFirst()
            .orElse("not readable")
            .replaceAll("\\(.*io\\.coreyield[^)]*\\)", "");
    return line.length() > 240 ? line.substring(0, 240) + "…" : line;
  }

  /** The path of the first component that is null although its type is not nullable; or null. */
  private static @Nullable String firstMissing(Object value, String at) {
    if (value instanceof Collection<?> collection) {
      int index = 0;
      for (Object element : collection) {
        String missing = firstMissing(element, "%s[%d]".formatted(at, index++));
        if (missing != null) {
          return missing;
        }
      }
    }
    if (!(value instanceof Record)) {
      return null;
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      String name = at.isEmpty() ? component.getName() : at + "." + component.getName();
      Object part = get(component, value);
      if (part == null) {
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          return name;
        }
      } else {
        String missing = firstMissing(part, name);
        if (missing != null) {
          return missing;
        }
      }
    }
    return null;
  }

  private static @Nullable Object get(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a record hides its component " + component, e);
    }
  }
}
