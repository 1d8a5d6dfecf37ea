package io.coreyield.analysis.recording;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.coreyield.analysis.model.plan.Workload;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** How the model's records stand in JSON: fields in the order of their components, all of them. */
final class Json {

  /** The kind of a {@link Workload.Summation}. */
  static final String SUMMATION = "summation";

  /** The kind of a {@link Workload.Again}. */
  static final String AGAIN = "again";

  /** The kind of a {@link Workload.Pair}. */
  static final String PAIR = "pair";

  static final JsonMapper MAPPER =
      JsonMapper.builder(Limits.json())
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          // Records answer questions about themselves (isMeasurement); files hold components only.
          .changeDefaultVisibility(checker ->
              checker.withVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE))
          .enable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // "4" is not 4, and 4.5 is not 4: such a file was not written by us.
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .addMixIn(Workload.class, WorkloadByKind.class)
          .build();

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Workload.Idle.class, name = "idle"),
    @JsonSubTypes.Type(value = Workload.Summation.class, name = SUMMATION),
    @JsonSubTypes.Type(value = Workload.Again.class, name = AGAIN),
    @JsonSubTypes.Type(value = Workload.Pair.class, name = PAIR)
  })
  private interface WorkloadByKind {}

  private Json() {}

  /**
   * Reads one value.
   *
   * @param file named in errors
   * @param line where the text stands in the file, named in errors; 0 if it is the whole file
   * @param remedy what to do when the text cannot be read
   */
  static <T extends Record> T read(
      String text, Class<T> type, RunFile file, long line, String remedy)
      throws RecordingException {
    JsonNode tree = tree(text, file, line, remedy);
    String fault = JsonFields.firstFault(tree, type);
    if (fault != null) {
      throw new RecordingException(file.name(), line, "%s: %s".formatted(fault, remedy));
    }
    try {
      // Only the text of a whole file tells the line of a fault.
      return line == 0 ? MAPPER.readValue(text, type) : MAPPER.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw unreadable(e, file, line, remedy);
    }
  }

  /** Parses without binding; the parameters are those of {@link #read}. */
  static JsonNode tree(String text, RunFile file, long line, String remedy)
      throws RecordingException {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw unreadable(e, file, line, remedy);
    }
  }

  private static RecordingException unreadable(
      JacksonException e, RunFile file, long line, String remedy) {
    boolean isWholeFile = line == 0 && e.getLocation() != null;
    return new RecordingException(
        file.name(),
        isWholeFile ? e.getLocation().getLineNr() : line,
        "%s: %s".formatted(JsonFault.of(e), remedy));
  }
}
