package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are read. */
final class OptionValue {

  private OptionValue() {}

  /** Lets a command line read our types. */
  static void register(CommandLine commandLine) {
    commandLine
        .registerConverter(Kernel.class, reader(Kernel::of))
        .registerConverter(ConcurrencyModel.class, reader(ConcurrencyModel::of))
        .registerConverter(Placement.class, reader(Placement::of))
        .registerConverter(Scaling.class, reader(Scaling::of))
        .registerConverter(Duration.class, reader(Budget::parse))
        .registerConverter(Elements.class, reader(Elements::parse))
        .registerConverter(Percentage.class, reader(Percentage::parse));
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
