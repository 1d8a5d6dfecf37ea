package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.Advice;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many workers to start, in words. */
public final class AdviceWords {

  /** A sentence with more alternatives is a table. */
  private static final int MAX_ALTERNATIVES = 2;

  /** A cost whose interval lies within this share of the throughput is none. */
  private static final double NO_COST = 0.02;

  private AdviceWords() {}

  /** Why that many, and what another number does, without a full stop. */
  public static String reason(Advice advice) {
    String each = each(advice);
    String basis =
        switch (advice.basis()) {
          case Advice.Curve(var speedUp) ->
              Unit.FACTOR.sentence(speedUp) + " the throughput of one";
          case Advice.Quota(var quota, var curve) -> QuotaWords.reason(quota, curve);
          case Advice.Pairs(var yield) ->
              (yield.high() < 0
                      ? "a sibling takes away " + Unit.PERCENT.sentence(yield.negated())
                      : "a sibling adds " + Unit.PERCENT.sentence(yield))
                  + ", by pairs alone";
        };
    String costs = costs(advice);
    return (each.isEmpty() ? "" : each + ": ") + basis + (costs.isEmpty() ? "" : "; " + costs);
  }

  /**
   * What each worker has, and what another number does, for a table; empty where nothing is known.
   */
  public static String choice(Advice advice) {
    return Stream.of(each(advice), alternatives(advice))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String each(Advice advice) {
    return switch (advice.each()) {
      case LOGICAL_CPU -> "one per logical CPU";
      case CORE -> "one per core";
      case NEITHER -> "";
    };
  }

  /** What the largest other numbers of workers cost; empty where none is known, or it was said. */
  private static String costs(Advice advice) {
    boolean isSaid =
        switch (advice.basis()) {
          case Advice.Curve _ -> false;
          case Advice.Pairs _ -> advice.each() == Advice.Each.CORE;
          case Advice.Quota _ -> true;
        };
    return isSaid ? "" : alternatives(advice);
  }

  private static String alternatives(Advice advice) {
    List<Advice.Alternative> known =
        advice.alternatives().stream().filter(a -> a.cost().hasInterval()).toList();
    return known.subList(Math.max(0, known.size() - MAX_ALTERNATIVES), known.size()).stream()
        .map(alternative ->
            "%d instead %s".formatted(alternative.workers(), cost(alternative.cost())))
        .collect(Collectors.joining(", "));
  }

  /** What an alternative does to throughput. */
  public static String cost(Estimate cost) {
    if (isNothing(cost)) {
      return "costs nothing" + Unit.PERCENT.brackets(cost);
    }
    return cost.value() < 0
        ? "adds " + Unit.PERCENT.sentence(cost.negated())
        : "costs " + Unit.PERCENT.sentence(cost);
  }

  /**
   * What the worst other number of workers that is known costs, for a table: {@code 4: 45.2 %
   * less}. Empty where none is known.
   */
  public static Optional<String> worstOther(Advice advice) {
    return advice.alternatives().stream()
        .filter(alternative -> alternative.cost().hasInterval())
        .max(Comparator.comparingDouble(alternative -> alternative.cost().value()))
        .map(worst ->
            isNothing(worst.cost())
                ? "costs nothing"
                : "%d: %s %s"
                    .formatted(
                        worst.workers(),
                        Unit.PERCENT.text(Math.abs(worst.cost().value())),
                        worst.cost().value() < 0 ? "more" : "less"));
  }

  private static boolean isNothing(Estimate cost) {
    return Math.abs(cost.low()) <= NO_COST && Math.abs(cost.high()) <= NO_COST;
  }

  /**
   * All of the first model in few words, grouped by the number of workers: {@code Start 8 workers
   * for code bound by A and B; 4 for code bound by C.} Empty of none.
   */
  public static String brief(List<Advice> advice) {
    Map<Integer, List<String>> byWorkers =
        leading(advice).stream()
            .collect(
                Collectors.groupingBy(
                    Advice::workers,
                    LinkedHashMap::new,
                    Collectors.mapping(a -> a.kernel().boundBy(), Collectors.toList())));
    List<String> clauses = new ArrayList<>();
    byWorkers.forEach((workers, resources) -> {
      String count = clauses.isEmpty() ? Phrases.count(workers, "worker") : "" + workers;
      clauses.add(count + " for code bound by " + Phrases.list(resources));
    });
    return clauses.isEmpty() ? "" : "Start " + String.join("; ", clauses) + ".";
  }

  /** That of the first model, which is what a run speaks of. */
  public static List<Advice> leading(List<Advice> advice) {
    if (advice.isEmpty()) {
      return advice;
    }
    ConcurrencyModel first =
        advice.stream().map(Advice::model).min(ConcurrencyModel::compareTo).orElseThrow();
    return advice.stream().filter(a -> a.model() == first).toList();
  }
}
