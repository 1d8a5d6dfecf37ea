package io.coreyield.analysis.recording;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.RunOrigin;
import io.coreyield.analysis.recording.file.Limits;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFile;
import io.coreyield.analysis.recording.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.node.ObjectNode;

/** The model's records in JSON: fields in the order of their components, all of them. */
final class Json {

  /** The choices of the sealed interfaces by their field {@code kind}. */
  static final Map<String, Class<? extends Record>> KINDS =
      Map.of(
          "idle", Workload.Idle.class,
          "summation", Workload.Summation.class,
          "aa-repeat", Workload.AaRepeat.class,
          "pair", Workload.Pair.class,
          "mixed", Workload.Mixed.class,
          "measured", Measured.class,
          "captured", Captured.class);

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
          .addMixIn(Workload.class, ByKind.class)
          .addMixIn(RunOrigin.class, ByKind.class)
          .registerSubtypes(
              KINDS.entrySet().stream()
                  .map(kind -> new NamedType(kind.getValue(), kind.getKey()))
                  .toArray(NamedType[]::new))
          .build();

  static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

  /** A line for each field; {@code withArrayIndenter} adds one for each element of a list. */
  static final DefaultPrettyPrinter LINES = new DefaultPrettyPrinter().withObjectIndenter(INDENTER);

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  private interface ByKind {}

  private Json() {}

  /** Writes a file anew: the schema, then the components of the record. */
  static void write(Path file, String schema, Record value, PrettyPrinter printer)
      throws IOException {
    ObjectNode tree = MAPPER.createObjectNode().put("schema", schema);
    tree.setAll((ObjectNode) MAPPER.valueToTree(value));
    WholeFile.write(file, MAPPER.writer().with(printer).writeValueAsString(tree) + "\n");
  }

  /**
   * Reads one value.
   *
   * @param file named in errors
   * @param line the line of the text in the file, named in errors; 0 if it is the whole file
   * @param remedy what to do when the text cannot be read
   */
  static <T extends Record> T read(
      String text, Class<T> type, RunFile file, long line, String remedy)
      throws RecordingException {
    JsonNode tree = tree(text, file, line, remedy);
    String fault = JsonFields.firstFault(tree, type);
    if (fault != null) {
      throw file.refusal(line, "%s: %s".formatted(fault, remedy));
    }
    try {
      // Only the text of a whole file has the line of a fault.
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
    return file.refusal(
        line == 0 ? JsonFault.line(e) : line, "%s: %s".formatted(JsonFault.of(e), remedy));
  }
}
