package io.coreyield.analysis.chart;

import io.coreyield.analysis.chart.CorePicture.Kind;
import io.coreyield.analysis.chart.Picture.Item;
import io.coreyield.analysis.chart.Picture.Line;
import io.coreyield.analysis.chart.Picture.Tone;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.wording.PlainText;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays out the picture of the cores: kinds of code beside each other, each with its words below.
 */
final class CoreLayout {

  private static final double MIN_CELL_PX = 120;
  private static final double MAX_CELL_PX = 240;
  private static final double GAP_PX = 4;
  private static final double CELL_GAP_PX = 18;
  private static final double MAX_BOX_PX = 64;
  private static final double ROW_PX = 168;
  private static final double EDGE_PX = 10;
  private static final double LEGEND_PX = 26;

  private final CorePicture picture;
  private final double textPx;
  private final List<Item> items = new ArrayList<>();

  /**
   * Of one picture.
   *
   * @param textPx size of its words
   */
  CoreLayout(CorePicture picture, double textPx) {
    this.picture = picture;
    this.textPx = textPx;
  }

  /** A figure of a report, with its title unless it is for print. */
  static Picture figure(CorePicture picture, RunInfo info, int widthPx, boolean isPrint) {
    CoreLayout layout = new CoreLayout(picture, 11);
    double room = widthPx - 2 * EDGE_PX;
    double top =
        layout.heading(
            Heading.of("What a core does with one worker and with two", info), room, isPrint);
    layout.legend(EDGE_PX, top + 12);
    double height = layout.rows(room) * ROW_PX;
    layout.kinds(EDGE_PX, top + LEGEND_PX, room, height);
    return new Picture(
        "cores",
        widthPx,
        (int) Math.ceil(top + LEGEND_PX + height),
        picture.description(),
        layout.items);
  }

  /** Gives the top of what is below. */
  private double heading(Heading heading, double room, boolean isPrint) {
    String title = isPrint ? heading.origin() : heading.line();
    String subtitle = isPrint ? "" : heading.subtitle();
    line(PlainText.cut(title, Picture.characters(room, 13)), EDGE_PX, 17, 13, Tone.INK);
    line(PlainText.cut(subtitle, Picture.characters(room, 10)), EDGE_PX, 32, 10, Tone.SOFT);
    return title.isEmpty() ? 4 : subtitle.isEmpty() ? 22 : 40;
  }

  List<Item> items() {
    return items;
  }

  private int rows(double width) {
    int most = Math.max(1, (int) (width / MIN_CELL_PX));
    return (picture.kinds().size() + most - 1) / most;
  }

  /** Rows are as long as each other, as far as that is possible. */
  private int columns(double width) {
    int rows = rows(width);
    return (picture.kinds().size() + rows - 1) / rows;
  }

  /** All kinds of code in a rectangle. */
  void kinds(double x, double y, double width, double height) {
    int columns = columns(width);
    double cell = Math.min(MAX_CELL_PX, width / columns);
    double row = height / rows(width);
    for (int i = 0; i < picture.kinds().size(); i++) {
      int above = i / columns;
      kind(
          picture.kinds().get(i),
          x + cell * (i % columns),
          y + row * above,
          cell - CELL_GAP_PX,
          row - GAP_PX);
    }
  }

  private void kind(Kind kind, double x, double y, double width, double height) {
    double words = textPx * 1.6 + 2 * textPx * 1.25 + 8;
    boxes(kind, x, y, width, height - words);
    double base = y + height - words + textPx * 1.6 + 2;
    Tone tone = kind.isAnswer() ? Tone.INK : Tone.SOFT;
    items.add(Line.at(x, base, textPx * 1.5, tone, kind.worth()).inBold());
    List<String> code = PlainText.wrap(kind.code(), Picture.characters(width, textPx), 2);
    for (int i = 0; i < code.size(); i++) {
      line(code.get(i), x, base + textPx * 1.3 * (i + 1), textPx, Tone.SOFT);
    }
  }

  private void boxes(Kind kind, double x, double y, double width, double height) {
    int inARow = kind.inARow();
    int rows = (kind.boxes().size() + inARow - 1) / inARow;
    double side = Math.min(MAX_BOX_PX, (width + GAP_PX) / inARow - GAP_PX);
    double high = (height + GAP_PX) / rows - GAP_PX;
    for (int i = 0; i < kind.boxes().size(); i++) {
      int above = i / inARow;
      double left = x + (side + GAP_PX) * (i % inARow);
      double top = y + (high + GAP_PX) * above;
      box(kind.boxes().get(i), kind.isAnswer(), left, top, side, high);
    }
  }

  private void box(
      CorePicture.Box box, boolean isAnswer, double x, double y, double width, double height) {
    items.add(new Picture.Box(x, y, width, height, Tone.EMPTY));
    if (box.isKnown()) {
      double first = height * box.first();
      double second = height * box.second();
      items.add(
          new Picture.Box(
              x, y + height - first, width, first, isAnswer ? Tone.FIRST : Tone.PALE_FIRST));
      if (second > 0) {
        items.add(
            new Picture.Box(
                x,
                y + height - first - second,
                width,
                second,
                isAnswer ? Tone.SECOND : Tone.PALE_SECOND));
      }
      if (box.lost() > 0) {
        items.add(
            new Picture.Box(
                x, y, width, height * box.lost(), isAnswer ? Tone.LOST : Tone.PALE_SECOND));
      }
    }
    items.add(new Picture.Edge(x, y, width, height, Tone.INK));
  }

  /** What the colours mean, in a line. */
  void legend(double x, double base) {
    double at = x;
    for (CorePicture.Key key : picture.keys()) {
      items.add(new Picture.Box(at, base - textPx * 0.85, textPx, textPx, key.tone()));
      line(key.words(), at + textPx * 1.5, base, textPx, Tone.SOFT);
      at += textPx * (3 + 0.6 * key.words().length());
    }
  }

  private void line(String text, double x, double y, double size, Tone tone) {
    if (!text.isEmpty()) {
      items.add(Line.at(x, y, size, tone, text));
    }
  }
}
