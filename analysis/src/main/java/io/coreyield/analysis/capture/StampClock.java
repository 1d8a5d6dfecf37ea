package io.coreyield.analysis.capture;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The wall clock of a capture. Where its time stamps lack the date, the year or the time zone,
 * these come from the user, another line of the file, or the time of the file; a warning says from
 * where.
 */
final class StampClock {

  /** The stamps of all tools; only the time is always there. */
  private static final DateTimeFormatter STAMP =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("[uuuu-MM-dd'T'][uuuu-MM-dd ][d-M-uuuu ][d-M ][MMM-d ]H:mm:ss")
          .toFormatter(Locale.ENGLISH);

  /** A stamp, and {@code AM}, {@code pm} or {@code p.m.} under a 12-hour locale. */
  private static final Pattern TWELVE_HOURS = Pattern.compile("(.*?)(?: ([AaPp])\\.?[Mm]\\.?)?");

  private static final Pattern ISO = Pattern.compile("\\b(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})\\b");
  private static final Pattern LOCAL =
      Pattern.compile("(?<![\\d./-])(\\d{1,2})([./-])(\\d{1,2})[./-](\\d{2,4})(?![\\d./-])");
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final Pattern MONTH =
      Pattern.compile("\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\b");
  private static final Pattern DAY = Pattern.compile("(?<![\\d:])(\\d{1,2})(?![\\d:])");
  private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d\\d)\\b");
  private static final Pattern OFFSET = Pattern.compile("[+-]\\d\\d:?\\d\\d\\b");
  private static final Pattern ZONE = Pattern.compile("\\b(?!AM\\b|PM\\b)([A-Z]{3,4})\\b");

  private static final int MAX_LINE_CHARS = 500;
  private static final int HALF_A_YEAR_DAYS = 180;

  private final CaptureFile file;
  private final @Nullable Integer userYear;
  private final LocalDate written;
  private @Nullable LocalDate date;
  private @Nullable ZoneId zone;
  private @Nullable LocalDateTime last;

  /**
   * A clock for the stamps of a file.
   *
   * @param userYear the year that the user gave; null for none
   */
  StampClock(CaptureFile file, @Nullable Integer userYear) throws IOException {
    this.file = file;
    this.userYear = userYear;
    this.written = LocalDate.ofInstant(file.lastModified(), ZoneOffset.UTC);
  }

  /** Takes date and zone from a line such as {@code Script started on …}, if it has them. */
  void readLine(String line) {
    String text = line.length() > MAX_LINE_CHARS ? line.substring(0, MAX_LINE_CHARS) : line;
    try {
      readDate(text);
    } catch (DateTimeException e) {
      // The line has no date.
    }
    Matcher offset = OFFSET.matcher(text);
    Matcher name = ZONE.matcher(text);
    try {
      if (offset.find()) {
        zone = ZoneOffset.of(offset.group());
      } else if (name.find()) {
        zone =
            DateTimeFormatter.ofPattern("z", Locale.US)
                .parse(name.group(1))
                .query(TemporalQueries.zone());
      }
    } catch (DateTimeException e) {
      // The line has no zone.
    }
  }

  private void readDate(String text) {
    Matcher iso = ISO.matcher(text);
    Matcher month = MONTH.matcher(text);
    Matcher day = DAY.matcher(text);
    Matcher year = YEAR.matcher(text);
    Matcher local = LOCAL.matcher(text);
    if (iso.find()) {
      date = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
    } else if (month.find() && day.find() && year.find()) {
      int monthNumber = MONTHS.indexOf(month.group(1)) / 3 + 1;
      date = LocalDate.of(number(year, 1), monthNumber, number(day, 1));
    } else if (local.find()) {
      date = localDate(local);
    }
  }

  /** Day first where a full stop or a number shows it; else month first, as in C and the US. */
  private LocalDate localDate(Matcher local) {
    int first = number(local, 1);
    int second = number(local, 3);
    int year = number(local, 4) < 100 ? 2000 + number(local, 4) : number(local, 4);
    if (first > 12 || local.group(2).equals(".")) {
      return LocalDate.of(year, second, first);
    }
    LocalDate found = LocalDate.of(year, first, second);
    if (second <= 12 && first != second) {
      file.warn(
          "import-date-order",
          "the date %s is taken for month/day/year: %s".formatted(local.group(), found),
          "Capture with S_TIME_FORMAT=ISO, which leaves no doubt.");
    }
    return found;
  }

  void setZone(ZoneId known) {
    zone = known;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /**
   * Reads a stamp.
   *
   * @return seconds of local time since 1970 without its zone
   * @throws IllegalArgumentException if it is no time
   */
  long second(String stamp) {
    Matcher parts = TWELVE_HOURS.matcher(stamp.strip());
    try {
      TemporalAccessor parsed = STAMP.parse(parts.matches() ? parts.group(1) : stamp);
      LocalTime time = LocalTime.from(parsed);
      if (parts.group(2) != null) {
        int noon = parts.group(2).equalsIgnoreCase("p") ? 12 : 0;
        time = time.withHour(time.getHour() % 12 + noon);
      }
      LocalDateTime moment = moment(parsed, time);
      last = moment;
      return moment.toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException | IllegalStateException e) {
      throw new IllegalArgumentException(
          "'%s' is no time such as 23-05 12:10:40".formatted(Percents.cut(stamp)), e);
    }
  }

  /** What the stamp lacks is that of the stamp before it, or the next day or year after it. */
  private LocalDateTime moment(TemporalAccessor stamp, LocalTime time) {
    if (stamp.isSupported(ChronoField.EPOCH_DAY)) {
      return LocalDate.from(stamp).atTime(time);
    }
    LocalDateTime before = last;
    if (!stamp.isSupported(ChronoField.MONTH_OF_YEAR)) {
      LocalDateTime same = (before == null ? firstDate() : before.toLocalDate()).atTime(time);
      return before != null && same.isBefore(before.minusHours(12)) ? same.plusDays(1) : same;
    }
    int month = stamp.get(ChronoField.MONTH_OF_YEAR);
    int year = before == null ? firstYear(month) : before.getYear();
    LocalDateTime same =
        LocalDate.of(year, month, stamp.get(ChronoField.DAY_OF_MONTH)).atTime(time);
    return before != null && same.isBefore(before.minusDays(HALF_A_YEAR_DAYS))
        ? same.plusYears(1)
        : same;
  }

  private int firstYear(int month) {
    String by = "by when the file was written";
    int year = written.getYear() - (month > written.getMonthValue() ? 1 : 0);
    if (userYear != null) {
      by = "by --year";
      year = userYear;
    } else if (date != null) {
      by = "by another line of the file";
      year = date.getYear();
    }
    file.warn(
        "import-year",
        "the capture's times have no year; %s it is %d".formatted(by, year),
        "Give another one with --year if it is wrong.");
    return year;
  }

  private LocalDate firstDate() {
    if (date != null) {
      return date;
    }
    file.warn(
        "import-date",
        "the capture's times have no date; by when the file was written it is " + written,
        "Nothing but the order of captures depends on it.");
    return written;
  }

  /** The moment of such a second; without a zone it counts as UTC. */
  Instant at(long localSecond) {
    if (zone == null) {
      zone = ZoneOffset.UTC;
      file.warn(
          "import-time-zone",
          "the capture names no time zone: its times are taken for UTC",
          "Nothing but the time of day depends on it.");
    }
    return LocalDateTime.ofEpochSecond(localSecond, 0, ZoneOffset.UTC).atZone(zone).toInstant();
  }
}
