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

  /** Text of a stranger's file without what could move the cursor. */
  static String harmless(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]", "?");
  }
}
