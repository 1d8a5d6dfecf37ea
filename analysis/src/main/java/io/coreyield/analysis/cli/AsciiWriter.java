package io.coreyield.analysis.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Hands on text in ASCII: our own signs by their nearest, anything else by a question mark. */
final class AsciiWriter extends FilterWriter {

  AsciiWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    out.write(ascii(Character.toString((char) c)));
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    out.write(ascii(new String(text, from, length)));
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    out.write(ascii(text.substring(from, from + length)));
  }

  private static String ascii(String text) {
    return text.replace('–', '-')
        .replace('−', '-')
        .replace('×', 'x')
        .replace('µ', 'u')
        .replace('·', '.')
        .replace('\u00a0', ' ')
        .replace("…", "...")
        .replace("±", "+-")
        .replaceAll("[^\\x00-\\x7f]", "?");
  }
}
