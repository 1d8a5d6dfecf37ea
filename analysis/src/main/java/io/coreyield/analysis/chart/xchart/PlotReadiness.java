package io.coreyield.analysis.chart.xchart;

import java.util.Objects;
import java.util.Optional;

/**
 * Whether figures can be drawn here. A bare Debian lacks what Java draws text with, and fails only
 * when the first text is drawn: too late after three minutes of measuring.
 */
public final class PlotReadiness {

  private static final String REMEDY =
      "install a font and what finds it: apt-get install libfontconfig1 fonts-dejavu-core";

  private static final String MORE_FILES = "raise the limit of open files, as with ulimit -n 1024";

  /** Draws something small; fails as drawing would. */
  @FunctionalInterface
  interface Probe {
    void draw() throws Exception;
  }

  private PlotReadiness() {}

  /**
   * Draws a small figure in every format, in memory. Never throws. Also loads the classes that
   * drawing needs, so that the report of a run that is interrupted is soon written.
   *
   * @return what is missing and what to install, in one sentence; empty if figures can be drawn
   */
  public static Optional<String> problem() {
    return problem(Figures::drawSample);
  }

  static Optional<String> problem(Probe probe) {
    try {
      probe.draw();
      return Optional.empty();
    } catch (Throwable e) {
      // Java fails here in a dozen ways, most of them errors.
      String cause = cause(e);
      return Optional.of(
          "Figures cannot be drawn on this machine (%s): %s."
              .formatted(cause, cause.contains("Too many open files") ? MORE_FILES : REMEDY));
    }
  }

  private static String cause(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = Objects.requireNonNullElse(root.getMessage(), "");
    String first = message.lines().findFirst().orElse("");
    return root.getClass().getSimpleName() + (first.isBlank() ? "" : ": " + first);
  }
}
