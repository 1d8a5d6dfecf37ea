package io.coreyield.analysis.model.plan;

import java.util.Optional;

/**
 * What a trial runs: nothing at all, a summation, or the siblings of one core against each other.
 */
public sealed interface Workload {

  /** One line that names it. */
  String label();

  /** How its workers are run; empty where there is none. */
  default Optional<ConcurrencyModel> model() {
    return switch (this) {
      case Idle() -> Optional.empty();
      case Summation(var configuration) -> Optional.of(configuration.model());
      case AaRepeat(var configuration) -> Optional.of(configuration.model());
      case Pair(var pair) -> Optional.of(pair.model());
    };
  }

  /** What its workers compute; empty where there is none. */
  default Optional<Kernel> kernel() {
    return switch (this) {
      case Idle() -> Optional.empty();
      case Summation(var configuration) -> Optional.of(configuration.kernel());
      case AaRepeat(var configuration) -> Optional.of(configuration.kernel());
      case Pair(var pair) -> Optional.of(pair.kernel());
    };
  }

  /** The most workers that run at once. */
  default int mostWorkers() {
    return switch (this) {
      case Idle() -> 0;
      case Summation(var configuration) -> configuration.workers();
      case AaRepeat(var configuration) -> configuration.workers();
      case Pair(var _) -> 2;
    };
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
   * The same summation under a second name: one side of the A/A control. It counts for no figure
   * but that control.
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
}
