package io.coreyield.benchmarks.campaign.plan;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.wording.Phrases;
import java.util.List;

/** What a plan takes or leaves out as a whole. */
sealed interface PlanPart {

  /** One line that names it. */
  String label();

  Kernel kernel();

  /** Workers of one trial. */
  int workers();

  default List<CorePair> pairs() {
    return List.of();
  }

  /** What it adds to a round. */
  List<Workload> ofRound();

  record Point(Configuration configuration) implements PlanPart {
    @Override
    public String label() {
      return configuration.label();
    }

    @Override
    public Kernel kernel() {
      return configuration.kernel();
    }

    @Override
    public int workers() {
      return configuration.workers();
    }

    @Override
    public List<Workload> ofRound() {
      return List.of(new Workload.Summation(configuration));
    }
  }

  /** The siblings of every core, one pair each, for one kernel and model; at least one. */
  record Siblings(List<CorePair> pairs) implements PlanPart {

    @Override
    public String label() {
      CorePair first = pairs.getFirst();
      return "%s %s %s of %s"
          .formatted(
              first.kernel(),
              first.model(),
              first.second() == null ? "controls" : "siblings",
              Phrases.count(pairs.size(), "core"));
    }

    @Override
    public Kernel kernel() {
      return pairs.getFirst().kernel();
    }

    @Override
    public int workers() {
      return 2;
    }

    @Override
    public List<Workload> ofRound() {
      boolean leads = pairs.getFirst().model() == ConcurrencyModel.PLATFORM;
      return pairs.stream()
          .limit(leads ? Planner.PAIRS_PER_ROUND : 1)
          .<Workload>map(Workload.Pair::new)
          .toList();
    }
  }
}
