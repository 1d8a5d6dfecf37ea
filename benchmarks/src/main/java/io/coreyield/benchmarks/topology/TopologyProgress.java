package io.coreyield.benchmarks.topology;

import io.coreyield.benchmarks.campaign.run.Deadline;
import io.coreyield.benchmarks.terminal.Progress;
import java.time.Duration;

/** How far a measurement of pairs is, not more often than one can read. */
final class TopologyProgress {

  private static final long NS_BETWEEN_LINES = 5_000_000_000L;
  private static final long NS_BETWEEN_REWRITES = 500_000_000L;

  private final Progress progress;
  private final long betweenNs;
  private long lastNs;

  TopologyProgress(Progress progress, boolean terminal) {
    this.progress = progress;
    this.betweenNs = terminal ? NS_BETWEEN_REWRITES : NS_BETWEEN_LINES;
    this.lastNs = System.nanoTime() - betweenNs;
  }

  /** What will be done, and how long it takes. */
  void plan(TopologyPlan plan, Deadline deadline) {
    double least = PairMeasurement.WARM_UP_SECONDS + plan.leastRounds() * plan.roundSeconds();
    Duration atMost = deadline.left();
    Duration atLeast = Duration.ofMillis(Math.min((long) (least * 1e3), atMost.toMillis()));
    progress.say(
        ("Measuring %s of %d logical CPUs in windows of %d ms: takes about %s if the answer"
                + " is clear, at most %s")
            .formatted(
                plan.isSample()
                    ? "a sample of %d of %d pairs".formatted(plan.pairs().size(), plan.pairsInAll())
                    : plan.pairsInAll() == 1
                        ? "the pair"
                        : "all %d pairs".formatted(plan.pairsInAll()),
                plan.cpus().size(),
                plan.windowMs(),
                Progress.clock(atLeast),
                Progress.clock(atMost)));
  }

  void round(TopologyPlan plan, int round, double roundSeconds, Deadline deadline) {
    long nowNs = System.nanoTime();
    if (nowNs - lastNs < betweenNs) {
      return;
    }
    lastNs = nowNs;
    double toLeast = (plan.leastRounds() - round) * roundSeconds;
    Duration left = toLeast > 0 ? Duration.ofMillis((long) (toLeast * 1e3)) : deadline.left();
    progress.trial(
        plan.pairs().size() + (plan.pairs().size() == 1 ? " pair" : " pairs"),
        round + 1,
        deadline.elapsed(),
        left.compareTo(deadline.left()) < 0 ? left : deadline.left());
  }
}
