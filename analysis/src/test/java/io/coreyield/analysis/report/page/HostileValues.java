package io.coreyield.analysis.report.page;

import java.util.List;

/** Values that no file of a run or capture should hold. */
public final class HostileValues {

  /** JSON texts. */
  public static final List<String> JSON =
      List.of(
          "null",
          "\"" + "x".repeat(5000) + "\"",
          "true",
          "0",
          "-1",
          "-0.0",
          "1e308",
          "-1e308",
          "1e-320",
          "0.1",
          "2147483648",
          "-9223372036854775808",
          "9223372036854775807",
          "18446744073709551616",
          "1e999999",
          "\"NaN\"",
          "\"\"",
          "\" \"",
          "[]",
          "{}",
          "[[[[[[[[[[]]]]]]]]]]",
          "\"=HYPERLINK(\\\"http://x\\\")\"",
          "\"\\u001b]0;owned\\u0007\\u001b[2J\"",
          "\"<img src=x onerror=alert(1)>\"",
          "\"<script>document.title='owned'</script>\"",
          "\"../../../etc/passwd\"",
          "\"\\\\input{/etc/passwd}$^_&%#\"",
          "\"\\u202e\\u0000\\ufeff\\ud83d\"",
          "\"1970-01-01T00:00:00Z\"",
          "\"+1000000000-12-31T23:59:59.999999999Z\"",
          "\"0-8191\"",
          "\"range-ilp\"",
          "\"same\"");

  /** Texts between two commas or spaces. */
  public static final List<String> FIELDS =
      List.of(
          "",
          "-1",
          "0",
          "1e9",
          "NaN",
          "9223372036854775807",
          "-9223372036854775808",
          "99999999999999999999",
          "=1+1",
          "\"",
          "\"\"",
          "\u001b[2J",
          "0x10",
          " 7",
          "7 ",
          "1000000",
          "\u0000");

  private HostileValues() {}
}
