package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.Workload;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether a JSON tree has every field of a record: all components must be there, and only those
 * that are {@link Nullable} may be null. Values of another type are left to the binding where it
 * refuses them.
 */
final class JsonFields {

  private JsonFields() {}

  /** What is missing: {@code 'plan.rounds' is missing}; null if nothing is. */
  static @Nullable String firstFault(JsonNode tree, Class<? extends Record> type) {
    return tree.isObject() ? faultInRecord(tree, type, "") : "there is no JSON object";
  }

  private static @Nullable String faultInRecord(JsonNode node, Class<?> type, String at) {
    for (RecordComponent component : type.getRecordComponents()) {
      String path = at.isEmpty() ? component.getName() : at + "." + component.getName();
      JsonNode part = node.get(component.getName());
      if (part == null) {
        return "'%s' is missing".formatted(path);
      }
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      String fault =
          part.isNull() && nullable ? null : faultIn(part, component.getGenericType(), path);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private static @Nullable String faultIn(JsonNode node, Type type, String at) {
    if (node.isNull()) {
      return "'%s' is null".formatted(at);
    }
    return switch (type) {
      case Class<?> c when isCoerced(node, c) ->
          "'%s' is not %s".formatted(at, JsonFault.expected(c));
      case Class<?> c when c.isRecord() && node.isObject() -> faultInRecord(node, c, at);
      case Class<?> c when c == Workload.class && isKind(Json.SUMMATION, node) ->
          faultInRecord(node, Workload.Summation.class, at);
      case Class<?> c when c == Workload.class && isKind(Json.AGAIN, node) ->
          faultInRecord(node, Workload.Again.class, at);
      case Class<?> c when c == Workload.class && isKind(Json.PAIR, node) ->
          faultInRecord(node, Workload.Pair.class, at);
      case ParameterizedType list
          when list.getRawType() instanceof Class<?> raw
              && Collection.class.isAssignableFrom(raw) ->
          faultInList(node, list.getActualTypeArguments()[0], at);
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

  private static boolean isKind(String kind, JsonNode workload) {
    return workload.path("kind").asString("").equals(kind);
  }

  private static @Nullable String faultInList(JsonNode list, Type elementType, String at) {
    int index = 0;
    for (JsonNode element : list) {
      String fault = faultIn(element, elementType, "%s[%d]".formatted(at, index++));
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }
}
