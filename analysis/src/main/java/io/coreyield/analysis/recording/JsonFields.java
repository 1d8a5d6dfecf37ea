package io.coreyield.analysis.recording;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether a JSON tree has every field of a record: all components must be there, and only those
 * that are {@link Nullable} may be null. Values of another type are left to the binding where it
 * refuses them.
 */
final class JsonFields {

  /** A component of a record. */
  private record Field(String name, Type type, boolean isNullable) {

    private static List<Field> of(Class<?> type) {
      return Stream.of(type.getRecordComponents())
          .map(component ->
              new Field(
                  component.getName(),
                  component.getGenericType(),
                  component.getAnnotatedType().isAnnotationPresent(Nullable.class)))
          .toList();
    }
  }

  /** Looking at a class costs more than looking at what was read, and files have many records. */
  private static final ClassValue<List<Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
          return Field.of(type);
        }
      };

  /** What is wrong, and where below the place that was looked at; empty for that place itself. */
  private record Fault(String path, String what) {

    private static Fault here(String what) {
      return new Fault("", what);
    }

    private Fault within(String name) {
      String joint = path.isEmpty() || path.startsWith("[") ? "" : ".";
      return new Fault(name + joint + path, what);
    }
  }

  private JsonFields() {}

  /** What is missing: {@code 'plan.rounds' is missing}; null if nothing is. */
  static @Nullable String firstFault(JsonNode tree, Class<? extends Record> type) {
    if (!tree.isObject()) {
      return "there is no JSON object";
    }
    Fault fault = faultInRecord(tree, type);
    return fault == null ? null : "'%s' %s".formatted(fault.path, fault.what);
  }

  private static @Nullable Fault faultInRecord(JsonNode node, Class<?> type) {
    for (Field field : FIELDS.get(type)) {
      JsonNode part = node.get(field.name);
      if (part == null) {
        return Fault.here("is missing").within(field.name);
      }
      Fault fault = part.isNull() && field.isNullable ? null : faultIn(part, field.type);
      if (fault != null) {
        return fault.within(field.name);
      }
    }
    return null;
  }

  private static @Nullable Fault faultIn(JsonNode node, Type type) {
    if (node.isNull()) {
      return Fault.here("is null");
    }
    return switch (type) {
      case Class<?> c when isCoerced(node, c) -> Fault.here("is not " + JsonFault.expected(c));
      case Class<?> c when c.isRecord() && node.isObject() -> faultInRecord(node, c);
      case Class<?> c when c.isSealed() && node.isObject() -> faultInChoice(node, c);
      case ParameterizedType list
          when list.getRawType() instanceof Class<?> raw
              && Collection.class.isAssignableFrom(raw) ->
          faultInList(node, list.getActualTypeArguments()[0]);
      default -> null;
    };
  }

  /** Whether the binding would take a value of another type for one of this. */
  private static boolean isCoerced(JsonNode node, Class<?> type) {
    if (type == String.class || type == Instant.class) {
      return node.isNumber() || node.isBoolean();
    }
    return type == Double.class && node.isString();
  }

  private static @Nullable Fault faultInChoice(JsonNode node, Class<?> choices) {
    Class<?> kind = Json.KINDS.get(node.path("kind").asString(""));
    return kind != null && choices.isAssignableFrom(kind) ? faultInRecord(node, kind) : null;
  }

  private static @Nullable Fault faultInList(JsonNode list, Type elementType) {
    int index = 0;
    for (JsonNode element : list) {
      Fault fault = faultIn(element, elementType);
      if (fault != null) {
        return fault.within("[%d]".formatted(index));
      }
      index++;
    }
    return null;
  }
}
