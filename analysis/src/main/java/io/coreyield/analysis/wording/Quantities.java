package io.coreyield.analysis.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Sizes, moments and bare figures as people read them, the same in every locale. */
public final class Quantities {

  /** What a size is called that no one tells. */
  static final String UNKNOWN_SIZE = "size not known";

  private static final MathContext THREE_DIGITS = new MathContext(3);
  private static final BigDecimal STEP = BigDecimal.valueOf(1024);
  private static final BigDecimal TOO_LARGE = BigDecimal.valueOf(1000);

  private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Quantities() {}

  /**
   * In the smallest binary unit that leaves a figure below 1000, to three digits: {@code 16 GiB},
   * {@code 1.25 MiB}. A size of 0 or less is not known.
   */
  public static String bytes(long bytes) {
    if (bytes <= 0) {
      return UNKNOWN_SIZE;
    }
    BigDecimal value = BigDecimal.valueOf(bytes);
    int power = 0;
    while (power < BINARY.length - 1 && value.round(THREE_DIGITS).compareTo(TOO_LARGE) >= 0) {
      value = value.divide(STEP, MathContext.DECIMAL64);
      power++;
    }
    return value.round(THREE_DIGITS).stripTrailingZeros().toPlainString() + " " + BINARY[power];
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
