package io.coreyield.analysis.chart.xchart;

import java.awt.Graphics2D;

/** Something that can be drawn, any number of times, with the same result. */
interface Figure {

  /** The file's name without its ending. */
  String name();

  /** Where it is shown, which says how large a pixel of its layout is. */
  FigureSize size();

  /** In pixels of its layout. */
  int widthPx();

  /** In pixels of its layout. */
  int heightPx();

  /** Draws it, background included, with its upper left corner at the origin. */
  void paint(Graphics2D g);
}
