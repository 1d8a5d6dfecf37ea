package io.coreyield.analysis.report.json;

import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Figures as JSON. Every key is there; a figure that there is none of is null. */
public final class JsonFigures {

  private JsonFigures() {}

  /** The figure under a name, and its interval as {@code low} and {@code high}. */
  public static void figure(ObjectNode node, String name, Estimate estimate) {
    number(node, name, estimate.value());
    number(node, "low", estimate.low());
    number(node, "high", estimate.high());
  }

  /** The same, and {@code reason}. */
  public static void figureWithReason(ObjectNode node, String name, Estimate estimate) {
    figure(node, name, estimate);
    node.put("reason", estimate.reason());
  }

  /** An object with the figure as {@code value}, its interval and {@code reason}. */
  public static void object(ObjectNode node, String name, Estimate estimate) {
    figureWithReason(node.putObject(name), "value", estimate);
  }

  /** An array with an object for each of these things. */
  public static <T> void list(
      ObjectNode node, String name, List<T> things, BiConsumer<ObjectNode, T> writer) {
    ArrayNode array = node.putArray(name);
    things.forEach(thing -> writer.accept(array.addObject(), thing));
  }

  /** The figure under a name, and its interval as an object. */
  static void figureAndInterval(ObjectNode node, String name, Estimate estimate) {
    number(node, name, estimate.value());
    ObjectNode interval = node.putObject(name + "Interval");
    number(interval, "low", estimate.low());
    number(interval, "high", estimate.high());
  }

  /** Why figures or their intervals are null, each reason once; null where all are there. */
  static @Nullable String reasons(Estimate... estimates) {
    String reasons =
        Stream.of(estimates)
            .map(Estimate::reason)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining("; "));
    return reasons.isEmpty() ? null : reasons;
  }

  /** JSON knows neither NaN nor infinity. */
  public static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
