package io.coreyield.analysis.chart.xchart;

import java.awt.Graphics2D;

/** What a file of figures holds. It can be drawn any number of times, with the same result. */
interface Drawing {

  /** The file's name without its ending. */
  String name();

  /** In pixels of its layout. */
  int widthPx();

  /** In pixels of its layout. */
  int heightPx();

  /** Points of paper, of which 72 make an inch, for each pixel of the layout. */
  double pointsPerPx();

  /** Pixels of a PNG for each pixel of the layout. */
  double pngScale();

  /** Draws it, background included, with its upper left corner at the origin. */
  void paint(Graphics2D g);
}
