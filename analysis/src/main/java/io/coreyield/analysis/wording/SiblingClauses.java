package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.findings.yields.Verdict;
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
 * @param trusted whether the machine was fit, so that answers may be given
 */
record SiblingClauses(Topology topology, List<SmtYield> yields, boolean trusted) {

  private static final int MAX_SINGLE = 2;

  /** Answers in the order of the sentence. */
  private static final List<String> ANSWERS = List.of("fake", "partial", "real", "harmful");

  /** What a sibling is, in a clause per answer. */
  private static final Map<String, String> AS_A_SIBLING =
      Map.of("partial", "part of a core", "real", "a real core");

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
    String answer = answer(smtYield);
    return bound
        + who()
        + " adds "
        + percent(smtYield)
        + (answer.isEmpty() ? doubt(smtYield) : ": " + answer);
  }

  /** Pairs measure two siblings; the chip-wide gain is shared among all. */
  private String who() {
    boolean several =
        topology.threadsPerCore() > 2
            && yields.stream().noneMatch(y -> y.estimator() == Estimator.PAIRED);
    return several ? "each further sibling" : "a second sibling";
  }

  private String answer(SmtYield smtYield) {
    return trusted && !(smtYield.verdict() instanceof Verdict.Unknown) ? smtYield.word() : "";
  }

  private String doubt(SmtYield smtYield) {
    return trusted
            && smtYield.yield().hasInterval()
            && smtYield.verdict() instanceof Verdict.Unknown(String reason)
        ? ", but " + reason
        : "";
  }

  private List<String> grouped() {
    List<String> clauses = new ArrayList<>();
    Map<Boolean, List<SmtYield>> byKnown =
        yields.stream().collect(Collectors.partitioningBy(y -> y.yield().hasValue()));
    Map<String, List<SmtYield>> byAnswer = by(byKnown.getOrDefault(true, List.of()), this::answer);
    for (String answer : ANSWERS) {
      if (byAnswer.containsKey(answer)) {
        String resources = list(byAnswer.get(answer), y -> resource(y) + " (" + percent(y) + ")");
        String subject = clauses.isEmpty() ? who() + " is " : "";
        String what = AS_A_SIBLING.getOrDefault(answer, answer);
        clauses.add(subject + what + " for code bound by " + resources);
      }
    }
    by(byAnswer.getOrDefault("", List.of()), this::doubt)
        .forEach((doubt, group) -> clauses.add(adds(clauses.isEmpty(), group) + doubt));
    by(byKnown.getOrDefault(false, List.of()), y -> String.valueOf(y.yield().reason()))
        .forEach((reason, group) -> clauses.add(unknown(clauses.isEmpty(), group) + reason));
    return clauses;
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
    return Unit.PERCENT.sentence(smtYield.yield()) + (mixed ? ", all cores at once" : "");
  }

  private static Map<String, List<SmtYield>> by(
      List<SmtYield> yields, Function<SmtYield, String> key) {
    return yields.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }

  private static String list(List<SmtYield> group, Function<SmtYield, String> words) {
    return Phrases.list(group.stream().map(words).toList());
  }
}
