package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a second sibling adds, in words: a clause per kernel, or of many kernels a clause per
 * answer.
 *
 * @param topology the part of the machine that the run could use
 * @param yields of one model, one per kernel
 */
record SiblingClauses(Topology topology, List<SmtYield> yields) {

  private static final int MAX_SINGLE = 2;

  /** Whether any yield has a value. */
  boolean isKnown() {
    return yields.stream().anyMatch(y -> y.yield().hasValue());
  }

  String sentence() {
    return yields.size() <= MAX_SINGLE
        ? yields.stream().map(this::single).collect(Collectors.joining("; "))
        : String.join("; ", grouped());
  }

  private String single(SmtYield smtYield) {
    Estimate yield = smtYield.yield();
    String bound = "for code bound by " + smtYield.kernel().boundBy() + ", ";
    if (!yield.hasValue()) {
      return bound + "what " + who() + " adds is unknown: " + yield.reason();
    }
    return bound + who() + " adds " + percent(smtYield) + category(smtYield);
  }

  private static String category(SmtYield smtYield) {
    return switch (smtYield.category()) {
      case UNKNOWN -> doubt(smtYield);
      case SOMETHING -> "";
      case NOTHING, AS_GOOD_AS_A_CORE, HARMFUL -> ": " + YieldWords.of(smtYield.category());
    };
  }

  /** Pairs measure two siblings; the chip-wide gain is shared among all. */
  private String who() {
    boolean several =
        topology.threadsPerCore() > 2
            && yields.stream().noneMatch(y -> y.estimator() == Estimator.PAIRED);
    return several ? "each further sibling" : "a second sibling";
  }

  private static String doubt(SmtYield smtYield) {
    return DoubtWords.ending(smtYield.yield(), smtYield.trust());
  }

  private List<String> grouped() {
    List<String> clauses = new ArrayList<>();
    Map<Boolean, List<SmtYield>> byKnown =
        yields.stream().collect(Collectors.partitioningBy(y -> y.yield().hasValue()));
    Map<Category, List<SmtYield>> byCategory =
        by(byKnown.getOrDefault(true, List.of()), SmtYield::category);
    for (Category category : Category.values()) {
      if (category != Category.UNKNOWN && byCategory.containsKey(category)) {
        String resources =
            list(byCategory.get(category), y -> resource(y) + " (" + percent(y) + ")");
        String subject = clauses.isEmpty() ? who() + " " : "";
        clauses.add(subject + does(category) + " for code bound by " + resources);
      }
    }
    by(byCategory.getOrDefault(Category.UNKNOWN, List.of()), SiblingClauses::doubt)
        .forEach((doubt, group) -> clauses.add(adds(clauses.isEmpty(), group) + doubt));
    by(byKnown.getOrDefault(false, List.of()), y -> String.valueOf(y.yield().reason()))
        .forEach((reason, group) -> clauses.add(unknown(clauses.isEmpty(), group) + reason));
    return clauses;
  }

  private static String does(Category category) {
    return switch (category) {
      case NOTHING, SOMETHING -> "adds " + YieldWords.of(category);
      case AS_GOOD_AS_A_CORE, HARMFUL, UNKNOWN -> "is " + YieldWords.of(category);
    };
  }

  private String adds(boolean first, List<SmtYield> group) {
    String resources = list(group, y -> percent(y) + " (" + resource(y) + ")");
    return (first ? who() : "it") + " adds, by what binds the code, " + resources;
  }

  private String unknown(boolean first, List<SmtYield> group) {
    return "what %s adds for code bound by %s is unknown: "
        .formatted(first ? who() : "it", list(group, SiblingClauses::resource));
  }

  private static String resource(SmtYield smtYield) {
    return smtYield.kernel().boundBy();
  }

  /** With its estimator where yields of both kinds are shown. */
  private String percent(SmtYield smtYield) {
    boolean mixed =
        smtYield.estimator() == Estimator.CHIP_WIDE
            && yields.stream().anyMatch(SmtYield::isPairMeasured);
    return Unit.PERCENT.sentence(smtYield.yield())
        + (mixed ? ", all cores at once" : "")
        + ceiling(smtYield);
  }

  /** What a core adds, where a sibling is as good and a core adds less than 100 %. */
  private static String ceiling(SmtYield smtYield) {
    Estimate ceiling = smtYield.controls().ceiling();
    return smtYield.category() == Category.AS_GOOD_AS_A_CORE
            && ceiling.value() < 1 - Category.MARGIN
        ? ", a core " + Unit.PERCENT.text(ceiling.value())
        : "";
  }

  private static <K> Map<K, List<SmtYield>> by(List<SmtYield> yields, Function<SmtYield, K> key) {
    return yields.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }

  private static String list(List<SmtYield> group, Function<SmtYield, String> words) {
    return Phrases.list(group.stream().map(words).toList());
  }
}
