package io.coreyield.analysis.report;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.report.MethodsText.Sentence;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the methods text says of what ran, and in which order. */
final class MethodsDesign {

  private final Run run;
  private final RunInfo info;
  private final Plan plan;

  private MethodsDesign(Run run) {
    this.run = run;
    this.info = run.info();
    this.plan = run.info().plan();
  }

  static List<Sentence> sentences(Findings findings) {
    return new MethodsDesign(findings.run()).sentences();
  }

  private List<Sentence> sentences() {
    List<Sentence> sentences = new ArrayList<>();
    List<Trial> forks = run.trials().stream().filter(MethodsDesign::isFork).toList();
    sentences.add(forks(forks));
    if (!forks.isEmpty()) {
      sentences.add(order());
    }
    List<Trial> summations = results(trial -> trial.configuration().findAny().isPresent());
    if (!summations.isEmpty()) {
      sentences.add(Sentence.of(configurations(summations)));
      sentences.add(Sentence.of(iterations(summations)));
    }
    List<Trial> pairs = results(trial -> trial.pair().findAny().isPresent());
    if (!pairs.isEmpty()) {
      sentences.add(Sentence.of(pairs(pairs)));
      sentences.add(Sentence.of(blocks(pairs)));
    }
    if (plan.adaptive()) {
      sentences.add(
          Sentence.of(
              "The iterations and blocks of a fork followed what forks and iterations were seen to cost and to vary",
              Reference.KALIBERA));
    }
    arrays(Stream.concat(summations.stream(), pairs.stream())).forEach(sentences::add);
    sentences.addAll(end());
    sentences.addAll(load());
    return sentences;
  }

  private static boolean isFork(Trial trial) {
    return !(trial.workload() instanceof Workload.Idle);
  }

  private List<Trial> results(Predicate<Trial> which) {
    return run.trials().stream().filter(Trial::succeeded).filter(which).toList();
  }

  private Sentence forks(List<Trial> forks) {
    long rounds = forks.stream().mapToInt(Trial::round).distinct().count();
    String counted =
        "%s (%sthe unit of replication) in %s, from %s%s"
            .formatted(
                Phrases.count(forks.size(), "fork"),
                info.simulated() ? "" : "JVMs started anew, ",
                Phrases.count(rounds, "round"),
                RunFacts.utc(info.start()),
                info.end() == null ? "" : " to " + RunFacts.utc(info.end()));
    return info.simulated()
        ? Sentence.of(
            "CoreYield %s simulated %s".formatted(info.toolVersion(), counted),
            Reference.COREYIELD,
            Reference.GEORGES,
            Reference.KALIBERA)
        : Sentence.of(
            "CoreYield %s with JMH %s ran %s"
                .formatted(info.toolVersion(), info.jmhVersion(), counted),
            Reference.COREYIELD,
            Reference.JMH,
            Reference.GEORGES,
            Reference.KALIBERA);
  }

  private Sentence order() {
    List<String> parts = new ArrayList<>();
    if (!plan.configurations().isEmpty()) {
      parts.add(
          "each of %s once"
              .formatted(Phrases.count(plan.configurations().size(), "configuration")));
    }
    if (plan.control() != null) {
      parts.add("one of them again under another name");
    }
    if (!plan.pairs().isEmpty()) {
      boolean further = plan.pairs().stream().map(CorePair::model).distinct().count() > 1;
      parts.add(
          "%s of each kernel%s, which took turns"
              .formatted(
                  Phrases.count(plan.pairsPerRound(), "core"),
                  further ? " (one under each further model)" : ""));
    }
    return Sentence.of(
        "A round ran %s, in an order shuffled with the seed %d"
            .formatted(Phrases.list(parts), info.seed()),
        Reference.ABEDI);
  }

  private static String configurations(List<Trial> summations) {
    List<Configuration> all = summations.stream().flatMap(Trial::configuration).toList();
    return "The configurations with a result summed with the %s, under %s, with %s workers, placement %s and %s scaling"
        .formatted(
            kernels(all.stream().map(Configuration::kernel)),
            models(all.stream().map(Configuration::model)),
            listed(all.stream().map(Configuration::workers)),
            listed(all.stream().map(Configuration::placement)),
            listed(all.stream().map(Configuration::scaling)));
  }

  private static <T extends Comparable<T>> String listed(Stream<T> things) {
    return Phrases.list(things.distinct().sorted().map(Object::toString).toList());
  }

  private static String models(Stream<ConcurrencyModel> models) {
    return Phrases.list(models.distinct().sorted().map(ConcurrencyModel::title).toList());
  }

  private static String kernels(Stream<Kernel> kernels) {
    List<String> names =
        kernels.distinct().sorted().map(k -> "%s (%s)".formatted(k.id(), k.boundBy())).toList();
    return (names.size() == 1 ? "kernel " : "kernels ") + Phrases.list(names);
  }

  private String iterations(List<Trial> summations) {
    return "Each of their forks ran %s to warm up and %s that count, of at least %d ms each"
        .formatted(
            counted(summations, trial -> warmUps(trial), "iteration"),
            counted(summations, trial -> trial.measurements().size(), ""),
            plan.iterationMs());
  }

  private static int warmUps(Trial trial) {
    return trial.iterations().size() - trial.measurements().size();
  }

  /** {@code 3 iterations}, or {@code 3 to 5 iterations} where they differ. */
  private static String counted(List<Trial> trials, ToIntFunction<Trial> count, String noun) {
    IntSummaryStatistics counts = trials.stream().mapToInt(count).summaryStatistics();
    String range =
        counts.getMin() == counts.getMax()
            ? Integer.toString(counts.getMin())
            : counts.getMin() + " to " + counts.getMax();
    return noun.isEmpty() ? range : range + " " + noun + (range.equals("1") ? "" : "s");
  }

  private static String pairs(List<Trial> pairs) {
    List<CorePair> cores = pairs.stream().flatMap(Trial::pair).toList();
    return "%s measured single cores, %s of them, with the %s, under %s"
        .formatted(
            Phrases.count(pairs.size(), "fork"),
            cores.stream().map(CorePair::first).distinct().count(),
            kernels(cores.stream().map(CorePair::kernel)),
            models(cores.stream().map(CorePair::model)));
  }

  private String blocks(List<Trial> pairs) {
    List<PairArm> arms =
        pairs.stream()
            .flatMap(trial -> trial.measurements().stream())
            .map(Iteration::windows)
            .flatMap(List::stream)
            .map(ArmWindow::arm)
            .distinct()
            .sorted()
            .toList();
    return "Each of them ran %s to warm up and %s that count; a block ran each arm once, pinned, for %d ms, in an order of its own: %s"
        .formatted(
            counted(pairs, MethodsDesign::warmUps, "block"),
            counted(pairs, trial -> trial.measurements().size(), ""),
            plan.blocks().windowMs(),
            arms.stream().map(MethodsDesign::meaning).collect(Collectors.joining("; ")));
  }

  private static String meaning(PairArm arm) {
    return switch (arm) {
      case FIRST -> "one worker on the core's first logical CPU";
      case SECOND -> "one on its sibling";
      case BOTH -> "one on each of both";
      case SAME -> "two on the first";
      case OTHER -> "one on another core";
      case SEPARATE -> "one on each of two cores";
    };
  }

  private Stream<Sentence> arrays(Stream<Trial> trials) {
    String arrays =
        trials
            .flatMap(trial -> trial.workload().kernel().stream())
            .distinct()
            .filter(Kernel::readsArray)
            .sorted()
            .map(k -> "%s for %s".formatted(MachineFacts.bytes(plan.arrays().bytes(k)), k.id()))
            .collect(Collectors.joining(", "));
    return arrays.isEmpty()
        ? Stream.empty()
        : Stream.of(Sentence.of("Each worker had an array of its own: " + arrays));
  }

  private List<Sentence> end() {
    List<Sentence> sentences = new ArrayList<>();
    Double target = plan.targetCi();
    if (target != null) {
      sentences.add(
          Sentence.of(
              "The campaign was to end as soon as every interval was within ± %s of its figure, whatever it held"
                  .formatted(Unit.PERCENT.text(target)),
              Reference.LAABER));
    }
    switch (info.state()) {
      case COMPLETE -> {}
      case INTERRUPTED ->
          sentences.add(Sentence.of("It was interrupted, and stands on what had been measured"));
      case RUNNING ->
          sentences.add(Sentence.of("It had not ended when it was analysed, or was killed"));
    }
    return sentences;
  }

  private List<Sentence> load() {
    List<Sentence> sentences = new ArrayList<>();
    if (run.load().samples() > 0) {
      String words =
          "The counters of every logical CPU were %s every %d ms (%s)"
              .formatted(
                  info.simulated() ? "simulated" : "sampled with OSHI",
                  plan.sampleIntervalMs(),
                  Phrases.count(run.load().samples(), "sample"));
      sentences.add(info.simulated() ? Sentence.of(words) : Sentence.of(words, Reference.OSHI));
    }
    if (run.trials().stream().anyMatch(trial -> !isFork(trial))) {
      sentences.add(
          Sentence.of("An idle fork showed the machine with nothing of the benchmark running"));
    }
    return sentences;
  }
}
