package io.coreyield.analysis.wording.compare;

import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Tendency;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How a run differs from the baseline in figures of a kind, in a clause.
 *
 * @param kind throughput of one worker, speed-up, or a yield
 * @param name of the run
 * @param tendency of its figures, at least one of which is compared
 */
record TendencyWords(Kind kind, String name, Tendency tendency) {

  /** Figures of which no interval reaches farther from zero are called the same. */
  private static final double MAX_SAME = 0.05;

  private record Words(String start, String more, String less, String same, String unclear) {
    static Words of(Kind kind) {
      return switch (kind) {
        case ONE_WORKER ->
            new Words("", " faster", " slower", "as fast", "neither clearly faster nor slower");
        case SPEED_UP_CORES ->
            new Words(
                "more cores help ", " more", " less", "as much", "neither clearly more nor less");
        default ->
            new Words(
                "a hyperthread adds ",
                " more",
                " less",
                "the same",
                "neither clearly more nor less");
      };
    }
  }

  /** Of the only run besides the baseline: {@code B is 24 % faster with one worker}. */
  String clause() {
    Words words = Words.of(kind);
    String what =
        tendency.isOpen()
            ? isSame()
                ? "%s (within %s)".formatted(words.same, size(tendency.bound()))
                : words.unclear
            : range(words);
    return kind == Kind.ONE_WORKER
        ? "%s is %s with one worker".formatted(name, what)
        : words.start + what;
  }

  /** {@code 24 % faster}, {@code up to 24 % faster}, {@code from 10 % slower to 24 % faster}. */
  private String range(Words words) {
    if (tendency.larger() > 0 && tendency.smaller() > 0) {
      return "from %s%s to %s%s"
          .formatted(size(tendency.least()), words.less, size(tendency.most()), words.more);
    }
    String near = size(tendency.isLarger() ? tendency.least() : tendency.most());
    String far = size(tendency.isLarger() ? tendency.most() : tendency.least());
    String word = tendency.isLarger() ? words.more : words.less;
    if (tendency.open() > 0) {
      return "up to " + far + word;
    }
    return (near.equals(far) ? "" : near.replaceAll("\u00a0.*", "–")) + far + word;
  }

  private boolean isSame() {
    return tendency.isOpen() && tendency.bound() <= MAX_SAME;
  }

  private String size(double difference) {
    return CompareWords.size(kind, Math.abs(difference));
  }

  /** Of several runs and one kind. */
  static String clause(List<TendencyWords> others, String baseline) {
    Kind kind = others.getFirst().kind;
    return kind == Kind.ONE_WORKER
        ? "with one worker, " + speeds(others, baseline)
        : Words.of(kind).start + tallies(others, Words.of(kind));
  }

  /** {@code 2 of 5 are faster than A (B most, by 24 %), 1 slower}. */
  private static String speeds(List<TendencyWords> others, String baseline) {
    List<TendencyWords> faster = those(others, Tendency::isLarger);
    List<TendencyWords> slower = those(others, Tendency::isSmaller);
    if (faster.isEmpty() && slower.isEmpty()) {
      return others.stream().allMatch(TendencyWords::isSame)
          ? "all are as fast as " + baseline
          : "none of %d is clearly faster or slower than %s".formatted(others.size(), baseline);
    }
    String counts =
        "%d of %d are %s than %s (%s)"
            .formatted(
                faster.isEmpty() ? slower.size() : faster.size(),
                others.size(),
                faster.isEmpty() ? "slower" : "faster",
                baseline,
                faster.isEmpty()
                    ? farthest(slower, t -> -t.least())
                    : farthest(faster, Tendency::most));
    return faster.isEmpty() || slower.isEmpty()
        ? counts
        : counts + ", %d slower".formatted(slower.size());
  }

  private static String farthest(List<TendencyWords> others, ToDoubleFunction<Tendency> figure) {
    TendencyWords far =
        Collections.max(
            others, Comparator.comparingDouble(other -> figure.applyAsDouble(other.tendency)));
    String most = others.size() > 1 ? " most, by " : " by ";
    return far.name + most + far.size(figure.applyAsDouble(far.tendency));
  }

  /** {@code more on 1, less on 2}. */
  private static String tallies(List<TendencyWords> others, Words words) {
    List<String> tallies = new ArrayList<>();
    tally(tallies, others, Tendency::isLarger, "more");
    tally(tallies, others, Tendency::isSmaller, "less");
    tally(tallies, others, t -> t.larger() > 0 && t.smaller() > 0, "more or less, by code,");
    if (!tallies.isEmpty()) {
      return String.join(", ", tallies);
    }
    return others.stream().allMatch(TendencyWords::isSame) ? words.same + " on all" : words.unclear;
  }

  private static void tally(
      List<String> tallies, List<TendencyWords> others, Predicate<Tendency> which, String word) {
    int count = those(others, which).size();
    if (count > 0) {
      tallies.add(word + " on " + count);
    }
  }

  private static List<TendencyWords> those(List<TendencyWords> others, Predicate<Tendency> which) {
    return others.stream().filter(other -> which.test(other.tendency)).toList();
  }
}
