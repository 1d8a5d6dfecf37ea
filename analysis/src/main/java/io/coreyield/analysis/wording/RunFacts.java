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

  private static boolean isIdle(Trial trial) {
    return trial.succeeded() && trial.workload() instanceof Workload.Idle;
  }

  /** The run, its plan and its software. */
  public static List<Fact> of(Run run) {
    RunInfo info = run.info();
    Plan plan = info.plan();
    Plan.TrialShape shape = plan.shape();
    Environment.Jvm jvm = info.environment().jvm();
    Facts facts =
        new Facts()
            .add("State", info.state().id())
            .known("Measured", info.simulated() ? "nothing: the machine was simulated" : null)
            .add("Start", Quantities.utc(info.start()));
    Instant end = info.end();
    if (end != null) {
      facts
          .add("End", Quantities.utc(end))
          .add("Duration", duration(Duration.between(info.start(), end).toSeconds()));
    }
    facts
        .add("Command line", String.join(" ", info.commandLine()))
        .add("Seed", info.measured().seed())
        .add("Rounds", rounds(run))
        .add("Trials (forks)", trials(run))
        .add("Configurations", plan.configurations().size())
        .add("Budget", budget(plan.stopping().budgetSeconds()));
    if (plan.stopping().targetCi() != null) {
      facts.add("Target interval", "± " + Unit.PERCENT.text(plan.stopping().targetCi()));
    }
    facts.add(
        "Iterations of a trial",
        "%d to warm up, %d measured of %d ms or more each"
            .formatted(
                shape.warmupIterations(), shape.measurementIterations(), shape.iterationMs()));
    if (!plan.pairs().isEmpty() || !plan.mixedPairs().isEmpty()) {
      addPairs(facts, plan);
    }
    return facts
        .known("Array of each worker", arrays(plan))
        .add("Load sampled every", plan.sampleIntervalMs() + " ms")
        .add("Java", jvm.javaVersion() + ", " + jvm.vmName())
        .add("JVM build", jvm.vmVersion())
        .add("JVM arguments", orNone(String.join(" ", jvm.arguments())))
        .add("Virtual threads' carriers", info.environment().limits().virtualThreadCarriers())
        .add("CoreYield, JMH", info.toolVersion() + ", " + info.measured().jmhVersion())
        .list();
  }

  private static void addPairs(Facts facts, Plan plan) {
    Plan.Blocks blocks = plan.shape().blocks();
    facts.add(
        "Pairs",
        "%d; a round runs %d of each kernel under its first model, one under each other"
            .formatted(plan.pairs().size(), plan.pairsPerRound()));
    if (!plan.mixedPairs().isEmpty()) {
      facts.add(
          "Pairs of unlike code",
          "%d; a round runs one of each two kernels".formatted(plan.mixedPairs().size()));
    }
    facts.add(
        "Blocks of a pair",
        "%d to warm up, %d measured, each arm once for %d ms"
            .formatted(blocks.warmup(), blocks.measurement(), blocks.windowMs()));
  }

  private static String arrays(Plan plan) {
    return kernels(plan)
        .filter(Kernel::readsArray)
        .map(k -> k.id() + " " + Quantities.bytes(plan.arrays().bytes(k)))
        .collect(Collectors.joining(", "));
  }

  private static Stream<Kernel> kernels(Plan plan) {
    return Stream.of(
            plan.pairs().stream().map(CorePair::kernel),
            plan.mixedPairs().stream().flatMap(m -> Stream.of(m.kernel(0), m.kernel(1))),
            plan.configurations().stream().map(Configuration::kernel))
        .flatMap(kernels -> kernels)
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

  /** Why there is no load of the logical CPUs, in a sentence. */
  public static String noLoad(RunInfo info) {
    String why = info.environment().conditions().loadUnavailable();
    return "The load of the logical CPUs is not available" + (why == null ? "." : ": " + why + ".");
  }

  /** How busy the machine was when nothing of ours ran; empty where that was not measured. */
  public static List<Fact> idle(MeasuredFindings findings) {
    if (findings.run().trials().stream().noneMatch(RunFacts::isIdle)) {
      return List.of();
    }
    List<TrialLoad> idle =
        findings.loads().trials().stream().filter(load -> isIdle(load.trial())).toList();
    return List.of(
        new Fact("Busy logical CPUs", mean(idle, TrialLoad::busyCpus)),
        new Fact("Background load", mean(idle, TrialLoad::backgroundCpus)),
        new Fact("Taken by the hypervisor", mean(idle, TrialLoad::stealCpus)));
  }

  private static String mean(List<TrialLoad> loads, ToDoubleFunction<TrialLoad> figure) {
    double mean = loads.stream().mapToDouble(figure).average().orElse(Double.NaN);
    return Double.isNaN(mean) ? MachineFacts.NOT_AVAILABLE : Unit.CPUS.text(mean);
  }
}
