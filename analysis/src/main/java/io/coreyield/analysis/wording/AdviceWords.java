package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.Advice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How many workers to start, in words. */
public final class AdviceWords {

  private AdviceWords() {}

  /** Why that many, without a full stop. */
  public static String reason(Advice advice) {
    String each =
        switch (advice.each()) {
          case LOGICAL_CPU -> "one per logical CPU: ";
          case CORE -> "one per core: ";
          case NEITHER -> "";
        };
    return each
        + switch (advice.basis()) {
          case Advice.Curve(var speedUp, double further) ->
              Unit.FACTOR.sentence(speedUp)
                  + " the throughput of one"
                  + (Double.isNaN(further)
                      ? ""
                      : String.format(
                          Locale.ROOT, "; more of them add less than %.0f %%", 100 * further));
          case Advice.Pairs(var yield) ->
              (yield.high() < 0
                      ? "a sibling takes away " + Unit.PERCENT.sentence(yield.negated())
                      : "a sibling adds " + Unit.PERCENT.sentence(yield))
                  + ", by pairs alone";
        };
  }

  /**
   * All in few words, grouped by the number of workers: {@code Start 8 workers for code bound by A
   * and B; 4 for code bound by C.} Empty of none.
   */
  public static String brief(List<Advice> advice) {
    Map<Integer, List<String>> byWorkers =
        advice.stream()
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
}
