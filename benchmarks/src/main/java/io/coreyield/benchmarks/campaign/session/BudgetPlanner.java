package io.coreyield.benchmarks.campaign.session;

import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.plan.Planner;
import io.coreyield.benchmarks.campaign.run.Deadline;
import io.coreyield.benchmarks.campaign.run.MeasuredMachine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Plans what fits what is left of a budget, with time for the report. */
record BudgetPlanner(MeasuredMachine subject) {

  /**
   * What to measure on a machine.
   *
   * @throws UnusableException if nothing can be measured as the options ask
   */
  Plan plan(CampaignOptions options, Machine machine) throws UnusableException {
    if (!machine.topology().hasUsable()) {
      throw new UnusableException("this process may run on no logical CPU that OSHI shows");
    }
    Deadline deadline = deadline(options.length().budget());
    try {
      return Planner.plan(options, machine, deadline.left(), subject.limits());
    } catch (IllegalArgumentException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }

  /** The plan for the time and the cores that there are now; the other one where none fits. */
  Plan planOr(Plan other, CampaignOptions options, Machine machine) {
    try {
      return plan(options, machine);
    } catch (UnusableException _) {
      return other;
    }
  }

  /** When to stop measuring; without a budget never. */
  Deadline deadline(@Nullable Duration budget) {
    return new Deadline(
        () -> subject.now().tNs(),
        subject.startNs(),
        budget == null ? null : budget.minus(Planner.FOR_THE_REPORT));
  }
}
