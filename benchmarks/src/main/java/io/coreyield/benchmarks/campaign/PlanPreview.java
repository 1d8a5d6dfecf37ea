package io.coreyield.benchmarks.campaign;

import io.coreyield.analysis.model.Configuration;
import io.coreyield.analysis.model.CorePair;
import io.coreyield.analysis.model.Machine;
import io.coreyield.analysis.model.Plan;
import io.coreyield.analysis.model.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A plan in words, with the time that it is expected to take.
 *
 * @param machine that it is for
 * @param plan what would be run
 * @param cost how long trials are expected to take
 */
public record PlanPreview(Machine machine, Plan plan, TrialCost cost) {

  /** Line by line: the configurations, what is left out, and the time. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("%s, %s".formatted(machine.cpu(), machine.topology().summary()));
    lines.add("");
    for (Configuration configuration : plan.configurations()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-38s n = %,d   about %.1f s a trial",
              configuration.label(),
              configuration.elements(),
              seconds(configuration)));
    }
    for (CorePair pair : plan.pairs()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-38s %d blocks of %d arms of %d ms   about %.1f s a trial",
              pair.label(),
              plan.blocks().measurement(),
              pair.arms().size(),
              plan.blocks().windowMs(),
              cost.seconds(new Workload.Pair(pair), plan)));
    }
    plan.leftOut()
        .forEach(out -> lines.add("  left out: %s: %s".formatted(out.label(), out.reason())));
    lines.add("");
    lines.add(summary());
    return lines;
  }

  private String summary() {
    double round = RoundOrder.of(plan, 0, 0).stream().mapToDouble(w -> cost.seconds(w, plan)).sum();
    Integer rounds = plan.rounds();
    Double budget = plan.budgetSeconds();
    String length =
        rounds != null
            ? "%d rounds take about %s"
                .formatted(rounds, Progress.clock(Duration.ofMillis((long) (1e3 * round * rounds))))
            : "a round takes about %s"
                .formatted(Progress.clock(Duration.ofMillis((long) (1e3 * round))));
    String limit =
        budget == null
            ? "there is no time limit"
            : "the budget of %s holds about %d rounds"
                .formatted(
                    Progress.clock(Duration.ofMillis((long) (1e3 * budget))),
                    (long) (budget / round));
    return "%d configurations%s, shuffled anew in each round; %s; %s"
        .formatted(plan.configurations().size(), pairs(), length, limit);
  }

  private String pairs() {
    return plan.pairs().isEmpty()
        ? ""
        : " and %d of the %d pairs"
            .formatted(
                RoundOrder.of(plan, 0, 0).size() - plan.configurations().size(),
                plan.pairs().size());
  }

  private double seconds(Configuration configuration) {
    return cost.seconds(new Workload.Summation(configuration), plan);
  }
}
