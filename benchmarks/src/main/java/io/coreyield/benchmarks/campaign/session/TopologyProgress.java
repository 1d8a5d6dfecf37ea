package io.coreyield.benchmarks.campaign.session;

import io.coreyield.benchmarks.campaign.run.Deadline;
import io.coreyield.benchmarks.campaign.run.Interruption;
import io.coreyield.benchmarks.terminal.Progress;
import io.coreyield.benchmarks.topology.PairMeasurement;
import io.coreyield.benchmarks.topology.PairRounds;
import io.coreyield.benchmarks.topology.TopologyPlan;
import java.time.Duration;

/** How far a measurement of pairs is, not more often than one can read. */
final class TopologyProgress {

  private static final long NS_BETWEEN_LINES = 5_000_000_000L;
  private static final long NS_BETWEEN_REWRITES = 500_000_000L;

  private final Progress progress;
  private final TopologyPlan plan;
  private final Deadline deadline;
  private final long betweenNs;
  private long lastNs;

  TopologyProgress(Progress progress, TopologyPlan plan, Deadline deadline) {
    this.progress = progress;
    this.plan = plan;
    this.deadline = deadline;
    this.betweenNs = progress.isRewritten() ? NS_BETWEEN_REWRITES : NS_BETWEEN_LINES;
    this.lastNs = System.nanoTime() - betweenNs;
  }

  /** What will be measured, in words. */
  static String what(TopologyPlan plan) {
    return "%s of %d logical CPUs"
        .formatted(
            plan.isSample()
                ? "a sample of %d of %d pairs".formatted(plan.pairs().size(), plan.pairsInAll())
                : plan.pairsInAll() == 1 ? "the pair" : "all %d pairs".formatted(plan.pairsInAll()),
            plan.cpus().size());
  }

  /** Says what will be done and how long it takes, and ends with the time or by the user. */
  PairRounds.Limits limits(Interruption interruption) {
    double least = PairMeasurement.WARM_UP_SECONDS + plan.leastRounds() * plan.roundSeconds();
    Duration atMost = deadline.left();
    Duration atLeast = Duration.ofMillis(Math.min((long) (least * 1e3), atMost.toMillis()));
    progress.say(
        "Measuring %s in windows of %d ms: takes about %s if the answer is clear, at most %s"
            .formatted(
                what(plan), plan.windowMs(), Progress.clock(atLeast), Progress.clock(atMost)));
    return new PairRounds.Limits() {
      @Override
      public boolean isInterrupted() {
        return interruption.isRequested();
      }

      @Override
      public boolean admits(int round, double seconds) {
        boolean admitted = deadline.holds(seconds);
        if (admitted) {
          show(round, seconds);
        }
        return admitted;
      }
    };
  }

  private void show(int round, double roundSeconds) {
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
