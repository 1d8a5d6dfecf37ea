package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.chart.TimeScale;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.load.TrialLoad;
import io.coreyield.analysis.findings.trust.ForkState;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.SteadyState.Kind;
import io.coreyield.analysis.wording.Fact;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Every trial, in order, and whether its fork came to a steady state. */
public final class TrialTables {

  private TrialTables() {}

  /** Every trial with the load over its measurement iterations. */
  public static Table trials(MeasuredFindings findings) {
    Run run = findings.run();
    long originNs = run.load().samples() > 0 ? run.load().timeNs(0) : run.info().clock().tNs();
    Map<Trial, TrialLoad> loads =
        findings.loads().trials().stream()
            .collect(Collectors.toMap(TrialLoad::trial, Function.identity(), (a, b) -> a));
    Map<Integer, Long> tainted =
        findings.quality().ledger().entries().stream()
            .filter(entry -> !entry.taints().isEmpty())
            .collect(Collectors.groupingBy(entry -> entry.trial().number(), Collectors.counting()));
    return new Columns<Trial>()
        .count("trial", "Trial", Trial::number)
        .count("round", "Round", Trial::round)
        .words("what", "What", t -> t.workload().label())
        .words("start", "Start", t -> clock(t.startNs() - originNs))
        .figure("seconds", "Duration", Unit.SECONDS, Trial::wallSeconds)
        .figure("busy_cpus", "Busy", Unit.CPUS, cpus(loads, TrialLoad::busyCpus))
        .figure("system_cpus", "System", Unit.CPUS, cpus(loads, TrialLoad::systemCpus))
        .figure("background_cpus", "Background", Unit.CPUS, cpus(loads, TrialLoad::backgroundCpus))
        .figure("steal_cpus", "Steal", Unit.CPUS, cpus(loads, TrialLoad::stealCpus))
        .words("result", "Result", t -> result(t, tainted.getOrDefault(t.number(), 0L)))
        .table(
            "trials",
            "Every trial in order; loads are logical CPUs over its measurement iterations.",
            run.trials().stream());
  }

  private static String clock(long elapsedNs) {
    return TimeScale.clock(Math.max(0, elapsedNs) / 1_000_000_000L);
  }

  private static ToDoubleFunction<Trial> cpus(
      Map<Trial, TrialLoad> loads, ToDoubleFunction<TrialLoad> figure) {
    return trial -> {
      TrialLoad load = loads.get(trial);
      return load == null ? Double.NaN : figure.applyAsDouble(load);
    };
  }

  private static String result(Trial trial, long tainted) {
    String failure = trial.failure();
    if (failure != null) {
      return "failed: " + failure;
    }
    return tainted == 0
        ? "good"
        : "%d of %d iterations tainted".formatted(tainted, trial.measurements().size());
  }

  /** One row per fork. */
  static Table forks(List<ForkState> forks) {
    return new Columns<ForkState>()
        .count("trial", "Trial", fork -> fork.trial().number())
        .count("round", "Round", fork -> fork.trial().round())
        .words("what", "What", fork -> fork.trial().workload().label())
        .words("state", "State", fork -> fork.state().kind().toString())
        .words("first_steady_index", "Steady from", TrialTables::firstSteady)
        .words("changepoints", "Changes at", TrialTables::changes)
        .count("trimmed_iterations", "Trimmed", ForkState::trimmed)
        .table(
            "forks",
            "Whether each fork came to a steady state, by changepoints of its speed.",
            forks.stream());
  }

  /** The forks that never came to a steady state. */
  public static Table neverSteady(List<ForkState> forks) {
    return forks(forks.stream().filter(f -> f.state().kind() == Kind.NO_STEADY_STATE).toList())
        .named("never-steady", "Forks that never came to a steady state.")
        .without("state", "first_steady_index", "trimmed_iterations");
  }

  private static String firstSteady(ForkState fork) {
    return switch (fork.state().kind()) {
      case FLAT, WARM_UP, SLOWDOWN -> Integer.toString(fork.state().start());
      case NO_STEADY_STATE, UNKNOWN -> "";
    };
  }

  private static String changes(ForkState fork) {
    return fork.state().changepoints().stream()
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  /** How many forks did what, and how many iterations were trimmed. */
  public static List<Fact> forkFacts(List<ForkState> forks) {
    List<Fact> facts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      facts.add(new Fact(meaning(kind), Long.toString(ForkState.count(forks, kind))));
    }
    facts.add(new Fact("Iterations trimmed", Integer.toString(ForkState.trimmed(forks))));
    return facts;
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
