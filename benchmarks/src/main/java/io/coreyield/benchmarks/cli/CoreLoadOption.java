package io.coreyield.benchmarks.cli;

import io.coreyield.benchmarks.load.CoreLoadProfiler;
import java.util.Arrays;

/** {@code -prof coreload}: JMH knows profilers of others by their class name only. */
final class CoreLoadOption {

  static final String NAME = "coreload";

  private CoreLoadOption() {}

  /** The arguments with the short name replaced. */
  static String[] expand(String[] args) {
    String[] expanded = args.clone();
    for (int i = 1; i < expanded.length; i++) {
      if (expanded[i - 1].equals("-prof")) {
        expanded[i] =
            expanded[i].replaceFirst("^" + NAME + "(?=:|$)", CoreLoadProfiler.class.getName());
      }
    }
    return expanded;
  }

  static boolean isNamed(String[] args) {
    return Arrays.stream(args)
        .anyMatch(arg -> arg.matches(CoreLoadProfiler.class.getName() + "(:.*)?"));
  }
}
