package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.machine.Warning;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The wall clock of a capture whose time stamps may lack the date, the year or the time zone. What
 * is missing comes from the user, a line in the file, or the time of the file; a warning says
 * which.
 */
final class StampClock {

  private static final String TIME = "(\\d{1,2}):(\\d\\d):(\\d\\d)";
  private static final Pattern DAY_MONTH = Pattern.compile("(\\d{1,2})-(\\d{1,2}) " + TIME);
  private static final Pattern NAMED_MONTH = Pattern.compile("([A-Za-z]{3})-(\\d{1,2}) " + TIME);
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)[ T]" + TIME);
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile("(\\d{1,2})-(\\d{1,2})-(\\d{4}) " + TIME);
  private static final Pattern TIME_ONLY = Pattern.compile(TIME);

  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final Pattern TOLD_ISO = Pattern.compile("\\b(\\d{4})-(\\d\\d)-(\\d\\d)\\b");
  private static final Pattern TOLD_MONTH =
      Pattern.compile("\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\b");
  private static final Pattern TOLD_DAY = Pattern.compile("(?<![\\d:])(\\d{1,2})(?![\\d:])");
  private static final Pattern TOLD_YEAR = Pattern.compile("\\b((?:19|20)\\d\\d)\\b");
  private static final Pattern TOLD_OFFSET = Pattern.compile("[+-]\\d\\d:?\\d\\d\\b");
  private static final Pattern TOLD_ZONE = Pattern.compile("\\b(?!AM\\b|PM\\b)([A-Z]{3,4})\\b");

  private static final int LONGEST_TOLD = 500;
  private static final int DAYS_OF_A_TURN = 180;

  private final @Nullable Integer userYear;
  private final LocalDate written;
  private final List<Warning> warnings = new ArrayList<>();
  private @Nullable LocalDate told;
  private @Nullable ZoneId zone;
  private @Nullable LocalDateTime last;
  private boolean yearIsTold;
  private boolean dateIsTold;

  /**
   * A clock.
   *
   * @param userYear what the user says; null for nothing
   * @param modified when the file was written
   */
  StampClock(@Nullable Integer userYear, Instant modified) {
    this.userYear = userYear;
    this.written = LocalDate.ofInstant(modified, ZoneOffset.UTC);
  }

  /** Takes a line such as {@code Script started on …}: whatever it tells of date and zone. */
  void tell(String line) {
    String text = line.length() > LONGEST_TOLD ? line.substring(0, LONGEST_TOLD) : line;
    LocalDate date = date(text);
    told = date == null ? told : date;
    ZoneId named = zone(text);
    zone = named == null ? zone : named;
  }

  /** Takes a date from where its form is known. */
  void tell(LocalDate date) {
    told = date;
  }

  /** Takes a time zone from where its form is known. */
  void tell(ZoneId known) {
    zone = known;
  }

  private static @Nullable LocalDate date(String text) {
    try {
      Matcher iso = TOLD_ISO.matcher(text);
      if (iso.find()) {
        return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
      }
      Matcher month = TOLD_MONTH.matcher(text);
      Matcher day = TOLD_DAY.matcher(text);
      Matcher year = TOLD_YEAR.matcher(text);
      return month.find() && day.find() && year.find()
          ? LocalDate.of(number(year, 1), month(month.group(1)), number(day, 1))
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable ZoneId zone(String text) {
    try {
      Matcher offset = TOLD_OFFSET.matcher(text);
      if (offset.find()) {
        return ZoneOffset.of(offset.group());
      }
      Matcher name = TOLD_ZONE.matcher(text);
      return name.find()
          ? DateTimeFormatter.ofPattern("z", Locale.US)
              .parse(name.group(1))
              .query(TemporalQueries.zone())
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int month(String name) {
    int at = MONTHS.toLowerCase(Locale.ROOT).indexOf(name.toLowerCase(Locale.ROOT));
    return at % 3 == 0 ? at / 3 + 1 : 0;
  }

  /**
   * Reads a stamp.
   *
   * @return seconds of local time since 1970 without its zone
   * @throws IllegalArgumentException if it is no time
   */
  long second(String stamp) {
    try {
      LocalDateTime time = time(stamp.strip());
      last = time;
      return time.toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw notATime(stamp, e);
    }
  }

  private static IllegalArgumentException notATime(String stamp, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "'%s' is no time such as 23-05 12:10:40".formatted(Percents.cut(stamp)), cause);
  }

  private LocalDateTime time(String stamp) {
    Matcher iso = ISO.matcher(stamp);
    if (iso.matches()) {
      return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)).atTime(clock(iso, 4));
    }
    Matcher full = DAY_MONTH_YEAR.matcher(stamp);
    if (full.matches()) {
      return LocalDate.of(number(full, 3), number(full, 2), number(full, 1)).atTime(clock(full, 4));
    }
    Matcher dayMonth = DAY_MONTH.matcher(stamp);
    if (dayMonth.matches()) {
      return withYear(number(dayMonth, 2), number(dayMonth, 1), clock(dayMonth, 3));
    }
    Matcher named = NAMED_MONTH.matcher(stamp);
    if (named.matches()) {
      return withYear(month(named.group(1)), number(named, 2), clock(named, 3));
    }
    Matcher time = TIME_ONLY.matcher(stamp);
    if (time.matches()) {
      return withDate(clock(time, 1));
    }
    throw notATime(stamp, null);
  }

  private static LocalTime clock(Matcher matcher, int from) {
    return LocalTime.of(
        number(matcher, from), number(matcher, from + 1), number(matcher, from + 2));
  }

  /** In the year of the row before it, or in the one after at the turn of the year. */
  private LocalDateTime withYear(int month, int day, LocalTime clock) {
    LocalDateTime before = last;
    if (before == null) {
      return LocalDate.of(firstYear(month), month, day).atTime(clock);
    }
    LocalDateTime same = LocalDate.of(before.getYear(), month, day).atTime(clock);
    return same.isBefore(before.minusDays(DAYS_OF_A_TURN)) ? same.plusYears(1) : same;
  }

  private int firstYear(int month) {
    String by;
    int year;
    if (userYear != null) {
      year = userYear;
      by = "by --year";
    } else if (told != null) {
      year = told.getYear();
      by = "by another line of the file";
    } else {
      year = written.getYear() - (month > written.getMonthValue() ? 1 : 0);
      by = "by when the file was written";
    }
    if (!yearIsTold) {
      warnings.add(
          new Warning(
              "import-year",
              "the capture's times have no year; %s it is %d".formatted(by, year),
              "Give another one with --year if it is wrong."));
    }
    yearIsTold = true;
    return year;
  }

  /** On the day of the row before it, or on the next one at midnight. */
  private LocalDateTime withDate(LocalTime clock) {
    LocalDateTime before = last;
    if (before == null) {
      return firstDate().atTime(clock);
    }
    LocalDateTime same = before.toLocalDate().atTime(clock);
    return same.isBefore(before.minusHours(12)) ? same.plusDays(1) : same;
  }

  private LocalDate firstDate() {
    LocalDate known = told;
    if (known != null) {
      return known;
    }
    if (!dateIsTold) {
      warnings.add(
          new Warning(
              "import-date",
              "the capture's times have no date; by when the file was written it is " + written,
              "Nothing but the order of captures depends on it."));
    }
    dateIsTold = true;
    return written;
  }

  /** The moment of such a second; without a zone it counts as UTC. */
  Capture.Start at(long localSecond) {
    if (zone == null) {
      zone = ZoneOffset.UTC;
      warnings.add(
          new Warning(
              "import-time-zone",
              "the capture names no time zone: its times are taken for UTC",
              "Nothing but the time of day depends on it."));
    }
    return new Capture.Start.At(
        LocalDateTime.ofEpochSecond(localSecond, 0, ZoneOffset.UTC).atZone(zone).toInstant());
  }

  /** What the stamps do not say. */
  List<Warning> warnings() {
    return List.copyOf(warnings);
  }
}
