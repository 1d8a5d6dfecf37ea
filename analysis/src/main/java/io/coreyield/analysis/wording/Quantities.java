package io.coreyield.analysis.wording;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Sizes, moments and bare figures as people read them, the same in every locale. */
public final class Quantities {

  private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Quantities() {}

  /** In the largest binary unit that leaves a figure of 1 or more: {@code 16 GiB}. */
  public static String bytes(long bytes) {
    if (bytes <= 0) {
      return "size not known";
    }
    int power = Math.min(BINARY.length - 1, (63 - Long.numberOfLeadingZeros(bytes)) / 10);
    double value = bytes / Math.pow(1024, power);
    return plain(Math.rint(value * 10) / 10) + " " + BINARY[power];
  }

  /** At most three decimals, without trailing zeros: {@code 0.5}. */
  public static String plain(double value) {
    return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
  }

  /** To the second: {@code 2026-01-02 03:04:05 UTC}. */
  public static String utc(Instant instant) {
    return UTC.format(instant);
  }
}
