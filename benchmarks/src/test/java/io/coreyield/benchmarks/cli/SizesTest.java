package io.coreyield.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.machine.Cache;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.report.ReportFiles;
import io.coreyield.analysis.report.terminal.Programs;
import io.coreyield.analysis.report.terminal.TerminalSummary;
import io.coreyield.benchmarks.campaign.plan.PlanPreview;
import io.coreyield.benchmarks.campaign.plan.TrialCost;
import io.coreyield.benchmarks.machine.ArraySizing;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every output of one run writes each size of the machine and its arrays in the same way. */
class SizesTest {

  /** Spaces of every kind: plain, bound, and those of Markdown and LaTeX. */
  private static final Pattern SIZE =
      Pattern.compile("([0-9][0-9.,]*)(?:[ ~\u00a0\u202f]|\\\\,|&nbsp;)*([KMGT]i?B|kB|bytes)\\b");

  /** Powers of two, and sizes that are a whole number of no unit. */
  private static final Machine MACHINE =
      Copies.with(
          SimulatedRuns.machine(4, 2),
          "caches",
          List.of(
              new Cache(1, "data", 48 << 10),
              new Cache(1, "instruction", 0),
              new Cache(2, "unified", 1280 << 10),
              new Cache(3, "unified", 30L << 20)),
          "memoryBytes",
          25_213_382_656L);

  private static final Set<String> FORMS =
      Set.of("48 KiB", "1.25 MiB", "30 MiB", "23.5 GiB", "12 KiB", "120 MiB", "60 GiB", "512 MiB");

  private static Set<String> sizes(Stream<String> texts) {
    return texts
        .flatMap(text -> SIZE.matcher(text).results())
        .map((MatchResult size) -> size.group(1) + " " + size.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Run run() {
    Run run =
        SimulatedRuns.run(
            MACHINE,
            List.of(Kernel.ARRAY_PORTS, Kernel.ARRAY_STREAM),
            List.of(ConcurrencyModel.PLATFORM),
            3,
            0.25,
            0.01,
            1);
    String obstacle =
        ArraySizing.obstacle(MACHINE, Kernel.ARRAY_STREAM, 512, 512L << 20).orElseThrow();
    Plan plan =
        Copies.with(
            run.info().plan(),
            "arrays",
            ArraySizing.of(MACHINE),
            "leftOut",
            List.of(new Plan.LeftOut("array-stream platform ×512", obstacle)));
    Measured measured = Copies.with(run.info().measured(), "plan", plan);
    return new Run(run.info().withOrigin(measured), run.trials(), run.load(), run.swap());
  }

  @Test
  void eachSizeHasOneForm() {
    Run run = run();
    Findings findings = MeasuredFindings.of(run);
    PlanPreview preview = new PlanPreview(MACHINE, run.info().plan(), new TrialCost(MACHINE));

    Set<String> reported = sizes(ReportFiles.text(findings).values().stream());
    Set<String> printed =
        sizes(
            Stream.of(
                    MachineCommand.lines(MACHINE, run.info().environment(), List.of()).stream(),
                    preview.lines().stream(),
                    Stream.of(
                        TerminalSummary.of(
                            findings,
                            new RunDirectory(Path.of("run")),
                            Programs.one("coreyield"),
                            80)))
                .flatMap(text -> text));

    assertThat(reported).contains("48 KiB", "1.25 MiB", "23.5 GiB", "12 KiB", "120 MiB");
    assertThat(printed).contains("48 KiB", "1.25 MiB", "23.5 GiB", "512 MiB", "60 GiB");
    assertThat(FORMS).containsAll(reported).containsAll(printed);
  }

  @Test
  void aCacheWithoutASizeSaysSo() {
    Run run = run();

    assertThat(MachineCommand.lines(MACHINE, run.info().environment(), List.of()))
        .contains(
            "  caches: L1 data 48 KiB, L1 instruction (size not known), L2 unified 1.25 MiB, L3 unified 30 MiB",
            "  memory: 23.5 GiB");
  }
}
