package io.coreyield.analysis.chart.xchart;

import java.awt.Font;
import java.util.Locale;

/**
 * Where a figure is shown, and so how wide it is and how large its text. Figures are laid out in
 * pixels of their own; in print, as many of them as make all text {@value #PRINT_TEXT_POINTS} pt
 * high.
 */
public enum FigureSize {
  /** On a screen, with a title. */
  SCREEN(ChartStyle.WIDTH_PX, 72.0 / 96),
  /** In one column of a paper, 88 mm, without a title: papers have captions. */
  ONE_COLUMN(392, FigureSize.PRINT_SCALE),
  /** Across both columns, 181 mm, without a title. */
  TWO_COLUMNS(806, FigureSize.PRINT_SCALE);

  /** Height of all text of a printed figure, points. */
  public static final int PRINT_TEXT_POINTS = 7;

  private static final double PRINT_SCALE = PRINT_TEXT_POINTS / 11.0;
  private static final double SCREEN_PNG_SCALE = 2;
  private static final double PRINT_PNG_DPI = 300;

  private final int widthPx;
  private final double pointsPerPx;

  FigureSize(int widthPx, double pointsPerPx) {
    this.widthPx = widthPx;
    this.pointsPerPx = pointsPerPx;
  }

  /** Width as it is laid out. */
  int widthPx() {
    return widthPx;
  }

  /** Points of paper, of which 72 make an inch, for each pixel of the layout. */
  double pointsPerPx() {
    return pointsPerPx;
  }

  /** Pixels of a PNG for each pixel of the layout. */
  double pngScale() {
    return isPrint() ? pointsPerPx / 72 * PRINT_PNG_DPI : SCREEN_PNG_SCALE;
  }

  /** Whether it is for paper. */
  boolean isPrint() {
    return this != SCREEN;
  }

  /** Of what would be smaller on a screen. */
  Font small() {
    return isPrint() ? ChartStyle.LABEL : ChartStyle.SMALL;
  }

  /** Its name in directories: {@code one-column}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
