package io.coreyield.analysis.report.json;

import io.coreyield.analysis.stats.Estimate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
