package io.coreyield.analysis.model;

/**
 * What a trial runs: nothing at all, a summation, or the siblings of one core against each other.
 */
public sealed interface Workload {

  /** One line that names it. */
  String label();

  /** The machine with nothing running: the baseline that every load figure stands against. */
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

  /** The logical CPUs of one core, alone and together, in blocks. */
  record Pair(CorePair pair) implements Workload {
    @Override
    public String label() {
      return pair.label();
    }
  }
}
