package io.coreyield.analysis.model.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The machine that was measured.
 *
 * @param cpu the processor's name as it gives it
 * @param vendor the processor's vendor as it gives it
 * @param maxFrequencyHz the highest clock it declares; null where it declares none
 * @param caches its caches, nearest first
 * @param virtualization the hypervisor's name; null on bare metal or where it is unknown
 */
public record Machine(
    String cpu,
    String vendor,
    @Nullable Long maxFrequencyHz,
    Topology topology,
    List<Cache> caches,
    long memoryBytes,
    @Nullable String virtualization) {

  public Machine {
    caches = List.copyOf(caches);
  }
}
