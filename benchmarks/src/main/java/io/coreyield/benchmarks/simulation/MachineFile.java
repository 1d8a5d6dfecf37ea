package io.coreyield.benchmarks.simulation;

import com.fasterxml.jackson.annotation.Nulls;
import io.coreyield.analysis.recording.JsonFault;
import io.coreyield.analysis.recording.file.Limits;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** The file of a simulated machine: {@code docs/SIMULATION.md} has its fields. */
public final class MachineFile {

  /** The name and version of the format. */
  public static final String SCHEMA = "coreyield/machine/2";

  private static final String REMEDY = "correct it by docs/SIMULATION.md";

  private static final JsonMapper MAPPER =
      JsonMapper.builder(Limits.json())
          .enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
          // A misspelt name would otherwise become a silent default.
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(
              DeserializationFeature.ACCEPT_FLOAT_AS_INT,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
          .build();

  private MachineFile() {}

  /**
   * Reads the file.
   *
   * @throws RecordingException if it is missing, not JSON, of another schema, or describes no
   *     machine that can be
   */
  public static SimulatedMachine read(Path file) throws RecordingException {
    try {
      JsonNode tree = MAPPER.readTree(text(file));
      requireSchema(tree, file);
      return MAPPER.treeToValue(tree, MachineFields.class).machine();
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      throw new RecordingException(file.toString(), line, "%s; %s".formatted(fault(e), REMEDY));
    } catch (IllegalArgumentException e) {
      throw new RecordingException(file, "%s; %s".formatted(e.getMessage(), REMEDY));
    }
  }

  private static String fault(JacksonException e) {
    return switch (e) {
      case UnrecognizedPropertyException _ -> "%s is no field here".formatted(JsonFault.field(e));
      case MismatchedInputException _
          when e.getOriginalMessage().startsWith("Missing required creator property") ->
          "%s is missing".formatted(JsonFault.field(e));
      default -> JsonFault.of(e);
    };
  }

  /**
   * Reads one of the machines of {@code docs/machines} that the jar holds, as {@code 4c8t-quiet}.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static SimulatedMachine ofJar(String name) {
    try (InputStream in = MachineFile.class.getResourceAsStream("/machines/" + name + ".json")) {
      if (in == null) {
        throw new IllegalArgumentException("the jar holds no machine '%s'".formatted(name));
      }
      return MAPPER.readValue(in, MachineFields.class).machine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(Limits.JSON_BYTES + 1);
      if (bytes.length > Limits.JSON_BYTES) {
        throw new RecordingException(
            file, "has more than %d bytes; %s".formatted(Limits.JSON_BYTES, REMEDY));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (RecordingException e) {
      throw e;
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
