package io.coreyield.analysis.capture;

/**
 * What a terminal shows of a line that a program wrote to it: without colours, and only the last of
 * several texts that were written over each other, as {@code dstat} does while an interval lasts.
 */
final class TerminalText {

  private static final char ESC = '\u001b';
  private static final char BELL = '\u0007';

  private final String raw;
  private final StringBuilder shown = new StringBuilder();
  private int at;
  private boolean goesBack;

  private TerminalText(String raw) {
    this.raw = raw;
  }

  /** The text that stays on the screen. */
  static String shown(String raw) {
    return raw.indexOf(ESC) < 0 && raw.indexOf('\r') < 0 ? raw : new TerminalText(raw).read();
  }

  private String read() {
    while (at < raw.length()) {
      char c = raw.charAt(at++);
      if (c == ESC) {
        escape();
      } else if (c == '\r') {
        goesBack = true;
      } else if (c >= ' ' || c == '\t') {
        show(c);
      }
    }
    return shown.toString();
  }

  /** Going back to the start of the line deletes nothing until something is written there. */
  private void show(char c) {
    if (goesBack) {
      shown.setLength(0);
      goesBack = false;
    }
    shown.append(c);
  }

  private void escape() {
    if (at >= raw.length()) {
      return;
    }
    char kind = raw.charAt(at++);
    switch (kind) {
      case '[' -> controlSequence();
      case ']' -> skipPast(BELL);
      case '(', ')' -> at++;
      case '8' -> goesBack = true;
      default -> {}
    }
  }

  /** ESC [ parameters and one letter: 2K clears the line, u and G go back to its start. */
  private void controlSequence() {
    while (at < raw.length() && raw.charAt(at) < '@') {
      at++;
    }
    char action = at < raw.length() ? raw.charAt(at) : 'm';
    goesBack |= action == 'K' || action == 'u' || action == 'G' || action == 'H';
    at++;
  }

  private void skipPast(char end) {
    int found = raw.indexOf(end, at);
    at = found < 0 ? raw.length() : found + 1;
  }
}
