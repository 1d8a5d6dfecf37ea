package io.coreyield.analysis.wording;

import io.coreyield.analysis.recording.file.ControlCharacters;
import java.util.regex.Pattern;

/** Text for Markdown, whatever it holds. */
public final class Markdown {

  /** Whatever CommonMark or pandoc could take for markup. */
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>~^$@|&#]");

  private Markdown() {}

  /** The text on one line, with every sign of markup escaped. */
  public static String escaped(String text) {
    String plain = ControlCharacters.spaced(PlainText.unbound(text));
    return MARKUP.matcher(plain).replaceAll(match -> "\\\\\\" + match.group());
  }
}
