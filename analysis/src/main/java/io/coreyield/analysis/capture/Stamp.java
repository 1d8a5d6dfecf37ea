package io.coreyield.analysis.capture;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as a tool wrote it under some locale.
 *
 * @param date where the stamp has a day, month and year
 * @param monthDay where it has a day and month only
 * @param zone where it has one
 * @param isHalfMissing whether it may be one of 12 hours that does not say which half of the day
 */
record Stamp(
    @Nullable LocalDate date,
    @Nullable MonthDay monthDay,
    LocalTime time,
    @Nullable ZoneId zone,
    boolean isHalfMissing) {

  private static final Pattern EPOCH = Pattern.compile("(\\d{9,11})(?:\\.(\\d{1,9}))?");

  /** {@code 15:24:02}, {@code 06.13.04}, {@code 15時24分02秒}, {@code 15시 24분 02초}. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:[:.時时]|시 ?| ?h ?)(\\d{2})(?:[:.分]|분 ?| ?min ?)(\\d{2})(?:[.,:](\\d{1,9})|[秒초]| ?s)?(?!\\d)");

  private static final Pattern AFTER =
      Pattern.compile(
          " *(?:(\\p{L}[. ]{0,2}\\p{L})\\.?(?= |$))?+ *([A-Z]{3,5}|Z|[+-]\\d\\d(?::?\\d\\d)?)?");

  private static final Pattern FULL =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?[T ]?");
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile("(\\d{1,2})[-.](\\d{1,2})[-.](\\d{4}) ");
  private static final Pattern DAY_MONTH = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})\\.? ");
  private static final Pattern MONTH_DAY = Pattern.compile("(?i)([a-z]{3})[- ](\\d{1,2}) ");
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private static final List<String> AM = List.of("am", "上午", "午前", "오전", "πμ");
  private static final List<String> PM = List.of("pm", "下午", "午後", "오후", "μμ");
  private static final Pattern OFFSET = Pattern.compile("[+-]\\d\\d:?\\d\\d\\b");
  private static final Pattern ZONE = Pattern.compile("\\b(?!AM\\b|PM\\b)([A-Z]{3,4})\\b");
  private static final int MAX_CHARS = 60;

  /** Reads seconds since 1970, in milliseconds; null if the text is none. */
  static @Nullable Long epochMs(String text) {
    Matcher epoch = EPOCH.matcher(text.strip());
    if (!epoch.matches()) {
      return null;
    }
    String fraction = epoch.group(2) == null ? "" : epoch.group(2);
    return Long.parseLong(epoch.group(1)) * 1000
        + Long.parseLong((fraction + "000").substring(0, 3));
  }

  /** Reads a time with or without a date, half of the day and zone; null if the text is none. */
  static @Nullable Stamp of(String raw) {
    String text = raw.strip().replace('\u00a0', ' ').replace('\u202f', ' ');
    Matcher time = TIME.matcher(text);
    int from = -1;
    while (text.length() <= MAX_CHARS && time.find()) {
      from = time.start();
    }
    if (from < 0 || !time.find(from)) {
      return null;
    }
    Matcher after = AFTER.matcher(text.substring(time.end()));
    if (!after.matches()) {
      return null;
    }
    try {
      return of(text.substring(0, from), time, after);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Stamp of(String before, Matcher time, Matcher after) {
    String date = before;
    String half = after.group(1) == null ? "" : after.group(1).replaceAll("[. ]", "");
    String halfBefore = before.strip();
    if (AM.contains(halfBefore) || PM.contains(halfBefore)) {
      half = halfBefore;
      date = "";
    }
    half = half.toLowerCase(Locale.ROOT);
    boolean isHalf = AM.contains(half) || PM.contains(half);
    if (!half.isEmpty() && !isHalf) {
      return null;
    }
    String fraction = time.group(4) == null ? "" : time.group(4);
    LocalTime clock =
        LocalTime.of(number(time, 1), number(time, 2), number(time, 3))
            .plusNanos(Long.parseLong((fraction + "000000000").substring(0, 9)));
    LocalTime shown =
        isHalf ? clock.withHour(clock.getHour() % 12 + (PM.contains(half) ? 12 : 0)) : clock;
    ZoneId zone = after.group(2) == null ? null : zone(after.group(2));
    boolean isHalfMissing = !isHalf && zone != null && clock.getHour() > 0 && clock.getHour() <= 12;
    return dated(date, shown, zone, isHalfMissing);
  }

  private static @Nullable Stamp dated(
      String before, LocalTime time, @Nullable ZoneId zone, boolean isHalfMissing) {
    Matcher full = FULL.matcher(before);
    Matcher dayMonthYear = DAY_MONTH_YEAR.matcher(before);
    Matcher dayMonth = DAY_MONTH.matcher(before);
    Matcher monthDay = MONTH_DAY.matcher(before);
    if (full.matches()) {
      return new Stamp(
          LocalDate.of(number(full, 1), number(full, 2), number(full, 3)), null, time, zone, false);
    }
    if (dayMonthYear.matches()) {
      return new Stamp(
          LocalDate.of(number(dayMonthYear, 3), number(dayMonthYear, 2), number(dayMonthYear, 1)),
          null,
          time,
          zone,
          false);
    }
    if (dayMonth.matches()) {
      return new Stamp(
          null, MonthDay.of(number(dayMonth, 2), number(dayMonth, 1)), time, zone, false);
    }
    if (monthDay.matches()) {
      int month = MONTHS.indexOf(monthDay.group(1).toLowerCase(Locale.ROOT)) / 3 + 1;
      return new Stamp(null, MonthDay.of(month, number(monthDay, 2)), time, zone, false);
    }
    return before.isBlank() ? new Stamp(null, null, time, zone, isHalfMissing) : null;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** The zone that a line names; null if it names none that is known. */
  static @Nullable ZoneId zoneIn(String line) {
    Matcher offset = OFFSET.matcher(line);
    Matcher name = ZONE.matcher(line);
    return offset.find() ? zone(offset.group()) : name.find() ? zone(name.group(1)) : null;
  }

  private static @Nullable ZoneId zone(String name) {
    if (name.equals("IST")) {
      return ZoneId.of("Asia/Kolkata"); // India's locales are the ones that write a zone.
    }
    try {
      return name.matches("Z|[+-].*")
          ? ZoneOffset.of(name)
          : DateTimeFormatter.ofPattern("z", Locale.US).parse(name).query(TemporalQueries.zone());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
