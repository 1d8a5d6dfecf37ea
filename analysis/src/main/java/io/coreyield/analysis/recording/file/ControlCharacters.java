package io.coreyield.analysis.recording.file;

import java.util.regex.Pattern;

/**
 * Characters of untrusted names that terminals and pages obey or hide: control and format
 * characters, surrogates, private use, line separators.
 */
public final class ControlCharacters {

  private static final Pattern EACH =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]");
  private static final Pattern RUNS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Z}]+");

  private ControlCharacters() {}

  /** The text with a question mark in place of each. */
  public static String marked(String text) {
    return EACH.matcher(text).replaceAll("?");
  }

  /** The text in one line: a space in place of each run of them and of spaces, none at the ends. */
  public static String spaced(String text) {
    return RUNS.matcher(text).replaceAll(" ").strip();
  }
}
