package io.coreyield.analysis.report;

import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.report.MethodsText.Sentence;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.ForkState;
import io.coreyield.analysis.scaling.Ledger;
import io.coreyield.analysis.scaling.LedgerEntry;
import io.coreyield.analysis.scaling.ScalingPoint;
import io.coreyield.analysis.scaling.SmtYield;
import io.coreyield.analysis.scaling.TaintCheck;
import io.coreyield.analysis.stats.SteadyState;
import io.coreyield.analysis.stats.SteadyState.Kind;
import io.coreyield.analysis.wording.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the methods text says of what was left out, and why. */
final class MethodsExclusions {

  /** More parts of the plan than these, left out for one reason, are counted and not named. */
  private static final int MOST_NAMED = 3;

  private MethodsExclusions() {}

  static List<Sentence> sentences(Findings findings) {
    List<Sentence> sentences = new ArrayList<>();
    sentences.addAll(failed(findings.run().trials()));
    sentences.addAll(steady(findings.forkStates()));
    sentences.addAll(tainted(findings));
    sentences.addAll(leftOut(findings.run().info().plan().leftOut()));
    return sentences;
  }

  private static List<Sentence> failed(List<Trial> trials) {
    List<String> failures =
        trials.stream().map(Trial::failure).flatMap(Stream::ofNullable).toList();
    return failures.isEmpty()
        ? List.of()
        : List.of(
            Sentence.of(
                "%s gave no result and %s for nothing; the first because %s"
                    .formatted(
                        Phrases.count(failures.size(), "fork"),
                        failures.size() == 1 ? "counts" : "count",
                        withoutFullStop(failures.getFirst()))));
  }

  private static String withoutFullStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static List<Sentence> steady(List<ForkState> forks) {
    long unknown = ForkTables.count(forks, Kind.UNKNOWN);
    long told = forks.size() - unknown;
    List<Sentence> sentences = new ArrayList<>();
    if (told > 0) {
      String kinds =
          Stream.of(Kind.values())
              .filter(kind -> kind != Kind.UNKNOWN && ForkTables.count(forks, kind) > 0)
              .map(kind -> "%d %s".formatted(ForkTables.count(forks, kind), meaning(kind)))
              .collect(Collectors.collectingAndThen(Collectors.toList(), Phrases::list));
      sentences.add(
          Sentence.of(
              "Changepoints of mean and variance in the speed of each fork's operations or windows, by PELT with a penalty of %d ln n and changes below %s %% ignored, told whether it came to a steady state: of %s, %s"
                  .formatted(
                      SteadyState.PENALTY,
                      Axis.plain(100 * SteadyState.LEAST_DIFFERENCE),
                      Phrases.count(told, "fork"),
                      kinds),
              Reference.KILLICK,
              Reference.BARRETT));
    }
    if (unknown > 0) {
      sentences.add(
          Sentence.of(
              "%s had too few operations to tell".formatted(Phrases.count(unknown, "fork"))));
    }
    int trimmed = ForkTables.trimmed(forks);
    if (trimmed > 0) {
      sentences.add(
          Sentence.of(
              "%s that began before the steady state %s trimmed"
                  .formatted(
                      Phrases.count(trimmed, "measured iteration"),
                      trimmed == 1 ? "was" : "were")));
    }
    return sentences;
  }

  private static String meaning(Kind kind) {
    return switch (kind) {
      case FLAT -> "kept one speed";
      case WARM_UP -> "warmed up to their best";
      case SLOWDOWN -> "slowed down to a steady speed";
      case NO_STEADY_STATE -> "never came to one";
      case UNKNOWN -> "were too short to tell";
    };
  }

  private static List<Sentence> tainted(Findings findings) {
    Ledger ledger = findings.ledger();
    int all = ledger.entries().size();
    if (all == 0) {
      return List.of();
    }
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(Sentence.of(tainted(ledger, all)));
    if (ledger.tainted() > 0) {
      sentences.add(Sentence.of(leading(findings)));
    }
    List<String> untold = untold(ledger);
    if (!untold.isEmpty()) {
      sentences.add(Sentence.of("Nothing on this machine told of " + Phrases.list(untold)));
    }
    return sentences;
  }

  private static String tainted(Ledger ledger, int all) {
    if (ledger.tainted() == 0) {
      return "None of %s that count (blocks included) was tainted"
          .formatted(Phrases.count(all, "iteration"));
    }
    List<String> reasons =
        Stream.of(Taint.values())
            .filter(taint -> ledger.tainted(taint) > 0)
            .map(taint -> "%s (%d)".formatted(taint.reason(), ledger.tainted(taint)))
            .toList();
    return "%d of %s that count (blocks included) %s tainted, for these reasons: %s"
        .formatted(
            ledger.tainted(),
            Phrases.count(all, "iteration"),
            ledger.tainted() == 1 ? "is" : "are",
            String.join("; ", reasons));
  }

  private static String leading(Findings findings) {
    List<TaintCheck> affected =
        Stream.concat(
                findings.yields().stream().map(SmtYield::taints),
                findings.curves().stream()
                    .flatMap(curve -> curve.points().stream())
                    .map(ScalingPoint::taints))
            .filter(check -> check.tainted() > 0)
            .toList();
    long without = affected.stream().filter(TaintCheck::leads).count();
    long apart = affected.stream().filter(check -> check.disagreement() != null).count();
    return "Figures are given with and without them, and the one without is told first where half of its forks, and three of them or all where there are fewer, keep an iteration (%d of %s); %s by more than the interval"
        .formatted(
            without,
            Phrases.count(affected.size(), "figure"),
            apart == 0 ? "no two differ" : apart == 1 ? "one differs" : apart + " differ");
  }

  /** What no iteration has a figure of. */
  private static List<String> untold(Ledger ledger) {
    List<String> untold = new ArrayList<>();
    add(untold, ledger, LedgerEntry::onCpuShare, "the CPU time of workers");
    add(untold, ledger, LedgerEntry::stealShare, "steal");
    add(untold, ledger, LedgerEntry::throttledShare, "throttling by a quota");
    add(untold, ledger, LedgerEntry::foreignCpus, "the load of other programs");
    add(untold, ledger, LedgerEntry::clockSpread, "the clock within a block");
    add(untold, ledger, LedgerEntry::pressureShare, "tasks that waited for a CPU");
    return untold;
  }

  private static void add(
      List<String> untold, Ledger ledger, ToDoubleFunction<LedgerEntry> figure, String name) {
    if (ledger.entries().stream().mapToDouble(figure).allMatch(Double::isNaN)) {
      untold.add(name);
    }
  }

  private static List<Sentence> leftOut(List<Plan.LeftOut> parts) {
    if (parts.isEmpty()) {
      return List.of();
    }
    Map<String, List<String>> byReason =
        parts.stream()
            .collect(
                Collectors.groupingBy(
                    part -> withoutFullStop(part.reason()),
                    LinkedHashMap::new,
                    Collectors.mapping(Plan.LeftOut::label, Collectors.toList())));
    return List.of(
        Sentence.of(
            byReason.entrySet().stream()
                .map(e -> "%s (%s)".formatted(named(e.getValue()), e.getKey()))
                .collect(Collectors.joining("; ", "Left out of the plan: ", ""))));
  }

  private static String named(List<String> labels) {
    int more = labels.size() - MOST_NAMED;
    List<String> named = new ArrayList<>(labels.subList(0, Math.min(MOST_NAMED, labels.size())));
    if (more > 0) {
      named.add(more + " more");
    }
    return Phrases.list(named);
  }
}
