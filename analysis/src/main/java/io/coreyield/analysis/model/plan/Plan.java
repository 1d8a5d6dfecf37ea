package io.coreyield.analysis.model.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign set out to do.
 *
 * @param configurations each runs once a round
 * @param pairs cores whose siblings may be measured against each other
 * @param pairsPerRound how many pairs of each kernel run in a round under the first model that
 *     {@code pairs} names for it, and one under each other, drawn at random so that each has run
 *     before one runs again
 * @param mixedPairs the same cores with unlike code on their siblings; one core of each two kernels
 *     runs in a round, drawn in the same way
 * @param control which of {@code configurations} runs a second time in each round, under another
 *     name: the A/A control; null in a run without
 * @param leftOut configurations that would have been run, and why they are not
 * @param arrays the array of each worker, by kernel
 * @param sampleIntervalMs between two samples of the load
 */
public record Plan(
    List<Configuration> configurations,
    List<CorePair> pairs,
    int pairsPerRound,
    List<MixedPair> mixedPairs,
    @Nullable Configuration control,
    List<LeftOut> leftOut,
    Stopping stopping,
    TrialShape shape,
    ArraySizes arrays,
    int sampleIntervalMs) {

  /**
   * When a campaign ends.
   *
   * @param rounds how many at the most; null: as many as the budget holds
   * @param budgetSeconds for the whole campaign with its report; null: no limit
   * @param targetCi relative half-width of every interval at which to stop; null: do not stop early
   */
  public record Stopping(
      @Nullable Integer rounds, @Nullable Double budgetSeconds, @Nullable Double targetCi) {}

  /**
   * How long a trial is.
   *
   * @param warmupIterations per trial of a configuration
   * @param measurementIterations per trial of a configuration
   * @param iterationMs how long an iteration of such a trial lasts at least
   * @param blocks how the trial of a pair is made up
   * @param adaptive whether the iterations and blocks of a trial follow what forks and iterations
   *     were seen to cost and to vary, from {@code measurementIterations} and {@code blocks} on
   */
  public record TrialShape(
      int warmupIterations,
      int measurementIterations,
      int iterationMs,
      Blocks blocks,
      boolean adaptive) {}

  public boolean isEmpty() {
    return configurations.isEmpty() && pairs.isEmpty() && mixedPairs.isEmpty();
  }

  /**
   * The trial of a pair: blocks that measure each arm once, in random order.
   *
   * @param warmup blocks that do not count
   * @param measurement blocks that count
   * @param windowMs how long the workers of an arm run
   */
  public record Blocks(int warmup, int measurement, int windowMs) {

    /** Throws an {@link IllegalArgumentException} if nothing would be measured. */
    public Blocks {
      if (warmup < 0 || measurement < 1 || windowMs < 1) {
        throw new IllegalArgumentException(
            "%d + %d blocks of %d ms: nothing would be measured"
                .formatted(warmup, measurement, windowMs));
      }
    }
  }

  /** A configuration that is not run. */
  public record LeftOut(String label, String reason) {}

  /** Without mixed pairs. */
  public Plan(
      List<Configuration> configurations,
      List<CorePair> pairs,
      int pairsPerRound,
      @Nullable Configuration control,
      List<LeftOut> leftOut,
      Stopping stopping,
      TrialShape shape,
      ArraySizes arrays,
      int sampleIntervalMs) {
    this(
        configurations,
        pairs,
        pairsPerRound,
        List.of(),
        control,
        leftOut,
        stopping,
        shape,
        arrays,
        sampleIntervalMs);
  }

  /** Throws an {@link IllegalArgumentException} if something occurs twice. */
  public Plan {
    configurations = List.copyOf(configurations);
    pairs = List.copyOf(pairs);
    mixedPairs = List.copyOf(mixedPairs);
    leftOut = List.copyOf(leftOut);
    if (pairsPerRound < 1) {
      throw new IllegalArgumentException(
          "%d pairs a round: give 1 or more".formatted(pairsPerRound));
    }
    if (configurations.stream().distinct().count() != configurations.size()
        || pairs.stream().distinct().count() != pairs.size()
        || mixedPairs.stream().distinct().count() != mixedPairs.size()) {
      throw new IllegalArgumentException("the plan contains a configuration twice");
    }
    if (control != null && !configurations.contains(control)) {
      throw new IllegalArgumentException(
          "the A/A control %s is none of the configurations".formatted(control.label()));
    }
  }

  /**
   * The same plan with trials of another length.
   *
   * @param iterations measurement iterations per trial of a configuration
   * @param blockCount measurement blocks per trial of a pair
   * @throws IllegalArgumentException if a trial would measure nothing
   */
  public Plan withMeasurements(int iterations, int blockCount) {
    Blocks longer = new Blocks(shape.blocks.warmup, blockCount, shape.blocks.windowMs);
    return new Plan(
        configurations,
        pairs,
        pairsPerRound,
        mixedPairs,
        control,
        leftOut,
        stopping,
        new TrialShape(
            shape.warmupIterations, iterations, shape.iterationMs, longer, shape.adaptive),
        arrays,
        sampleIntervalMs);
  }
}
