package io.coreyield.analysis.cli;

import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.Captured.Timing;
import io.coreyield.analysis.recording.file.ControlCharacters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The options of an import whose order counts. Each {@code --timing} begins a timing, to which the
 * {@code --workers}, {@code --elements} and {@code --what} after it belong; the latter two default
 * to those of the timing before. A {@code --what} before the first {@code --timing} names what ran
 * in a file.
 *
 * @param labels of files
 * @param timings in order
 */
record TimingWords(List<String> labels, List<Timing> timings) {

  static final String TIMING = "--timing";
  static final String WORKERS = "--workers";
  static final String ELEMENTS = "--elements";
  static final String WHAT = "--what";

  private static final double MIN_SECONDS = 1e-6;
  private static final double MAX_SECONDS = 1e9;
  private static final int MAX_WORKERS = 1 << 20;
  private static final int LONGEST_WHAT = 200;
  private static final Pattern POWER = Pattern.compile("(\\d{1,9})\\^(\\d{1,2})");

  /** An option and its value. */
  record Word(String option, String value) {}

  /** Copies the lists. */
  TimingWords {
    labels = List.copyOf(labels);
    timings = List.copyOf(timings);
  }

  /** A timing that is being read. */
  private static final class OpenTiming {
    private final List<Double> seconds;
    private final Set<String> given = new HashSet<>();
    private @Nullable Integer workers;
    private @Nullable Long elements;
    private @Nullable String what;

    OpenTiming(String times, @Nullable OpenTiming before) {
      this.seconds = seconds(times);
      this.elements = before == null ? null : before.elements;
      this.what = before == null ? null : before.what;
    }

    Timing timing() {
      Integer count = workers;
      Long each = elements;
      if (count == null || each == null) {
        throw new IllegalArgumentException(
            "--timing %s lacks its %s: give it after the --timing that it belongs to"
                .formatted(
                    seconds.stream().map(String::valueOf).collect(Collectors.joining(",")),
                    count == null ? WORKERS : ELEMENTS));
      }
      String program = what == null ? "a program" : what;
      return new Timing(program, count, each, seconds.get(0), seconds.get(1), seconds.get(2));
    }
  }

  /**
   * Reads the words.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  static TimingWords of(List<Word> words) {
    List<String> labels = new ArrayList<>();
    List<OpenTiming> open = new ArrayList<>();
    for (Word word : words) {
      if (word.option().equals(TIMING)) {
        open.add(new OpenTiming(word.value(), open.isEmpty() ? null : open.getLast()));
      } else if (!open.isEmpty()) {
        set(open.getLast(), word);
      } else if (word.option().equals(WHAT)) {
        labels.add(text(word.value()));
      } else {
        throw new IllegalArgumentException(
            "%s %s belongs to no --timing: give the --timing before it"
                .formatted(word.option(), word.value()));
      }
    }
    if (open.size() > Captured.MAX_TIMINGS) {
      throw new IllegalArgumentException("more than %d timings".formatted(Captured.MAX_TIMINGS));
    }
    return new TimingWords(labels, open.stream().map(OpenTiming::timing).toList());
  }

  private static void set(OpenTiming timing, Word word) {
    if (!timing.given.add(word.option())) {
      throw new IllegalArgumentException(
          "%s occurs twice after one --timing: give it once, or the --timing between"
              .formatted(word.option()));
    }
    switch (word.option()) {
      case WORKERS -> timing.workers = (int) whole(word, MAX_WORKERS);
      case ELEMENTS -> timing.elements = whole(word, Long.MAX_VALUE);
      default -> timing.what = text(word.value());
    }
  }

  private static String text(String value) {
    String plain = ControlCharacters.spaced(value);
    if (plain.isEmpty() || plain.length() > LONGEST_WHAT) {
      throw new IllegalArgumentException(
          "--what needs a text of 1 to %d characters".formatted(LONGEST_WHAT));
    }
    return plain;
  }

  private static List<Double> seconds(String times) {
    List<String> parts = List.of(times.split(",", -1));
    if (parts.size() != 3) {
      throw new IllegalArgumentException(
          "--timing %s: give real, user and system seconds, as 6.970,25.728,0.048"
              .formatted(times));
    }
    return List.of(
        second(times, parts.get(0), MIN_SECONDS),
        second(times, parts.get(1), 0),
        second(times, parts.get(2), 0));
  }

  private static double second(String times, String text, double least) {
    String part = text.strip();
    double value = part.matches("\\d{1,10}(\\.\\d{1,12})?") ? Double.parseDouble(part) : -1;
    if (!(value >= least && value <= MAX_SECONDS)) {
      throw new IllegalArgumentException(
          "--timing %s: '%s' is no number of seconds from %s to %s"
              .formatted(times, part, least == 0 ? "0" : "0.000001", "1000000000"));
    }
    return value;
  }

  /** {@code 268435456} or {@code 2^28}. */
  private static long whole(Word word, long most) {
    String text = word.value();
    Matcher power = POWER.matcher(text);
    double value =
        power.matches()
            ? Math.pow(Double.parseDouble(power.group(1)), Double.parseDouble(power.group(2)))
            : text.matches("\\d{1,18}") ? Double.parseDouble(text) : -1;
    if (!(value >= 1 && value <= most && value <= 1L << 53)) {
      throw new IllegalArgumentException(
          "%s %s: give a whole number from 1 to %s"
              .formatted(word.option(), text, Math.min(most, 1L << 53)));
    }
    return (long) value;
  }
}
