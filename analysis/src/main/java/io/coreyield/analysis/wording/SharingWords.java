package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.topology.Sharing;
import io.coreyield.analysis.model.trial.CoreSharing;
import io.coreyield.analysis.model.trial.SharingAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which logical CPUs share a core, and whether the machine says so, in words. */
public final class SharingWords {

  private static final int MAX_GROUPS = 8;
  private static final String MORE_TIME = "give it more time by --budget, on a quieter machine";

  private SharingWords() {}

  /** The same with its sentences, as it is kept. */
  public static CoreSharing of(Sharing sharing) {
    List<String> contradictions =
        sharing.contradictions().stream().map(SharingWords::contradiction).toList();
    return new CoreSharing(
        sharing.answer(),
        sharing.answer() == SharingAnswer.UNKNOWN
            ? unknown(sharing, contradictions)
            : "%s, %s %s.".formatted(finding(sharing), declaration(sharing), evidence(sharing)),
        sharing.confidence(),
        sharing.threshold(),
        sharing.groups(),
        sharing.declared(),
        contradictions);
  }

  private static String contradiction(Sharing.Contradiction c) {
    return "%s %s like two that share a core (%s), and other pairs say that they %s"
        .formatted(
            c.pair(),
            c.shared() ? "do not behave" : "behave",
            Unit.FACTOR.sentence(c.ratio()),
            c.shared() ? "do" : "do not");
  }

  private static String unknown(Sharing sharing, List<String> contradictions) {
    return "Cannot tell which of the %s share a core: %s%s; %s."
        .formatted(
            Phrases.count(sharing.cpus().size(), "logical CPU"),
            doubt(sharing),
            contradictions.isEmpty() ? "" : " (" + String.join("; ", contradictions) + ")",
            MORE_TIME);
  }

  private static String doubt(Sharing sharing) {
    return switch (Objects.requireNonNull(sharing.doubt())) {
      case Sharing.TooFewRounds(int needed) ->
          "%d rounds over all pairs are too few, %d are needed".formatted(sharing.rounds(), needed);
      case Sharing.NoLevels(double lowest, double highest, boolean isGapMissing) ->
          String.format(Locale.ROOT, "the ratios lie between %.2f and %.2f", lowest, highest)
              + (isGapMissing ? " without a clear gap" : "");
      case Sharing.Contradicting() -> "the pairs contradict each other";
      case Sharing.Unstable() -> "the groups change with the rounds that are looked at";
    };
  }

  private static String finding(Sharing sharing) {
    String all = Phrases.count(sharing.cpus().size(), "logical CPU");
    String cores = Phrases.count(sharing.groups().size(), "core");
    int inGroups = sharing.groups().stream().mapToInt(List::size).sum();
    return switch (sharing.answer()) {
      case CORES ->
          isSample(sharing)
              ? "No two of the %s that were measured together share a core".formatted(all)
              : "Each of the %s is a whole core".formatted(all);
      case HYPERTHREADS ->
          "The %s are hyperthreads of %s: %s".formatted(all, cores, listed(sharing.groups()));
      case MIXED ->
          "Of the %s %d are hyperthreads of %s (%s) and %s"
              .formatted(
                  all,
                  inGroups,
                  cores,
                  listed(sharing.groups()),
                  alone(sharing.cpus().size() - inGroups, isSample(sharing)));
      case ONE_CPU ->
          "All %s together do the work of one: they share one CPU of the host, or a quota"
              .formatted(all);
      case UNKNOWN -> throw new IllegalStateException("there is no finding");
    };
  }

  private static boolean isSample(Sharing sharing) {
    return sharing.pairs() < sharing.pairsInAll();
  }

  private static String alone(int count, boolean isSample) {
    if (isSample) {
      return "no pair that was measured shows the other %d sharing one".formatted(count);
    }
    return count == 1 ? "1 is a whole core" : count + " are whole cores";
  }

  private static String declaration(Sharing sharing) {
    List<List<Integer>> declared = sharing.declared();
    if (sharing.groups().equals(declared)) {
      return "as the machine declares";
    }
    return declared.isEmpty()
        ? "which the machine hides: it declares no two of them to share a core"
        : "although the machine declares that %s share a core%s"
            .formatted(listed(declared), declared.size() == 1 ? "" : " each");
  }

  private static String evidence(Sharing sharing) {
    String pairs =
        isSample(sharing)
            ? "a sample of %d of %d pairs".formatted(sharing.pairs(), sharing.pairsInAll())
            : sharing.pairs() == 1 ? "1 pair" : "all %d pairs".formatted(sharing.pairs());
    return "(confidence %s; %s, %s)"
        .formatted(
            Phrases.confidence(sharing.confidence()),
            pairs,
            Phrases.count(sharing.rounds(), "round"));
  }

  private static String listed(List<List<Integer>> groups) {
    List<String> names =
        groups.stream()
            .limit(MAX_GROUPS)
            .map(group -> group.stream().map(String::valueOf).collect(Collectors.joining("+")))
            .toList();
    return groups.size() > MAX_GROUPS
        ? "%s and %d more".formatted(String.join(", ", names), groups.size() - MAX_GROUPS)
        : Phrases.list(names);
  }
}
