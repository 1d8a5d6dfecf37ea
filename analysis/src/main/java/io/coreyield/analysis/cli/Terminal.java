package io.coreyield.analysis.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What the terminal can show. */
public final class Terminal {

  private Terminal() {}

  /** The character set of standard output. */
  public static Charset charset() {
    return Charset.forName(System.getProperty("stdout.encoding", StandardCharsets.UTF_8.name()));
  }

  /** Whether it shows only ASCII, as a terminal under {@code LC_ALL=C} does. */
  public static boolean isAscii() {
    return !charset().newEncoder().canEncode("×–−µ");
  }
}
