package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.findings.trust.ForkState;
import io.coreyield.analysis.stats.SteadyState.Kind;
import io.coreyield.analysis.wording.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether forks came to a steady state. */
public final class ForkTables {

  private ForkTables() {}

  /** One row per fork. */
  static Table forks(List<ForkState> forks) {
    return new Columns<ForkState>()
        .count("trial", "Trial", fork -> fork.trial().number())
        .count("round", "Round", fork -> fork.trial().round())
        .words("what", "What", fork -> fork.trial().workload().label())
        .words("state", "State", fork -> fork.state().kind().toString())
        .words(
            "first_steady_index",
            "Steady from",
            fork -> isSteady(fork.state().kind()) ? Integer.toString(fork.state().start()) : "")
        .words(
            "changepoints",
            "Changes at",
            fork ->
                fork.state().changepoints().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(" ")))
        .count("trimmed_iterations", "Trimmed", fork -> fork.trimmed())
        .table(
            "forks",
            "Whether each fork came to a steady state, by changepoints of its speed.",
            forks.stream());
  }

  /** Those that never did. */
  public static Table never(List<ForkState> forks) {
    return forks(forks.stream().filter(f -> f.state().kind() == Kind.NO_STEADY_STATE).toList())
        .named("never-steady", "Forks that never came to a steady state.")
        .without("state", "first_steady_index", "trimmed_iterations");
  }

  private static boolean isSteady(Kind kind) {
    return switch (kind) {
      case FLAT, WARM_UP, SLOWDOWN -> true;
      case NO_STEADY_STATE, UNKNOWN -> false;
    };
  }

  /** How many forks did what, and how many iterations were trimmed. */
  public static List<Fact> facts(List<ForkState> forks) {
    List<Fact> facts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      facts.add(new Fact(meaning(kind), Long.toString(count(forks, kind))));
    }
    facts.add(new Fact("Iterations trimmed", Integer.toString(trimmed(forks))));
    return facts;
  }

  public static long count(List<ForkState> forks, Kind kind) {
    return forks.stream().filter(fork -> fork.state().kind() == kind).count();
  }

  public static int trimmed(List<ForkState> forks) {
    return forks.stream().mapToInt(ForkState::trimmed).sum();
  }

  private static String meaning(Kind kind) {
    return switch (kind) {
      case FLAT -> "Flat: one speed throughout";
      case WARM_UP -> "Warm-up: came to its best speed";
      case SLOWDOWN -> "Slowdown: came to less than its best";
      case NO_STEADY_STATE -> "No steady state";
      case UNKNOWN -> "Unknown: too few values to tell";
    };
  }
}
