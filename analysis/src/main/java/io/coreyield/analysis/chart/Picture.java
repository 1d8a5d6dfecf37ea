package io.coreyield.analysis.chart;

import java.util.List;

/**
 * A drawing of boxes and lines of text, as every back end draws it. Lengths are in pixels, y
 * downwards.
 *
 * @param name of its files, without an ending
 * @param description the text alternative
 * @param items in the order in which they are drawn
 */
public record Picture(
    String name, int widthPx, int heightPx, String description, List<Item> items) {

  /** A colour by its meaning, on white. */
  public enum Tone {
    PAPER("#FFFFFF"),
    INK("#222222"),
    SOFT("#5A5A5A"),
    /** Of one worker. */
    FIRST("#0072B2"),
    /** Of the second worker. */
    SECOND("#E69F00"),
    /** Of what the second worker takes away. */
    LOST("#B3261E"),
    /** The same two where there is no answer. */
    PALE_FIRST("#9A9A9A"),
    PALE_SECOND("#CFCFCF"),
    EMPTY("#F2F2F2");

    private final String hex;

    Tone(String hex) {
      this.hex = hex;
    }

    public String hex() {
      return hex;
    }
  }

  /** Something drawn. */
  public sealed interface Item {}

  /** A filled rectangle. */
  public record Box(double x, double y, double width, double height, Tone tone) implements Item {}

  /** The edge of a rectangle. */
  public record Edge(double x, double y, double width, double height, Tone tone) implements Item {}

  /**
   * A line of text.
   *
   * @param x its start, or where it is {@code atEnd} its end
   * @param y its base line
   */
  public record Line(
      String text, double x, double y, double sizePx, boolean bold, boolean atEnd, Tone tone)
      implements Item {

    /** One that begins at a place. */
    public static Line at(double x, double y, double sizePx, Tone tone, String text) {
      return new Line(text, x, y, sizePx, false, false, tone);
    }

    /** The same in bold. */
    public Line inBold() {
      return new Line(text, x, y, sizePx, true, atEnd, tone);
    }
  }

  /** How many characters of a size fit a width, whatever the font. */
  static int characters(double widthPx, double sizePx) {
    return Math.max(4, (int) (widthPx / (0.57 * sizePx)));
  }
}
