package io.coreyield.analysis.bundle;

import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.recording.ControlCharacters;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.SmtYield;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.analysis.wording.Markdown;
import io.coreyield.analysis.wording.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The files of a bundle that are for people: what is where, what to type, what to cite. */
final class Words {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String LICENSE =
      """
      The measurements (run.json, trials.jsonl, load.csv, swap.csv, jmh.json) and what was made of
      them (report, latex) belong to whoever measured. They alone can say what others may do with
      them: write it here before you publish. Until then, all rights are theirs.

      CoreYield itself, which made these files, is under the Apache License 2.0. It claims nothing
      in them.
      """;

  private static final String WHERE =
      """
      ## What is where
      | file | what |
      | --- | --- |
      | `run.json`, `trials.jsonl`, `load.csv`, and if there are any `swap.csv`, `jmh.json` | the run as it was recorded |
      | `report/report.html` | the report, for a browser |
      | `report/verdict.json` | every figure of it, for programs |
      | `report/tables/` | each table as CSV, Markdown and LaTeX (booktabs) |
      | `report/figures/one-column/`, `report/figures/two-columns/` | each figure as PDF, SVG and PNG, 88 and 181 mm wide, text 7 pt |
      | `report/methods.md`, `report/methods.tex`, `report/methods.bib` | what was done, for a methods section |
      | `latex/macros.tex` | a command for each headline figure |
      | `latex/scaling-*.tex`, `latex/yields.tex` | the main figures for pgfplots, of what was measured |
      | `latex/example.tex` | a document that uses all of it |
      | `datapackage.json` | the columns of every CSV file (Frictionless) |
      | `ro-crate-metadata.json` | what each file is (RO-Crate 1.2) |

      """;

  private Words() {}

  static String license() {
    return LICENSE;
  }

  static String readme(Findings findings, List<String> leftOut) {
    RunInfo info = findings.run().info();
    String time = findings.run().load().samples() > 100_000 ? "a few minutes" : "one minute";
    return """
    # What another worker, and a hyperthread, is worth: one machine

    %s

    Machine: %s, %s. Measured on %s.

    ## What is claimed, and how to check it
    `analysis.jar` and `benchmarks.jar` are CoreYield's; they need Java 25. `BUNDLE` is the zip file that this page lies in.

    | claim | command | expected time |
    | --- | --- | --- |
    | every checksum holds, and `verdict.json` is what the raw samples say | `java -jar analysis.jar verify BUNDLE` | %s |
    | report, figures and tables follow from the raw samples: it makes them again, byte for byte | `java -jar analysis.jar rebuild BUNDLE --out DIR` | %s |
    %s
    """
            .formatted(
                (info.simulated() ? "**Simulated: nothing was measured.** " : "")
                    + Markdown.escaped(AnswerWords.sentence(findings.answer())),
                Markdown.escaped(info.machine().cpu()),
                Markdown.escaped(info.machine().topology().summary()),
                RoCrate.day(info),
                time,
                time,
                findings.leadingYields().stream()
                    .filter(yield -> yield.yield().hasValue())
                    .map(yield -> claim(info, yield))
                    .collect(Collectors.joining()))
        + WHERE
        + "## What was left out\n"
        + leftOut(leftOut)
        + "\n";
  }

  private static String leftOut(List<String> leftOut) {
    return leftOut.isEmpty()
        ? "Nothing: the files of the run are as they were recorded."
        : "The names of the machine and of its user, from these fields: "
            + leftOut.stream()
                .map(field -> "`" + field.replace("`", "") + "`")
                .collect(Collectors.joining(", "))
            + ". `HOST` and `USER` stand where text named them.";
  }

  private static String claim(RunInfo info, SmtYield yield) {
    return "| a second sibling adds %s (%s) to kernel %s under %s | `java -jar benchmarks.jar run%s` | %s |\n"
        .formatted(
            Markdown.escaped(Unit.PERCENT.text(yield.yield().value())),
            Markdown.escaped(
                yield.yield().hasInterval() ? Unit.PERCENT.interval(yield.yield()) : "no interval"),
            yield.kernel().id(),
            yield.model().title(),
            " --kernels " + yield.kernel().id() + " --models " + yield.model().id(),
            duration(info));
  }

  private static String duration(RunInfo info) {
    Instant end = info.end();
    if (end == null || !end.isAfter(info.start())) {
      return "not known";
    }
    long minutes = Math.max(1, Math.round(Duration.between(info.start(), end).toSeconds() / 60.0));
    return minutes == 1 ? "1 minute" : minutes + " minutes";
  }

  /** What software to cite; a JSON string is one of YAML too. */
  static String citation(RunInfo info) {
    return """
    cff-version: 1.2.0
    message: "If you use these measurements, cite the work that they are attached to, and CoreYield, which made them."
    type: software
    title: "CoreYield"
    authors:
      - name: "The CoreYield authors"
    version: %s
    license: Apache-2.0
    """
        .formatted(JSON.writeValueAsString(ControlCharacters.spaced(info.toolVersion())));
  }
}
