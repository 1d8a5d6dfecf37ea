package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.recording.JsonFault;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** The file of a simulated machine: {@code docs/SIMULATION.md} has its fields. */
public final class MachineFile {

  /** The name and version of the format. */
  public static final String SCHEMA = "coreyield/machine/2";

  private static final String REMEDY = "correct it by docs/SIMULATION.md";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
          // A misspelt name would otherwise become a silent default.
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private MachineFile() {}

  /**
   * Reads the file.
   *
   * @throws RecordingException if it is missing, not JSON, of another schema, or describes no
   *     machine that can be
   */
  public static SimulatedMachine read(Path file) throws RecordingException {
    String text = text(file);
    try {
      requireSchema(MAPPER.readTree(text), file);
      requireKnownNames(text, file);
      return MachineFields.read(MAPPER, text).machine();
    } catch (UnrecognizedPropertyException e) {
      throw refused(file, e, unknown(e));
    } catch (JacksonException e) {
      throw refused(file, e, JsonFault.of(e));
    } catch (IllegalArgumentException e) {
      throw new RecordingException(file, "%s; %s".formatted(e.getMessage(), REMEDY));
    }
  }

  /**
   * Reads one of the machines that the jar holds: those of {@code docs/machines}.
   *
   * @param name without its ending: {@code 4c8t-quiet}
   * @throws IllegalArgumentException if there is none of that name
   */
  public static SimulatedMachine ofJar(String name) {
    try (InputStream in = MachineFile.class.getResourceAsStream("/machines/" + name + ".json")) {
      if (in == null) {
        throw new IllegalArgumentException("the jar holds no machine '%s'".formatted(name));
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return MachineFields.read(MAPPER, text).machine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RecordingException refused(Path file, JacksonException e, String what) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    return new RecordingException(file, Math.max(0, line), "%s; %s".formatted(what, REMEDY));
  }

  /** Sections ignore fields that they do not have, so unknown names are refused here. */
  private static void requireKnownNames(String text, Path file) throws RecordingException {
    SortedSet<String> known = MachineFields.names();
    try (JsonParser parser = MAPPER.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        if (!known.contains(parser.currentName())) {
          throw new RecordingException(
              file,
              parser.currentTokenLocation().getLineNr(),
              "%s; %s".formatted(unknown(parser.currentName(), known), REMEDY));
        }
        parser.nextToken();
        parser.skipChildren();
      }
    }
  }

  private static String unknown(UnrecognizedPropertyException e) {
    Collection<Object> known = e.getKnownPropertyIds();
    return unknown(e.getPropertyName(), known == null ? List.of() : known);
  }

  private static String unknown(String name, Collection<?> known) {
    return "'%s' is no field here: known are %s"
        .formatted(
            name, known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")));
  }

  private static void requireSchema(JsonNode tree, Path file) throws RecordingException {
    String schema = tree.path("schema").asString("");
    if (!schema.equals(SCHEMA)) {
      throw new RecordingException(
          file,
          "%s, and this version reads '%s'; %s"
              .formatted(
                  schema.isEmpty() ? "names no schema" : "schema is '%s'".formatted(schema),
                  SCHEMA,
                  REMEDY));
    }
  }

  private static String text(Path file) throws RecordingException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException _) {
      throw new RecordingException(
          file, "is missing: give --simulate the file of a machine, as in docs/machines");
    } catch (CharacterCodingException _) {
      throw new RecordingException(file, "is not UTF-8 text; " + REMEDY);
    } catch (IOException e) {
      throw new RecordingException(
          file, "cannot be read (%s): give --simulate a file".formatted(e.getMessage()));
    }
  }
}
