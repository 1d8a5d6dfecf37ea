package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.MixedPair;
import io.coreyield.analysis.model.plan.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One JMH fork of one configuration.
 *
 * @param number 0-based, in the order in which trials ran
 * @param round 0-based; a round runs every configuration once. The idle baseline is in round 0
 * @param fork 0-based, counted per configuration over the whole run
 * @param startNs when the fork was started, on the run's clock
 * @param endNs when it had ended, on the run's clock
 * @param cpuUse CPU time of the fork and its worker JVMs from start to end, JVM start and warm-up
 *     included; null where unknown
 * @param iterations in order, warm-up included
 * @param failure why it gave no result; null when it did
 */
public record Trial(
    int number,
    int round,
    int fork,
    Workload workload,
    long startNs,
    long endNs,
    @Nullable CpuUse cpuUse,
    List<Iteration> iterations,
    @Nullable String failure) {

  /**
   * Throws an {@link IllegalArgumentException} if a number is negative, the window is empty, or a
   * trial that did not fail has no measurement iteration.
   */
  public Trial {
    if (number < 0 || round < 0 || fork < 0) {
      throw new IllegalArgumentException(
          "trial %d, round %d, fork %d: none may be negative".formatted(number, round, fork));
    }
    if (endNs <= startNs) {
      throw new IllegalArgumentException(
          "trial %d ends at %d, not after its start %d".formatted(number, endNs, startNs));
    }
    iterations = List.copyOf(iterations);
    if (failure == null && iterations.stream().noneMatch(Iteration::isMeasurement)) {
      throw new IllegalArgumentException(
          "trial %d has no measurement iteration and no failure".formatted(number));
    }
  }

  /**
   * The same trial with these of its iterations; empty if it gave a result and none of them is a
   * measurement.
   */
  public Optional<Trial> withIterations(List<Iteration> kept) {
    return failure == null && kept.stream().noneMatch(Iteration::isMeasurement)
        ? Optional.empty()
        : Optional.of(
            new Trial(number, round, fork, workload, startNs, endNs, cpuUse, kept, failure));
  }

  public boolean succeeded() {
    return failure == null;
  }

  /** The iterations that count, in order. */
  public List<Iteration> measurements() {
    return iterations.stream().filter(Iteration::isMeasurement).toList();
  }

  /** Wall time of the whole fork, the {@code real} of the {@code time} command. */
  public double wallSeconds() {
    return (endNs - startNs) / 1e9;
  }

  /** The configuration, if the trial is a summation. */
  public Stream<Configuration> configuration() {
    return switch (workload) {
      case Workload.Summation(Configuration configuration) -> Stream.of(configuration);
      case Workload.Idle(), Workload.AaRepeat(_), Workload.Pair(_), Workload.Mixed(_) ->
          Stream.empty();
    };
  }

  /** The configuration, if the trial is the second name of one in the A/A control. */
  public Stream<Configuration> aaRepeat() {
    return workload instanceof Workload.AaRepeat(Configuration configuration)
        ? Stream.of(configuration)
        : Stream.empty();
  }

  /** The core and its kernels, if the trial is one of a mixed pair. */
  public Stream<MixedPair> mixed() {
    return workload instanceof Workload.Mixed(MixedPair mixed) ? Stream.of(mixed) : Stream.empty();
  }

  /** The core, if the trial is one of a pair with the same code on it. */
  public Stream<CorePair> pair() {
    return workload instanceof Workload.Pair(CorePair pair) ? Stream.of(pair) : Stream.empty();
  }
}
