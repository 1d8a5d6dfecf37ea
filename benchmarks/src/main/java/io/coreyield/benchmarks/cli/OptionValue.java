package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.Label;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options. */
final class OptionValue {

  private static final Pattern DURATION =
      Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,6})m)?(?:(\\d{1,8})s)?");
  private static final Pattern POWER_OF_TWO = Pattern.compile("2\\^(\\d{1,3})");

  /** A number of elements: {@code 268435456} or {@code 2^28}. */
  record Elements(long count) {}

  /** A share: {@code 2%} or {@code 0.02}. */
  record Percentage(double fraction) {}

  private OptionValue() {}

  static void register(CommandLine commandLine) {
    commandLine
        .registerConverter(Kernel.class, reader(Kernel::of))
        .registerConverter(ConcurrencyModel.class, reader(ConcurrencyModel::of))
        .registerConverter(Placement.class, reader(Placement::of))
        .registerConverter(Scaling.class, reader(Scaling::of))
        .registerConverter(Label.class, reader(Label::of))
        .registerConverter(Duration.class, reader(OptionValue::duration))
        .registerConverter(Elements.class, reader(OptionValue::elements))
        .registerConverter(Percentage.class, reader(OptionValue::percentage));
  }

  /** {@code 90s}, {@code 10m}, {@code 1h30m}; more than 0. */
  static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (text.isEmpty() || !matcher.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a duration: give hours, minutes and seconds as in 90s, 10m or 1h30m"
              .formatted(text));
    }
    Duration duration =
        Duration.ofHours(part(matcher, 1))
            .plusMinutes(part(matcher, 2))
            .plusSeconds(part(matcher, 3));
    if (duration.isZero()) {
      throw new IllegalArgumentException("'%s' is zero: give more than 0s".formatted(text));
    }
    return duration;
  }

  private static long part(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  static Elements elements(String text) {
    Matcher power = POWER_OF_TWO.matcher(text);
    try {
      if (!power.matches()) {
        return new Elements(Configuration.requireElements(Long.parseLong(text)));
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "n = '%s': give a whole number up to 2^32, as in 268435456 or 2^28".formatted(text), e);
    }
    int exponent = Integer.parseInt(power.group(1));
    return new Elements(
        Configuration.requireElements(exponent > 62 ? Long.MAX_VALUE : 1L << exponent));
  }

  static Percentage percentage(String text) {
    boolean percent = text.endsWith("%");
    try {
      double value = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
      return new Percentage(percent ? value / 100 : value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'%s' is not a percentage: give one as in 2%% or 0.02".formatted(text), e);
    }
  }

  /** Only a {@link TypeConversionException} lets picocli show our sentence about a bad value. */
  private static <T> ITypeConverter<T> reader(Function<String, T> reader) {
    return value -> {
      try {
        return reader.apply(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    };
  }
}
