package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.Advice;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many workers to start, in words. */
public final class AdviceWords {

  /** A sentence with more alternatives is a table. */
  private static final int MAX_ALTERNATIVES = 2;

  /** A cost whose interval lies within this share of the throughput is none. */
  private static final double NO_COST = 0.02;

  private AdviceWords() {}

  /** Why that many, and what a wrong choice costs, without a full stop. */
  public static String reason(Advice advice) {
    String each =
        switch (advice.each()) {
          case LOGICAL_CPU -> "one per logical CPU: ";
          case CORE -> "one per core: ";
          case NEITHER -> "";
        };
    String basis =
        switch (advice.basis()) {
          case Advice.Curve(var speedUp) ->
              Unit.FACTOR.sentence(speedUp) + " the throughput of one";
          case Advice.Quota quota -> QuotaWords.reason(quota);
          case Advice.Pairs(var yield) ->
              (yield.high() < 0
                      ? "a sibling takes away " + Unit.PERCENT.sentence(yield.negated())
                      : "a sibling adds " + Unit.PERCENT.sentence(yield))
                  + ", by pairs alone";
        };
    String costs = costs(advice);
    return each + basis + (costs.isEmpty() ? "" : "; " + costs);
  }

  /** What the largest other numbers of workers cost; empty where none is known, or it was said. */
  private static String costs(Advice advice) {
    boolean isSaid =
        switch (advice.basis()) {
          case Advice.Curve _ -> false;
          case Advice.Pairs _ -> advice.each() == Advice.Each.CORE;
          case Advice.Quota _ -> true;
        };
    if (isSaid) {
      return "";
    }
    List<Advice.Alternative> known =
        advice.alternatives().stream().filter(a -> a.cost().hasInterval()).toList();
    return known.subList(Math.max(0, known.size() - MAX_ALTERNATIVES), known.size()).stream()
        .map(alternative ->
            "%d instead %s".formatted(alternative.workers(), cost(alternative.cost())))
        .collect(Collectors.joining(", "));
  }

  /** What an alternative does to throughput. */
  public static String cost(Estimate cost) {
    if (Math.abs(cost.low()) <= NO_COST && Math.abs(cost.high()) <= NO_COST) {
      return "costs nothing" + Unit.PERCENT.brackets(cost);
    }
    return cost.value() < 0
        ? "adds " + Unit.PERCENT.sentence(cost.negated())
        : "costs " + Unit.PERCENT.sentence(cost);
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
