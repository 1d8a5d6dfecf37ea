package io.coreyield.analysis.chart.svg;

import io.coreyield.analysis.chart.CorePicture;
import io.coreyield.analysis.chart.Picture;

/** Draws pictures of boxes and text, whole for files, and the boxes of one kind for the page. */
public final class PictureSvg {

  private static final String FONT =
      "system-ui,-apple-system,Segoe UI,Roboto,DejaVu Sans,sans-serif";

  private static final double BOX_WIDTH = 26;
  private static final double BOX_HEIGHT = 96;
  private static final double SMALL_HEIGHT = 46;
  private static final double GAP = 4;

  private PictureSvg() {}

  /** A document of its own, with its colours. */
  public static String draw(Picture picture) {
    Svg svg = new Svg().open("svg").attr("xmlns", "http://www.w3.org/2000/svg");
    svg.attr("width", picture.widthPx()).attr("height", picture.heightPx());
    svg.attr("viewBox", "0 0 %d %d".formatted(picture.widthPx(), picture.heightPx()));
    svg.attr("font-family", FONT).title(picture.description());
    box(svg, new Picture.Box(0, 0, picture.widthPx(), picture.heightPx(), Picture.Tone.PAPER));
    for (Picture.Item item : picture.items()) {
      switch (item) {
        case Picture.Box some -> box(svg, some);
        case Picture.Edge edge -> edge(svg, edge);
        case Picture.Line line -> line(svg, line);
      }
    }
    return svg.close().finish();
  }

  private static void box(Svg svg, Picture.Box box) {
    svg.open("rect").attr("x", box.x()).attr("y", box.y());
    svg.attr("width", box.width()).attr("height", box.height());
    svg.attr("fill", box.tone().hex()).close();
  }

  private static void edge(Svg svg, Picture.Edge edge) {
    svg.open("rect").attr("x", edge.x()).attr("y", edge.y());
    svg.attr("width", edge.width()).attr("height", edge.height());
    svg.attr("fill", "none").attr("stroke", edge.tone().hex()).close();
  }

  private static void line(Svg svg, Picture.Line line) {
    svg.open("text").attr("x", line.x()).attr("y", line.y()).attr("font-size", line.sizePx());
    svg.attr("font-weight", line.bold() ? "700" : "400");
    svg.attr("text-anchor", line.atEnd() ? "end" : "start");
    svg.attr("fill", line.tone().hex()).text(line.text()).close();
  }

  /** The boxes of one kind of code; the page has its words, and the colours. */
  public static String boxes(CorePicture.Kind kind) {
    int inARow = kind.inARow();
    int rows = (kind.boxes().size() + inARow - 1) / inARow;
    double high = rows == 1 ? BOX_HEIGHT : SMALL_HEIGHT;
    double width = inARow * (BOX_WIDTH + GAP) - GAP;
    double height = rows * (high + GAP) - GAP;
    Svg svg = new Svg().open("svg").attr("class", "cores" + (kind.isAnswer() ? "" : " pale"));
    svg.attr("viewBox", "-1 -1 %s %s".formatted(Svg.number(width + 2), Svg.number(height + 2)));
    svg.attr("width", width + 2).attr("height", height + 2).attr("aria-hidden", "true");
    for (int i = 0; i < kind.boxes().size(); i++) {
      int above = i / inARow;
      double x = (BOX_WIDTH + GAP) * (i % inARow);
      double y = (high + GAP) * above;
      core(svg, kind.boxes().get(i), x, y, high);
    }
    return svg.close().finish();
  }

  private static void core(Svg svg, CorePicture.Box box, double x, double y, double high) {
    svg.open("g").title(box.name());
    part(svg, "empty", x, y, high);
    if (box.isKnown()) {
      double first = high * box.first();
      double second = high * box.second();
      part(svg, "first", x, y + high - first, first);
      part(svg, "second", x, y + high - first - second, second);
      part(svg, "lost", x, y, high * box.lost());
    }
    part(svg, "core-box", x, y, high);
    svg.close();
  }

  private static void part(Svg svg, String cssClass, double x, double y, double height) {
    if (height > 0) {
      svg.open("rect").attr("class", cssClass).attr("x", x).attr("y", y);
      svg.attr("width", BOX_WIDTH).attr("height", height).close();
    }
  }
}
