package io.coreyield.analysis.chart.svg;

import io.coreyield.analysis.chart.Shape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes SVG with real text. Text and attribute values are escaped, whatever they hold. */
public final class Svg {

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  /** A length or coordinate, to a tenth of a pixel. */
  public static String number(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
  }

  /** A share of the width, so that the drawing widens without its text growing. */
  public static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.3f%%", 100 * fraction);
  }

  /** The path of a shape around (x, y). */
  public static String path(Shape shape, double x, double y) {
    if (shape == Shape.CIRCLE) {
      String radius = number(Shape.RADIUS);
      String arc = "a%s %s 0 1 0 ".formatted(radius, radius);
      String across = number(2 * Shape.RADIUS);
      return "M%s %s%s%s 0%s-%s 0z"
          .formatted(number(x - Shape.RADIUS), number(y), arc, across, arc, across);
    }
    String path =
        IntStream.range(0, shape.corners().size() / 2)
            .mapToObj(i ->
                number(x + shape.corners().get(2 * i))
                    + " "
                    + number(y + shape.corners().get(2 * i + 1)))
            .collect(Collectors.joining("L", "M", ""));
    return shape.isOpen() ? path : path + "z";
  }

  /** Opens an element; its attributes follow, then its content. */
  public Svg open(String element) {
    endTag();
    out.append('<').append(element);
    open.push(element);
    inTag = true;
    return this;
  }

  /** An attribute of the element just opened. */
  public Svg attr(String name, String value) {
    if (!inTag) {
      throw new IllegalStateException("attribute " + name + " after the element's content");
    }
    out.append(' ').append(name).append("=\"");
    out.append(escaped(value)).append('"');
    return this;
  }

  /** An attribute that is a length or coordinate. */
  public Svg attr(String name, double value) {
    return attr(name, number(value));
  }

  /** Text inside the element just opened. */
  public Svg text(String content) {
    endTag();
    out.append(escaped(content));
    return this;
  }

  /** Closes the innermost element. */
  public Svg close() {
    String element = open.pop();
    if (inTag) {
      out.append("/>");
      inTag = false;
    } else {
      out.append("</").append(element).append('>');
    }
    return this;
  }

  /** The words that appear when one points at the element just opened. */
  public Svg title(String words) {
    return open("title").text(words).close();
  }

  /** A straight line; coordinates are numbers or shares with their sign. */
  public Svg line(String cssClass, String x1, double y1, String x2, double y2) {
    open("line").attr("class", cssClass);
    return attr("x1", x1).attr("y1", y1).attr("x2", x2).attr("y2", y2).close();
  }

  /** A straight line. */
  public Svg line(String cssClass, double x1, double y1, double x2, double y2) {
    return line(cssClass, number(x1), y1, number(x2), y2);
  }

  /** A small text, {@code anchor} being {@code start}, {@code middle} or {@code end}. */
  public Svg label(String content, String cssClass, String x, double y, String anchor) {
    open("text").attr("class", cssClass).attr("x", x).attr("y", y);
    return attr("text-anchor", anchor).text(content).close();
  }

  /** A small text at a number. */
  public Svg label(String content, String cssClass, double x, double y, String anchor) {
    return label(content, cssClass, number(x), y, anchor);
  }

  /** The drawing. All elements must be closed. */
  public String finish() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out.toString();
  }

  private void endTag() {
    if (inTag) {
      out.append('>');
      inTag = false;
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
