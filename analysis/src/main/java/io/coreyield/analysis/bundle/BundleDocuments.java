package io.coreyield.analysis.bundle;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.analysis.wording.Markdown;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.TextTemplates;
import io.coreyield.analysis.wording.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The documents of a bundle, written by templates in {@code src/main/jte-text/bundle}. */
public final class BundleDocuments {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int MANY_SAMPLES = 100_000;

  private BundleDocuments() {}

  /**
   * What {@code README.md} needs.
   *
   * @param answer of the run
   * @param day of the run
   * @param checkTime that verifying or rebuilding takes
   * @param runTime that measuring again takes
   * @param leftOut fields that were changed, in Markdown; empty where none was
   */
  public record Readme(
      RunInfo info,
      String answer,
      String day,
      String checkTime,
      String runTime,
      List<Claim> claims,
      String leftOut) {

    /** Copies the list. */
    public Readme {
      claims = List.copyOf(claims);
    }
  }

  /** A yield that a reader can measure again. */
  public record Claim(String yield, String interval, Kernel kernel, ConcurrencyModel model) {

    private static Claim of(SmtYield yield) {
      String interval = Unit.PERCENT.interval(yield.yield());
      return new Claim(
          Unit.PERCENT.text(yield.yield().value()),
          interval.isEmpty() ? "no interval" : interval,
          yield.kernel(),
          yield.model());
    }
  }

  /**
   * What {@code latex/example.tex} needs.
   *
   * @param figures paths of sources and of PDF files
   * @param tables paths of sources
   * @param cites whether the methods cite anything: BibTeX fails where nothing does
   */
  public record Example(List<String> figures, List<String> tables, boolean cites) {

    /** Copies the lists. */
    public Example {
      figures = List.copyOf(figures);
      tables = List.copyOf(tables);
    }
  }

  static String license() {
    return TextTemplates.text("bundle/license", Map.of(), UnaryOperator.identity());
  }

  static String readme(Findings findings, List<String> leftOut) {
    RunInfo info = findings.run().info();
    return TextTemplates.text(
        "bundle/readme",
        new Readme(
            info,
            AnswerWords.sentence(findings.answer()),
            RoCrate.day(info),
            findings.run().load().samples() > MANY_SAMPLES ? "a few minutes" : "one minute",
            duration(info),
            findings instanceof MeasuredFindings measured ? claims(measured) : List.of(),
            leftOut.stream()
                .map(field -> "`" + field.replace("`", "") + "`")
                .collect(Collectors.joining(", "))),
        Markdown::escaped);
  }

  private static List<Claim> claims(MeasuredFindings findings) {
    return findings.leadingYields().stream()
        .filter(yield -> yield.yield().hasValue())
        .map(Claim::of)
        .toList();
  }

  private static String duration(RunInfo info) {
    Instant end = info.end();
    return end == null || !end.isAfter(info.start())
        ? "not known"
        : Phrases.count(
            Math.max(1, Math.round(Duration.between(info.start(), end).toSeconds() / 60.0)),
            "minute");
  }

  /** What software to cite; a JSON string is one of YAML too. */
  static String citation(RunInfo info) {
    return TextTemplates.text(
        "bundle/citation",
        info.toolVersion(),
        version -> JSON.writeValueAsString(ControlCharacters.spaced(version)));
  }

  /**
   * {@code latex/example.tex}: a document that uses every file made for LaTeX.
   *
   * @param paths of the bundle's files
   */
  static String example(Collection<String> paths, boolean cites) {
    return TextTemplates.text(
        "bundle/example",
        new Example(
            matching(paths, "latex/(scaling-.*|yields\\.tex)|report/figures/one-column/.*\\.pdf"),
            matching(paths, "report/tables/.*\\.tex"),
            cites),
        UnaryOperator.identity());
  }

  private static List<String> matching(Collection<String> paths, String pattern) {
    return paths.stream().filter(path -> path.matches(pattern)).toList();
  }
}
