package io.coreyield.analysis.wording.compare;

import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Difference;
import io.coreyield.analysis.comparison.Highlights;
import io.coreyield.analysis.comparison.IncomparableReason;
import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Tendency;
import io.coreyield.analysis.wording.Phrases;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a comparison answers: a sentence of at most 25 words, where a name is one. */
public final class CompareHeadline {

  /** It follows from the other two, and has a place in the matrix. */
  private static final Set<Kind> LEFT_OUT = EnumSet.of(Kind.ALL_CPUS, Kind.ALL_CORES);

  private final Comparison comparison;

  private CompareHeadline(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The sentence. */
  public static String of(Comparison comparison) {
    return new CompareHeadline(comparison).sentence();
  }

  private String sentence() {
    List<String> clauses =
        Highlights.of(comparison).stream()
            .filter(highlights -> !LEFT_OUT.contains(highlights.kind()))
            .flatMap(this::clause)
            .toList();
    String words = clauses.isEmpty() ? nothing() : String.join("; ", clauses);
    return (isName(words) ? words : Phrases.capitalized(words)) + ".";
  }

  /** A name at the start is spelled as it is. */
  private boolean isName(String words) {
    return comparison.runs().stream().anyMatch(run -> words.startsWith(run.name()));
  }

  private Stream<String> clause(Highlights highlights) {
    List<TendencyWords> others =
        others()
            .mapToObj(i ->
                new TendencyWords(
                    highlights.kind(),
                    comparison.runs().get(i).name(),
                    Tendency.of(comparison, i, highlights.rows())))
            .filter(other -> !other.tendency().isEmpty())
            .toList();
    if (others.isEmpty()) {
      return Stream.of();
    }
    return Stream.of(
        comparison.runs().size() == 2
            ? others.getFirst().clause()
            : TendencyWords.clause(others, comparison.baselineRun().name()));
  }

  private IntStream others() {
    return IntStream.range(0, comparison.runs().size()).filter(i -> i != comparison.baseline());
  }

  private String nothing() {
    String baseline = comparison.baselineRun().name();
    List<String> names = others().mapToObj(i -> comparison.runs().get(i).name()).toList();
    return "%s be compared with %s%s"
        .formatted(
            names.size() == 1 ? names.getFirst() + " cannot" : "No other run can",
            baseline,
            commonest()
                .map(rule -> ": " + CompareWords.rule(rule))
                .orElse(": no figure is there to compare"));
  }

  /** Why most figures are not compared; that they are missing only if there is no other reason. */
  private Optional<IncomparableReason> commonest() {
    Map<IncomparableReason, Long> counts =
        others()
            .mapToObj(comparison.differences()::get)
            .flatMap(differences -> differences.values().stream())
            .filter(Difference.Refused.class::isInstance)
            .map(difference -> ((Difference.Refused) difference).obstacle())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .max(
            Comparator.comparing((Map.Entry<IncomparableReason, Long> entry) ->
                    entry.getKey() != IncomparableReason.NOT_MEASURED)
                .thenComparing(Map.Entry::getValue)
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }
}
