package io.coreyield.benchmarks.simulation;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.coreyield.analysis.model.plan.Kernel;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields of a machine's file; one that the file does not have is null, 0 or false. */
record MachineFields(
    String schema,
    @JsonProperty(required = true) String cpu,
    @JsonUnwrapped CoreLayout layout,
    @Nullable SortedMap<Integer, Long> cachesBytes,
    @Nullable Long memoryBytes,
    @JsonUnwrapped Frequency frequency,
    @JsonUnwrapped ForkPace pace,
    @JsonUnwrapped MachineFields.Yields yields,
    @Nullable Noise noise,
    double stealShare,
    @Nullable List<BackgroundProgram> backgroundPrograms,
    @Nullable Instant start) {

  private static final long DEFAULT_MEMORY_BYTES = 64L << 30;
  private static final SortedMap<Integer, Long> DEFAULT_CACHES_BYTES =
      new TreeMap<>(Map.of(1, 32L << 10, 2, 1L << 20, 3, 32L << 20));

  /** Fixed, so that one file and seed give one run. */
  private static final Instant DEFAULT_START = Instant.parse("2026-01-01T00:00:00Z");

  /** What each kernel does; see {@link KernelTruth}. */
  record Yields(@Nullable Double yield, @Nullable Map<Kernel, KernelFields> perKernel) {

    /** All but those without a yield that came after the first files. */
    Map<Kernel, KernelTruth> kernels() {
      Map<Kernel, KernelFields> given = perKernel == null ? Map.of() : perKernel;
      Map<Kernel, KernelTruth> truths = new EnumMap<>(Kernel.class);
      for (Kernel kernel : Kernel.values()) {
        if (yield == null && !given.containsKey(kernel) && !Kernel.MAIN.contains(kernel)) {
          continue;
        }
        KernelFields fields = given.getOrDefault(kernel, new KernelFields(null, null, null, null));
        try {
          truths.put(kernel, fields.truth(kernel, yield));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(
              "'perKernel.%s': %s".formatted(kernel, e.getMessage()), e);
        }
      }
      return truths;
    }
  }

  /** What one kernel does, where that is not the default. */
  record KernelFields(
      @Nullable Double yield,
      @Nullable Double cyclesPerElement,
      @Nullable Double memoryBandwidthElementsPerSecond,
      @Nullable Map<Kernel, Double> beside) {

    KernelTruth truth(Kernel kernel, @Nullable Double defaultYield) {
      Double of = yield == null ? defaultYield : yield;
      if (of == null) {
        throw new IllegalArgumentException(
            "'yield' is missing, and there is no 'yield' for all kernels");
      }
      return new KernelTruth(
              of,
              requireNonNullElse(cyclesPerElement, kernel.zen4CyclesPerElement()),
              requireNonNullElse(memoryBandwidthElementsPerSecond, Double.POSITIVE_INFINITY),
              requireNonNullElse(beside, Map.of()))
          .possibleFor(kernel);
    }
  }

  /**
   * The machine that they describe.
   *
   * @throws IllegalArgumentException naming the field that is missing or out of range
   */
  SimulatedMachine machine() {
    return new SimulatedMachine(
        cpu,
        layout,
        requireNonNullElse(cachesBytes, DEFAULT_CACHES_BYTES),
        requireNonNullElse(memoryBytes, DEFAULT_MEMORY_BYTES),
        frequency,
        pace,
        yields.kernels(),
        requireNonNullElse(noise, Noise.NONE),
        stealShare,
        requireNonNullElse(backgroundPrograms, List.of()),
        requireNonNullElse(start, DEFAULT_START));
  }
}
