package io.coreyield.benchmarks.campaign.session;

import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.wording.Phrases;
import java.util.Optional;

/** More workers than a user may mean to start. */
final class Crowding {

  /** Up to so many for each logical CPU show that more workers add nothing, as in 2017. */
  private static final int MAX_PER_CPU = 4;

  private Crowding() {}

  /** What they will do, for a plan with far more workers than logical CPUs; empty of others. */
  static Optional<String> sentence(Plan plan, Topology topology) {
    int cpus = topology.usableOrAll().logicalCpus();
    int workers = plan.configurations().stream().mapToInt(Configuration::workers).max().orElse(0);
    return workers <= MAX_PER_CPU * cpus
        ? Optional.empty()
        : Optional.of(
            "warning: %d workers will take turns on %s; for what more workers are worth, --workers up to %d is enough"
                .formatted(workers, Phrases.count(cpus, "logical CPU"), 2 * cpus));
  }
}
