package io.coreyield.fleet.summary;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What machines are grouped by. Simulated machines, and those that another tool captured, are in
 * groups of their own.
 *
 * @param model the processor's name as it gives it
 * @param capturedBy another tool; null of runs of ours
 */
public record Cpu(String model, boolean simulated, @Nullable String capturedBy)
    implements Comparable<Cpu> {

  private static final Comparator<Cpu> ORDER =
      Comparator.comparing(Cpu::simulated)
          .thenComparing(Cpu::capturedBy, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Cpu::model);

  @Override
  public int compareTo(Cpu other) {
    return ORDER.compare(this, other);
  }
}
