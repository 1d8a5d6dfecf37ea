package io.coreyield.analysis.chart.xchart;

/** Drawing without a display. */
final class Headless {

  private Headless() {}

  /** Tells AWT that there is no display; without effect once AWT is loaded. */
  static void set() {
    System.setProperty("java.awt.headless", "true");
  }
}
