package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.plan.NamedChoice;
import io.coreyield.analysis.recording.file.Limits;
import java.time.Instant;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with a JSON text, in words that name its fields and none of our classes. */
public final class JsonFault {

  private static final int LONGEST_VALUE = 60;

  private JsonFault() {}

  /** One clause without its end: {@code 'plan.rounds' is not a whole number}. */
  public static String of(JacksonException e) {
    return switch (e) {
      case UnexpectedEndOfInputException _ -> "the JSON ends too early";
      case InputCoercionException range -> notA(range, range.getTargetType());
      case StreamConstraintsException _ ->
          "the JSON is beyond a limit (%d levels, %d values and signs, texts of %d, names of %d, numbers of %d characters)"
              .formatted(
                  Limits.JSON_DEPTH,
                  Limits.JSON_TOKENS,
                  Limits.JSON_TEXT_CHARS,
                  Limits.JSON_NAME_CHARS,
                  Limits.JSON_NUMBER_CHARS);
      case StreamReadException _ ->
          "the text is not JSON at column %s".formatted(e.getLocation().getColumnNr());
      case InvalidTypeIdException unknown when unknown.getTypeId() == null ->
          "%s has no kind".formatted(field(e));
      case InvalidTypeIdException unknown ->
          "%s has the unknown kind '%s'".formatted(field(e), shown(unknown.getTypeId()));
      case InvalidFormatException format ->
          "%s is '%s', not %s"
              .formatted(field(e), shown(format.getValue()), expected(format.getTargetType()));
      case ValueInstantiationException _
          when e.getCause() instanceof IllegalArgumentException why ->
          refused(e, String.valueOf(why.getMessage()));
      case MismatchedInputException _ when e.getPath().isEmpty() ->
          "there is text after the end of the JSON object";
      case MismatchedInputException mismatch -> notA(e, mismatch.getTargetType());
      default -> "%s cannot be read".formatted(field(e));
    };
  }

  /** The line of the fault, 1-based; 0 if it is unknown. */
  public static int line(JacksonException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
  }

  private static String notA(JacksonException e, Class<?> type) {
    return "%s is not %s".formatted(field(e), expected(type));
  }

  private static String refused(JacksonException e, String why) {
    return e.getPath().isEmpty() ? why : "%s is impossible (%s)".formatted(field(e), why);
  }

  /** The path of the field in quotes, {@code 'plan.configurations[0].kernel'}. */
  public static String field(JacksonException e) {
    String path =
        e.getPath().stream()
            .map(step ->
                step.getPropertyName() == null
                    ? "[%d]".formatted(step.getIndex())
                    : "." + step.getPropertyName())
            .collect(Collectors.joining());
    return path.isEmpty() ? "the JSON object" : "'%s'".formatted(path.replaceFirst("^\\.", ""));
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
  }

  /** What a value of that type looks like in JSON: {@code a whole number}. */
  static String expected(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return "a whole number of at most 32 bits";
    }
    if (type == long.class || type == Long.class) {
      return "a whole number of at most 64 bits";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "text";
    }
    if (type == Instant.class) {
      return "a time such as 2026-01-02T03:04:05Z";
    }
    if (type.isEnum() && NamedChoice.class.isAssignableFrom(type)) {
      return "one of " + NamedChoice.list((NamedChoice[]) type.getEnumConstants());
    }
    return Iterable.class.isAssignableFrom(type) ? "a list" : "an object";
  }
}
