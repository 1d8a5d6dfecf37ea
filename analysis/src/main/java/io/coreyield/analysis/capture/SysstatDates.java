package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.machine.Warning;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The date of sysstat's tools, which they write as the locale has it.
 *
 * @param date that it is; null where it cannot be read
 * @param warnings that another order of day and month would have been possible
 */
record SysstatDates(@Nullable LocalDate date, List<Warning> warnings) {

  private static final Pattern ISO = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");
  private static final Pattern LOCAL =
      Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})[./-](\\d{2,4})");

  private static final SysstatDates NONE = new SysstatDates(null, List.of());

  /** Copies the list. */
  SysstatDates {
    warnings = List.copyOf(warnings);
  }

  /** Finds the date in a text. */
  static SysstatDates in(String text) {
    try {
      Matcher iso = ISO.matcher(text);
      if (iso.find()) {
        return new SysstatDates(
            LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)), List.of());
      }
      Matcher local = LOCAL.matcher(text);
      return local.find() ? local(local) : NONE;
    } catch (DateTimeException e) {
      return NONE;
    }
  }

  /** Day first where a full stop or a number says so; else month first, as C and the US have it. */
  private static SysstatDates local(Matcher date) {
    int first = number(date, 1);
    int second = number(date, 3);
    int year = number(date, 4) < 100 ? 2000 + number(date, 4) : number(date, 4);
    boolean dayFirst = first > 12 || date.group(2).equals(".");
    boolean isTold = dayFirst || second > 12 || first == second;
    LocalDate found =
        dayFirst ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
    return new SysstatDates(
        found,
        isTold
            ? List.of()
            : List.of(
                new Warning(
                    "import-date-order",
                    "the date %s is taken for month/day/year: %s".formatted(date.group(), found),
                    "Capture with S_TIME_FORMAT=ISO, which leaves no doubt.")));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
