package io.coreyield.benchmarks.campaign.plan;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.MixedPair;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.wording.Phrases;
import java.util.List;

/** What a plan takes or leaves out as a whole. */
sealed interface PlanPart {

  record Point(Configuration configuration) implements PlanPart {}

  /** The siblings of every core, one pair each, for one kernel and model; at least one. */
  record Siblings(List<CorePair> pairs) implements PlanPart {}

  /** The same cores with unlike code on their siblings, for two kernels; at least one. */
  record Mixed(List<MixedPair> mixedPairs) implements PlanPart {}

  /** One line that names it. */
  default String label() {
    return switch (this) {
      case Point(Configuration configuration) -> configuration.label();
      case Siblings(List<CorePair> pairs) ->
          "%s %s %s of %s"
              .formatted(
                  pairs.getFirst().kernel(),
                  pairs.getFirst().model(),
                  pairs.getFirst().second() == null ? "controls" : "siblings",
                  Phrases.count(pairs.size(), "core"));
      case Mixed(List<MixedPair> mixed) ->
          "%s beside %s on %s of %s"
              .formatted(
                  mixed.getFirst().kernel(0),
                  mixed.getFirst().kernel(1),
                  mixed.getFirst().pair().second() == null ? "two cores" : "siblings",
                  Phrases.count(mixed.size(), "core"));
    };
  }

  /** What its workers compute. */
  default List<Kernel> kernels() {
    return switch (this) {
      case Point(Configuration configuration) -> List.of(configuration.kernel());
      case Siblings(List<CorePair> pairs) -> List.of(pairs.getFirst().kernel());
      case Mixed(List<MixedPair> mixed) ->
          List.of(mixed.getFirst().kernel(0), mixed.getFirst().kernel(1));
    };
  }

  /** Workers of one trial. */
  default int workers() {
    return this instanceof Point(Configuration configuration) ? configuration.workers() : 2;
  }

  default List<CorePair> pairs() {
    return List.of();
  }

  default List<MixedPair> mixedPairs() {
    return List.of();
  }

  /** What it adds to a round. */
  default List<Workload> ofRound() {
    return switch (this) {
      case Point(Configuration configuration) -> List.of(new Workload.Summation(configuration));
      case Siblings(List<CorePair> pairs) -> {
        boolean leads = pairs.getFirst().model() == ConcurrencyModel.PLATFORM;
        yield pairs.stream()
            .limit(leads ? Planner.PAIRS_PER_ROUND : 1)
            .<Workload>map(Workload.Pair::new)
            .toList();
      }
      case Mixed(List<MixedPair> mixed) -> List.of(new Workload.Mixed(mixed.getFirst()));
    };
  }
}
