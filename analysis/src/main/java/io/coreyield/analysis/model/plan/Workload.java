package io.coreyield.analysis.model.plan;

import java.util.Optional;

/**
 * What a trial runs: nothing at all, a summation, or the siblings of one core against each other,
 * with the same code on them or with unlike code.
 */
public sealed interface Workload {

  /** One line that names it. */
  String label();

  /** What a summation runs, under its first name or its second. */
  default Optional<Configuration> summation() {
    return switch (this) {
      case Summation(var configuration) -> Optional.of(configuration);
      case AaRepeat(var configuration) -> Optional.of(configuration);
      case Idle(), Pair(_), Mixed(_) -> Optional.empty();
    };
  }

  /** How its workers are run; empty where there is none. */
  default Optional<ConcurrencyModel> model() {
    return onCore().map(CorePair::model).or(() -> summation().map(Configuration::model));
  }

  /** What its first worker computes; empty where there is none. */
  default Optional<Kernel> kernel() {
    return onCore().map(CorePair::kernel).or(() -> summation().map(Configuration::kernel));
  }

  /** The logical CPUs of one core that it measures in blocks; empty where it does not. */
  default Optional<CorePair> onCore() {
    return switch (this) {
      case Pair(var pair) -> Optional.of(pair);
      case Mixed(var mixed) -> Optional.of(mixed.pair());
      case Idle(), Summation(_), AaRepeat(_) -> Optional.empty();
    };
  }

  /** The most workers that run at once. */
  default int mostWorkers() {
    return onCore().isPresent() ? 2 : summation().map(Configuration::workers).orElse(0);
  }

  /** The machine with nothing running: the baseline of every load figure. */
  record Idle() implements Workload {
    @Override
    public String label() {
      return "idle";
    }
  }

  /** A summation in one configuration. */
  record Summation(Configuration configuration) implements Workload {
    @Override
    public String label() {
      return configuration.label();
    }
  }

  /**
   * The same summation under a second name: one side of the A/A control, and of no other figure.
   */
  record AaRepeat(Configuration configuration) implements Workload {
    @Override
    public String label() {
      return configuration.label() + " again (A/A)";
    }
  }

  /** The logical CPUs of one core, alone and together, in blocks. */
  record Pair(CorePair pair) implements Workload {
    @Override
    public String label() {
      return pair.label();
    }
  }

  /** The same with unlike code on them. */
  record Mixed(MixedPair mixed) implements Workload {
    @Override
    public String label() {
      return mixed.label();
    }
  }
}
