package io.coreyield.analysis.capture;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The wall clock of a capture. Where its time stamps lack the date, the year or the time zone,
 * these come from the user, another line of the file, or the time of the file; a warning says from
 * where.
 */
final class StampClock {

  private static final Pattern ISO =
      Pattern.compile("(?<!\\d)(\\d{4})[-/.年년] ?(\\d{1,2})[-/.月월] ?(\\d{1,2})(?!\\d)");
  private static final Pattern LOCAL =
      Pattern.compile("(?<![\\d./-])(\\d{1,2})([./-])(\\d{1,2})[./-](\\d{2,4})(?![\\d./-])");
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final Pattern MONTH =
      Pattern.compile("\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\b");
  private static final Pattern DAY = Pattern.compile("(?<![\\d:])(\\d{1,2})(?![\\d:])");
  private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d\\d)\\b");

  /** Seconds since 1970, with a fraction, or with all digits of one and without a point. */
  private static final Pattern EPOCH = Pattern.compile("\\W*(1\\d{9})(?:[.,]?(\\d{1,9}))?\\W*");

  private static final Pattern TIME_IN_LINE =
      Pattern.compile("\\b\\d{1,2}:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?: [AaPp][Mm]\\b)?");

  private static final int MAX_LINE_CHARS = 500;
  private static final int HALF_A_YEAR_DAYS = 180;
  private static final int HALF_DAY_SLACK_HOURS = 6;

  private final CaptureFile file;
  private final @Nullable Integer userYear;
  private final LocalDate written;
  private @Nullable LocalDate date;
  private @Nullable ZoneId zone;
  private @Nullable LocalDateTime last;
  private String lastStamp = "";
  private long lastMs;
  private @Nullable String dateInDoubt;
  private boolean isDayFirst;
  private boolean isYearTold;
  private boolean isHalfOfDayUnknown;

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

  /** Says that the capture's locale is none that writes the month first. */
  void setDayFirst() {
    isDayFirst = true;
  }

  /**
   * Takes date and zone from a line such as {@code Script started on …}, if it has them. Times
   * after it are of that date.
   */
  void readLine(String line) {
    String text = line.length() > MAX_LINE_CHARS ? line.substring(0, MAX_LINE_CHARS) : line;
    try {
      LocalDate found = dateIn(text);
      if (found != null) {
        date = found;
        last = null;
        lastStamp = "";
      }
    } catch (DateTimeException e) {
      // The line has no date.
    }
    ZoneId found = Stamp.zoneIn(text);
    zone = found == null ? zone : found;
  }

  private @Nullable LocalDate dateIn(String text) {
    Matcher iso = ISO.matcher(text);
    Matcher month = MONTH.matcher(text);
    Matcher day = DAY.matcher(text);
    Matcher year = YEAR.matcher(text);
    Matcher local = LOCAL.matcher(text);
    if (iso.find()) {
      return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
    }
    if (month.find() && day.find() && year.find()) {
      int monthNumber = MONTHS.indexOf(month.group(1)) / 3 + 1;
      return LocalDate.of(number(year, 1), monthNumber, number(day, 1));
    }
    return local.find() ? localDate(local) : null;
  }

  /** Month first only with slashes, as in C and the US, and where nothing speaks against it. */
  private LocalDate localDate(Matcher local) {
    int first = number(local, 1);
    int second = number(local, 3);
    int year = number(local, 4) < 100 ? 2000 + number(local, 4) : number(local, 4);
    if (first > 12 || isDayFirst || !local.group(2).equals("/")) {
      return LocalDate.of(year, second, first);
    }
    LocalDate found = LocalDate.of(year, first, second);
    if (second <= 12 && first != second) {
      dateInDoubt = local.group();
    }
    return found;
  }

  private void warnOfOrder(LocalDate found) {
    if (dateInDoubt != null) {
      file.warn(
          "import-date-order",
          "the date %s is taken for month/day/year: %s".formatted(dateInDoubt, found),
          "Capture with S_TIME_FORMAT=ISO, which leaves no doubt.");
      dateInDoubt = null;
    }
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
   * @return milliseconds of local time since 1970 without its zone
   * @throws IllegalArgumentException if it is no time
   */
  long ms(String text) {
    if (!text.equals(lastStamp)) {
      lastMs = read(text);
      lastStamp = text;
    }
    return lastMs;
  }

  /** The same clock for times that are seconds since 1970. */
  StampClock ofEpoch() {
    zone = ZoneOffset.UTC;
    return this;
  }

  /** Reads the time of a line, as {@code date} in any of its forms writes it; null without one. */
  @Nullable Long lineMs(String line) {
    String text = line.strip();
    Matcher epoch = EPOCH.matcher(text.length() > MAX_LINE_CHARS ? "" : text);
    if (epoch.matches()) {
      return ms(epoch.group(1) + (epoch.group(2) == null ? "" : "." + epoch.group(2)));
    }
    if (Stamp.of(text) != null) {
      return ms(text);
    }
    Matcher time = TIME_IN_LINE.matcher(text.length() > MAX_LINE_CHARS ? "" : text);
    if (!time.find()) {
      return null;
    }
    readLine(text);
    return ms(time.group());
  }

  private long read(String text) {
    Long epochMs = Stamp.epochMs(text);
    if (epochMs != null) {
      zone = ZoneOffset.UTC;
      return epochMs;
    }
    Stamp stamp = Stamp.of(text);
    if (stamp == null) {
      throw new IllegalArgumentException(
          "'%s' is no time such as 23-05 12:10:40".formatted(Percents.cut(text)));
    }
    try {
      zone = stamp.zone() == null ? zone : stamp.zone();
      LocalDateTime moment = moment(stamp);
      last = moment;
      return moment.toInstant(ZoneOffset.UTC).toEpochMilli();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'%s' is no time such as 23-05 12:10:40".formatted(Percents.cut(text)), e);
    }
  }

  /** What the stamp lacks is that of the stamp before it, or the next day or year after it. */
  private LocalDateTime moment(Stamp stamp) {
    LocalDate day = stamp.date();
    LocalDateTime before = last;
    if (day != null) {
      return day.atTime(stamp.time());
    }
    if (stamp.monthDay() == null) {
      LocalDate known = before == null ? firstDate() : before.toLocalDate();
      return afterMidnight(halfOfDay(stamp, known.atTime(stamp.time())));
    }
    int month = stamp.monthDay().getMonthValue();
    int year = before == null ? firstYear(month) : before.getYear();
    LocalDateTime same =
        LocalDate.of(year, month, stamp.monthDay().getDayOfMonth()).atTime(stamp.time());
    return before != null && same.isBefore(before.minusDays(HALF_A_YEAR_DAYS))
        ? same.plusYears(1)
        : same;
  }

  private LocalDateTime afterMidnight(LocalDateTime same) {
    LocalDateTime before = last;
    return before != null && same.isBefore(before.minusHours(12)) ? same.plusDays(1) : same;
  }

  /** Some locales write 12 hours and no half of the day: then the first half is as good a guess. */
  private LocalDateTime halfOfDay(Stamp stamp, LocalDateTime same) {
    if (stamp.isHalfMissing() && !isHalfOfDayUnknown && last == null) {
      isHalfOfDayUnknown = true;
      file.warn(
          "import-half-of-day",
          "the capture's times do not say which half of the day they are of: they are taken for 24 hours",
          "Nothing but the time of day depends on it.");
    }
    LocalDateTime before = last;
    LocalDateTime shown = same;
    while (isHalfOfDayUnknown
        && before != null
        && same.getHour() <= 12
        && shown.isBefore(before.minusHours(HALF_DAY_SLACK_HOURS))) {
      shown = shown.plusHours(12);
    }
    return shown;
  }

  private int firstYear(int month) {
    boolean isTold = isYearTold;
    isYearTold = true;
    String by = "by when the file was written";
    int year = written.getYear() - (month > written.getMonthValue() ? 1 : 0);
    if (userYear != null) {
      by = "by --year";
      year = userYear;
    } else if (date != null) {
      by = "by another line of the file";
      year = date.getYear();
    }
    if (!isTold) {
      file.warn(
          "import-year",
          "the capture's times have no year; %s it is %d".formatted(by, year),
          "Give another one with --year if it is wrong.");
    }
    return year;
  }

  private LocalDate firstDate() {
    if (date != null) {
      warnOfOrder(date);
      return date;
    }
    file.warn(
        "import-date",
        "the capture's times have no date; by when the file was written it is " + written,
        "Nothing but the order of captures depends on it.");
    return written;
  }

  /** The moment of such a time; without a zone it counts as UTC. */
  Instant at(long localMs) {
    if (zone == null) {
      zone = ZoneOffset.UTC;
      file.warn(
          "import-time-zone",
          "the capture names no time zone: its times are taken for UTC",
          "Nothing but the time of day depends on it.");
    }
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(localMs), ZoneOffset.UTC)
        .atZone(zone)
        .toInstant();
  }
}
