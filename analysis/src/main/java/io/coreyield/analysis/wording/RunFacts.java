package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.load.TrialLoad;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the run was made, and what may be wrong with it, as terms and words. */
public final class RunFacts {

  private RunFacts() {}

  /** How the run ended, in a sentence; null where it ended by itself and has results. */
  public static @Nullable String state(Run run) {
    long results = run.trials().stream().filter(RunFacts::isResult).count();
    String trials = Phrases.count(results, "finished trial");
    return switch (run.info().state()) {
      case RUNNING ->
          "This run has no end: it is still under way, or it was killed. The page shows its "
              + trials
              + ".";
      case INTERRUPTED -> "This run was interrupted. The page shows its " + trials + ".";
      case COMPLETE ->
          results > 0 ? null : "No trial of this run gave a result; the table of trials says why.";
    };
  }

  private static boolean isResult(Trial trial) {
    return trial.succeeded() && !(trial.workload() instanceof Workload.Idle);
  }

  public static List<Fact> of(Run run) {
    RunInfo info = run.info();
    Plan plan = info.plan();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("State", info.state().id()));
    if (info.simulated()) {
      facts.add(new Fact("Measured", "nothing: the machine was simulated"));
    }
    facts.add(new Fact("Start", Quantities.utc(info.start())));
    Instant end = info.end();
    if (end != null) {
      facts.add(new Fact("End", Quantities.utc(end)));
      facts.add(new Fact("Duration", duration(Duration.between(info.start(), end).toSeconds())));
    }
    facts.add(new Fact("Command line", String.join(" ", info.commandLine())));
    facts.add(new Fact("Seed", Long.toString(info.measured().seed())));
    facts.add(new Fact("Rounds", rounds(run)));
    facts.add(new Fact("Trials (forks)", trials(run)));
    facts.add(new Fact("Configurations", Integer.toString(plan.configurations().size())));
    facts.add(new Fact("Budget", budget(plan.stopping().budgetSeconds())));
    if (plan.stopping().targetCi() != null) {
      facts.add(new Fact("Target interval", "± " + Unit.PERCENT.text(plan.stopping().targetCi())));
    }
    facts.add(
        new Fact(
            "Iterations of a trial",
            "%d to warm up, %d measured, %d ms or more each"
                .formatted(
                    plan.shape().warmupIterations(),
                    plan.shape().measurementIterations(),
                    plan.shape().iterationMs())));
    facts.addAll(pairs(plan));
    facts.add(new Fact("Load sampled every", plan.sampleIntervalMs() + " ms"));
    facts.addAll(software(info));
    return facts;
  }

  private static List<Fact> software(RunInfo info) {
    Environment environment = info.environment();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact("Java", environment.jvm().javaVersion() + ", " + environment.jvm().vmName()));
    facts.add(new Fact("JVM build", environment.jvm().vmVersion()));
    facts.add(new Fact("JVM arguments", orNone(String.join(" ", environment.jvm().arguments()))));
    facts.add(
        new Fact("Virtual threads' carriers", "" + environment.limits().virtualThreadCarriers()));
    facts.add(new Fact("CoreYield, JMH", info.toolVersion() + ", " + info.measured().jmhVersion()));
    return facts;
  }

  /** How pairs were measured, and the arrays of kernels that read one; empty where none is. */
  private static List<Fact> pairs(Plan plan) {
    List<Fact> facts = new ArrayList<>();
    if (!plan.pairs().isEmpty()) {
      Plan.Blocks blocks = plan.shape().blocks();
      facts.add(
          new Fact(
              "Pairs",
              "%d; a round runs %d of each kernel under its first model, one under each other"
                  .formatted(plan.pairs().size(), plan.pairsPerRound())));
      facts.add(
          new Fact(
              "Blocks of a pair",
              "%d to warm up, %d measured, each arm once for %d ms"
                  .formatted(blocks.warmup(), blocks.measurement(), blocks.windowMs())));
    }
    String arrays =
        kernels(plan)
            .filter(Kernel::readsArray)
            .map(k -> k.id() + " " + Quantities.bytes(plan.arrays().bytes(k)))
            .collect(Collectors.joining(", "));
    if (!arrays.isEmpty()) {
      facts.add(new Fact("Array of each worker", arrays));
    }
    return facts;
  }

  private static Stream<Kernel> kernels(Plan plan) {
    return Stream.concat(
            plan.pairs().stream().map(CorePair::kernel),
            plan.configurations().stream().map(Configuration::kernel))
        .distinct()
        .sorted();
  }

  private static String rounds(Run run) {
    int done = run.trials().stream().mapToInt(Trial::round).max().orElse(-1) + 1;
    Integer planned = run.info().plan().stopping().rounds();
    return planned == null ? Integer.toString(done) : "%d of %d".formatted(done, planned);
  }

  private static String trials(Run run) {
    long failed = run.trials().stream().filter(t -> !t.succeeded()).count();
    return failed == 0
        ? Integer.toString(run.trials().size())
        : "%d, of which %d failed".formatted(run.trials().size(), failed);
  }

  private static String budget(@Nullable Double seconds) {
    return seconds == null ? "none" : duration(Math.round(seconds));
  }

  private static String duration(long seconds) {
    return seconds < 60 ? seconds + " s" : "%d min %d s".formatted(seconds / 60, seconds % 60);
  }

  private static String orNone(String text) {
    return text.isBlank() ? "none" : text;
  }

  /** How busy the machine was when nothing of ours ran; empty where no load covers it. */
  public static List<Fact> idle(MeasuredFindings findings) {
    List<TrialLoad> idle =
        findings.loads().trials().stream()
            .filter(load -> load.trial().workload() instanceof Workload.Idle)
            .toList();
    if (idle.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Fact("Busy logical CPUs", mean(idle, TrialLoad::busyCpus)),
        new Fact("Background load", mean(idle, TrialLoad::backgroundCpus)),
        new Fact("Taken by the hypervisor", mean(idle, TrialLoad::stealCpus)));
  }

  private static String mean(List<TrialLoad> loads, ToDoubleFunction<TrialLoad> figure) {
    return Unit.CPUS.text(loads.stream().mapToDouble(figure).average().orElse(Double.NaN));
  }
}
