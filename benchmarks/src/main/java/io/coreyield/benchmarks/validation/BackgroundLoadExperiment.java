package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Length;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Selection;
import io.coreyield.benchmarks.campaign.run.LocalMachine;
import io.coreyield.benchmarks.campaign.session.CampaignSession;
import io.coreyield.benchmarks.campaign.session.OutputDirectory;
import io.coreyield.benchmarks.campaign.session.UnusableException;
import io.coreyield.benchmarks.machine.ForkProperties;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import io.coreyield.benchmarks.machine.linux.CpuList;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The same campaign on this machine three times: quiet, with a program that keeps one logical CPU
 * busy for half of the time, and quiet again, which shows how much the machine itself changed.
 */
record BackgroundLoadExperiment(Duration budget, int cpu, long seed, Path directory) {

  private static final int MEAN_TURN_MS = 1_500;

  /** What the three campaigns found. */
  record Result(MeasuredFindings before, MeasuredFindings loaded, MeasuredFindings after) {

    List<String> markdown() {
      List<String> lines =
          new ArrayList<>(
              Markdown.header(
                  "configuration",
                  "quiet",
                  "quiet again",
                  "loaded: tainted",
                  "loaded, all iterations",
                  "loaded, untainted",
                  "agrees with quiet"));
      before.curves().stream()
          .flatMap(curve -> curve.points().stream())
          .map(point -> row(point.configuration()))
          .forEach(lines::add);
      return lines;
    }

    private String row(Configuration configuration) {
      TaintCheck quiet = of(before, configuration);
      TaintCheck disturbed = of(loaded, configuration);
      return Markdown.row(
          configuration.label(),
          words(quiet.headline()),
          words(of(after, configuration).headline()),
          "%d of %d".formatted(disturbed.tainted(), disturbed.iterations()),
          words(disturbed.all()),
          words(disturbed.untainted()),
          "all: %s, without tainted: %s"
              .formatted(
                  agrees(quiet.headline(), disturbed.all()),
                  agrees(quiet.headline(), disturbed.untainted())));
    }

    private static TaintCheck of(MeasuredFindings findings, Configuration configuration) {
      return findings.curves().stream()
          .flatMap(curve -> curve.points().stream())
          .filter(point -> point.configuration().equals(configuration))
          .map(ScalingPoint::taints)
          .findFirst()
          .orElseThrow();
    }

    /** In billions of elements a second. */
    private static String words(Estimate throughput) {
      Estimate e = throughput.times(1e-9);
      return e.hasInterval()
          ? "%.3f [%.3f, %.3f]".formatted(e.value(), e.low(), e.high())
          : String.valueOf(e.reason());
    }

    private static String agrees(Estimate a, Estimate b) {
      if (!a.hasInterval() || !b.hasInterval()) {
        return "cannot tell";
      }
      return a.low() <= b.high() && b.low() <= a.high() ? "yes" : "no";
    }
  }

  Result run() throws IOException, UnusableException {
    requireUsable();
    MeasuredFindings before = campaign("quiet");
    MeasuredFindings loaded;
    Process program = startProgram();
    try {
      loaded = campaign("loaded");
      if (!program.isAlive()) {
        throw new UnusableException(
            "the background program ended early, so its figures are invalid");
      }
    } finally {
      program.destroyForcibly();
    }
    return new Result(before, loaded, campaign("quiet-again"));
  }

  private void requireUsable() throws UnusableException {
    BitSet allowed = ThreadAffinity.allowed().orElse(null);
    if (allowed == null) {
      throw new UnusableException("the experiment pins a program to a CPU, which needs Linux");
    }
    if (cpu < 0 || !allowed.get(cpu)) {
      throw new UnusableException(
          "logical CPU %d cannot be used by this process: give --cpu of %s"
              .formatted(cpu, CpuList.format(allowed)));
    }
  }

  private MeasuredFindings campaign(String name) throws IOException, UnusableException {
    try (CampaignSession session = CampaignSession.silent(new LocalMachine(System.nanoTime()))) {
      return MeasuredFindings.of(
          session
              .start(
                  options(), OutputDirectory.at(directory.resolve(name)), seed, List.of("validate"))
              .run());
    }
  }

  private CampaignOptions options() {
    return new CampaignOptions(
        new Selection(
            List.of(Kernel.RANGE),
            List.of(ConcurrencyModel.PLATFORM),
            List.of(1, 2),
            List.of(Placement.OS, Placement.SPREAD)),
        true,
        new Length(null, null, budget, null));
  }

  private Process startProgram() throws IOException {
    List<String> command = new ArrayList<>(List.of(ForkProperties.javaLauncher().toString()));
    command.addAll(ForkProperties.quietArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(BusyLoop.class.getName());
    command.addAll(
        List.of(Integer.toString(cpu), Integer.toString(MEAN_TURN_MS), Long.toString(seed)));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
