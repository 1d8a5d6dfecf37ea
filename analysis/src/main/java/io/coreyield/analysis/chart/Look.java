package io.coreyield.analysis.chart;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a layer looks, the same in every chart. Colours are from the palette of Okabe and Ito (2008),
 * which colour-blind readers can tell apart, one of them darkened, and greys.
 *
 * @param cssClass its class on the page
 * @param hex its colour on white: {@code #0072B2}
 * @param shape of its points
 */
public record Look(String cssClass, String hex, Shape shape) {

  /** The run that others are compared with. */
  public static final Look BASELINE_RUN = new Look("reference", "#222222", Shape.SQUARE);

  /** Other runs. */
  public static final Look OTHER_RUN = new Look("other", "#0072B2", Shape.CIRCLE);

  static final Look IDLE = new Look("t-idle", "#BFBFBF", Shape.SQUARE);
  static final Look FAILED = new Look("t-failed", "#404040", Shape.SQUARE);
  static final Look IDEAL = new Look("ideal", "#8C8C8C", Shape.CIRCLE);
  static final Look SPAN = new Look("span", "#B0B0B0", Shape.CIRCLE);
  static final Look FLOOR = new Look("control", "#666666", Shape.OPENING);
  static final Look CEILING = new Look("control", "#666666", Shape.CLOSING);
  static final Look WORK = new Look("work", "#0072B2", Shape.SQUARE);
  static final Look DISPATCH = new Look("dispatch", "#E69F00", Shape.SQUARE);
  static final Look WAITING = new Look("waits", "#A6A6A6", Shape.SQUARE);
  static final Look STEAL = new Look("steal", "#D55E00", Shape.SQUARE);
  static final Look REAL = new Look("real", "#333333", Shape.SQUARE);
  static final Look USER = new Look("user", "#0072B2", Shape.SQUARE);
  static final Look SYSTEM = new Look("sys", "#935778", Shape.SQUARE);

  /** Of a concurrency model. */
  public static Look of(ConcurrencyModel model) {
    String css = "m-" + model.id();
    return switch (model) {
      case PLATFORM -> new Look(css, "#0072B2", Shape.CIRCLE);
      case VIRTUAL -> new Look(css, "#56B4E9", Shape.SQUARE);
      case FORK_JOIN -> new Look(css, "#009E73", Shape.TRIANGLE_UP);
      case PROCESS -> new Look(css, "#CC79A7", Shape.DIAMOND);
      case GLOBAL_LOCK -> new Look(css, "#D55E00", Shape.TRIANGLE_DOWN);
    };
  }

  /** All whose colour the page's style sheet needs. */
  public static List<Look> all() {
    return Stream.concat(
            Arrays.stream(ConcurrencyModel.values()).map(Look::of),
            Stream.of(BASELINE_RUN, OTHER_RUN, WORK, DISPATCH, WAITING, STEAL, REAL, USER, SYSTEM))
        .toList();
  }
}
