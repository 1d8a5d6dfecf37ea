package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.plan.Kernel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many workers to start for one kind of code.
 *
 * @param kernel the kind of code, by what binds it
 * @param workers how many
 * @param reason why, in words, without a full stop
 */
public record Advice(Kernel kernel, int workers, String reason) {

  /** In a sentence without its full stop. */
  public String sentence() {
    return "for code bound by %s start %s: %s"
        .formatted(kernel.boundBy(), Phrases.count(workers, "worker"), reason);
  }

  /**
   * All in few words: kinds of code that want the same number of workers stand together. {@code
   * Start 8 workers for code bound by A and B; 4 for code bound by C.} Empty of none.
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
