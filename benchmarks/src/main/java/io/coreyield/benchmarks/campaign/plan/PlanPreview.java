package io.coreyield.benchmarks.campaign.plan;

import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.benchmarks.terminal.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A plan in words, with the time that its trials are expected to take. */
public record PlanPreview(Machine machine, Plan plan, TrialCost cost) {

  /** Line by line: the configurations, what is left out, and the time. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("%s, %s".formatted(machine.cpu(), machine.topology().summary()));
    lines.add("");
    for (Configuration configuration : plan.configurations()) {
      lines.add(
          "  %-44s n = %,d   about %.1f s a trial"
              .formatted(configuration.label(), configuration.elements(), seconds(configuration)));
    }
    RoundOrder.groups(plan)
        .forEach(pairs ->
            lines.add(
                line(
                    new PlanPart.Siblings(pairs),
                    pairs.getFirst().arms().size(),
                    new Workload.Pair(pairs.getFirst()))));
    RoundOrder.mixedGroups(plan)
        .forEach(pairs ->
            lines.add(
                line(
                    new PlanPart.Mixed(pairs),
                    pairs.getFirst().arms().size(),
                    new Workload.Mixed(pairs.getFirst()))));
    plan.leftOut()
        .forEach(out -> lines.add("  left out: %s: %s".formatted(out.label(), out.reason())));
    lines.add("");
    lines.add(summary());
    return lines;
  }

  /** The expected number of rounds; at least 1. */
  public int rounds() {
    Integer most = plan.stopping().rounds();
    Double budget = plan.stopping().budgetSeconds();
    if (budget == null) {
      return most == null ? Planner.MIN_ROUNDS : most;
    }
    double left = budget - Planner.OUTSIDE_TRIALS_SECONDS - cost.seconds(new Workload.Idle(), plan);
    int held = (int) Math.max(1, Math.round(left / cost.roundSeconds(plan, 0, 0)));
    return most == null ? held : Math.min(most, held);
  }

  private String summary() {
    double round = cost.roundSeconds(plan, 0, 0);
    Integer rounds = plan.stopping().rounds();
    Double budget = plan.stopping().budgetSeconds();
    String length =
        rounds != null
            ? "%d rounds take about %s".formatted(rounds, clock(round * rounds))
            : "a round takes about " + clock(round);
    String limit =
        budget == null
            ? "there is no time limit"
            : "the budget of %s holds about %s"
                .formatted(clock(budget), Phrases.count(rounds(), "round"));
    return "%s%s%s, shuffled in each round; %s; %s%s"
        .formatted(
            Phrases.count(plan.configurations().size(), "configuration"),
            control(),
            pairs(),
            length,
            limit,
            adaptation());
  }

  private static String clock(double seconds) {
    return Progress.clock(Duration.ofMillis((long) (1e3 * seconds)));
  }

  private String adaptation() {
    return plan.shape().adaptive()
        ? "; iterations and blocks become %d to %d a fork, by their cost and variance"
            .formatted(Allocation.MIN, Allocation.MAX)
        : "";
  }

  private String control() {
    Configuration control = plan.control();
    return control == null ? "" : ", %s twice as the A/A control".formatted(control.label());
  }

  private String pairs() {
    int pairs = plan.pairs().size() + plan.mixedPairs().size();
    if (pairs == 0) {
      return "";
    }
    long ofRound = RoundOrder.of(plan, 0, 0).stream().filter(w -> w.onCore().isPresent()).count();
    return "%s and %d of %d pairs".formatted(plan.control() == null ? "" : ",", ofRound, pairs);
  }

  private String line(PlanPart group, int arms, Workload workload) {
    return "  %-44s %d blocks of %d arms of %d ms   about %.1f s a trial"
        .formatted(
            group.label(),
            plan.shape().blocks().measurement(),
            arms,
            plan.shape().blocks().windowMs(),
            cost.seconds(workload, plan));
  }

  private double seconds(Configuration configuration) {
    return cost.seconds(new Workload.Summation(configuration), plan);
  }
}
