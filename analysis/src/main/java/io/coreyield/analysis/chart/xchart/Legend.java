package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Layer;
import io.coreyield.analysis.chart.Layer.Style;
import io.coreyield.analysis.chart.xchart.Text.Anchor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.style.markers.Marker;

/**
 * What the colours mean, in rows above the plot: XChart's own legend is one row, however long.
 *
 * @param parts each begins a row
 */
record Legend(List<List<Entry>> parts) {

  private static final int ROW_PX = 16;
  private static final int KEY_PX = 24;
  private static final int KEY_GAP_PX = 6;
  private static final int ENTRY_GAP_PX = 14;
  private static final int SWATCH_PX = 10;

  /**
   * One entry.
   *
   * @param label what it means
   * @param color of the key
   * @param stroke of the key's line; null for none
   * @param marker on the key; null for none. Without line and marker the key is a filled square
   */
  record Entry(String label, Color color, @Nullable BasicStroke stroke, @Nullable Marker marker) {

    /** A layer as it is drawn. */
    static Entry of(Layer layer) {
      Color color = ChartStyle.color(layer.look());
      return switch (layer) {
        case Layer.Series series ->
            new Entry(
                layer.name(),
                color,
                series.style() == Style.LINE ? ChartStyle.LINE : null,
                new ShapeMarker(layer.look().shape(), false, false));
        case Layer.Line line ->
            new Entry(
                layer.name(), color, line.dashed() ? ChartStyle.DASHED : ChartStyle.THIN, null);
        case Layer.Bars _, Layer.Band _ -> swatch(layer.name(), color);
      };
    }

    /** A filled square. */
    static Entry swatch(String label, Color color) {
      return new Entry(label, color, null, null);
    }

    double keyPx() {
      return stroke == null ? SWATCH_PX : KEY_PX;
    }

    double widthPx() {
      return keyPx() + KEY_GAP_PX + Text.label(label).width() + ENTRY_GAP_PX;
    }
  }

  /** Height of all rows. */
  int heightPx(double widthPx) {
    return rows(widthPx).size() * ROW_PX;
  }

  /** Draws it with its upper left corner at a place. */
  void paint(Graphics2D g, double x, double y, double widthPx) {
    double middle = y + ROW_PX / 2.0;
    for (List<Entry> row : rows(widthPx)) {
      double left = x;
      for (Entry entry : row) {
        paint(g, entry, left, middle);
        left += entry.widthPx();
      }
      middle += ROW_PX;
    }
  }

  private List<List<Entry>> rows(double widthPx) {
    return parts.stream().flatMap(part -> wrapped(part, widthPx).stream()).toList();
  }

  private static List<List<Entry>> wrapped(List<Entry> entries, double widthPx) {
    List<List<Entry>> rows = new ArrayList<>();
    double left = widthPx;
    for (Entry entry : entries) {
      if (rows.isEmpty() || entry.widthPx() - ENTRY_GAP_PX > left) {
        rows.add(new ArrayList<>());
        left = widthPx;
      }
      rows.getLast().add(entry);
      left -= entry.widthPx();
    }
    return rows;
  }

  private static void paint(Graphics2D g, Entry entry, double left, double middle) {
    double key = entry.keyPx();
    g.setColor(entry.color());
    if (entry.stroke() != null) {
      g.setStroke(entry.stroke());
      g.draw(new Line2D.Double(left, middle, left + key, middle));
    }
    if (entry.marker() != null) {
      entry.marker().paint(g, left + key / 2, middle, 0);
    }
    if (entry.stroke() == null && entry.marker() == null) {
      g.fill(new Rectangle2D.Double(left, middle - key / 2, key, key));
    }
    Text.label(entry.label()).drawCentred(g, Anchor.START, left + key + KEY_GAP_PX, middle);
  }
}
