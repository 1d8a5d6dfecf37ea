package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.trial.CoreSharing;
import io.coreyield.analysis.model.trial.SharingAnswer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The answer in one sentence: what the logical CPUs are, and whether the machine says so.
 *
 * @param cpus the logical CPUs that were measured
 * @param answer what they turned out to be, never unknown
 * @param sharing their groups
 * @param sampled whether not every pair of them was measured, so that one that was not may share a
 *     core
 */
record SharingSentence(
    List<Integer> cpus, SharingAnswer answer, CoreSharing sharing, boolean sampled) {

  private static final int MOST_GROUPS = 8;

  /** With the evidence at its end. */
  String text(String evidence) {
    return "%s, %s %s.".formatted(finding(), declaration(), evidence);
  }

  private String finding() {
    String all = Phrases.count(cpus.size(), "logical CPU");
    int cores = sharing.groups().size();
    return switch (answer) {
      case CORES ->
          sampled
              ? "No two of the %s that were measured together share a core".formatted(all)
              : "Each of the %s is a whole core".formatted(all);
      case HYPERTHREADS ->
          "The %s are hyperthreads of %s: %s"
              .formatted(all, Phrases.count(cores, "core"), listed(sharing.groups()));
      case MIXED ->
          "Of the %s %d are hyperthreads of %s (%s) and %s"
              .formatted(
                  all,
                  inGroups(),
                  Phrases.count(cores, "core"),
                  listed(sharing.groups()),
                  alone(cpus.size() - inGroups()));
      case ONE_CPU ->
          "All %s together do the work of one: they share one CPU of the host, or a quota"
              .formatted(all);
      case UNKNOWN -> throw new IllegalStateException("there is no finding");
    };
  }

  private int inGroups() {
    return sharing.groups().stream().mapToInt(List::size).sum();
  }

  private String alone(int count) {
    if (sampled) {
      return "no pair that was measured shows the other %d sharing one".formatted(count);
    }
    return count == 1 ? "1 is a whole core" : count + " are whole cores";
  }

  private String declaration() {
    if (sharing.groups().equals(sharing.declared())) {
      return "as the machine declares";
    }
    if (sharing.declared().isEmpty()) {
      return "which the machine hides: it declares no two of them to share a core";
    }
    return "although the machine declares that %s %s"
        .formatted(
            listed(sharing.declared()),
            sharing.declared().size() == 1 ? "share a core" : "share a core each");
  }

  private static String listed(List<List<Integer>> groups) {
    List<String> names = groups.stream().limit(MOST_GROUPS).map(SharingSentence::name).toList();
    if (groups.size() > MOST_GROUPS) {
      return "%s and %d more".formatted(String.join(", ", names), groups.size() - MOST_GROUPS);
    }
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  private static String name(List<Integer> group) {
    return group.stream().map(String::valueOf).collect(Collectors.joining("+"));
  }
}
