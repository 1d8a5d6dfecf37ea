package io.coreyield.analysis.report.methods;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.wording.Markdown;
import io.coreyield.analysis.wording.Tex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The methods section of a paper about a run. It describes only what happened, with the run's
 * numbers. Texts of the machine may be hostile.
 */
public final class MethodsText {

  private final RunInfo info;
  private final SequencedMap<String, CitedText> paragraphs = new LinkedHashMap<>();

  private MethodsText(RunInfo info) {
    this.info = info;
  }

  public static MethodsText of(Findings findings) {
    MethodsText text = new MethodsText(findings.run().info());
    switch (findings) {
      case CapturedFindings captured -> text.add("Capture", CaptureView.of(captured));
      case MeasuredFindings measured -> {
        text.add("Machine", MachineView.of(measured));
        text.add("Design", DesignView.of(measured.run()));
        text.add("Exclusions", new ExclusionsView(measured));
        text.add("Estimators", EstimatorsView.of(measured));
        text.add("Controls", ControlsView.of(measured));
        text.add("Correlations", CorrelationsView.of(measured));
      }
    }
    return text;
  }

  private void add(String about, Object view) {
    CitedText text = CitedText.of("methods/" + about.toLowerCase(Locale.ROOT), view);
    if (!text.text().isEmpty()) {
      paragraphs.put(about, text);
    }
  }

  /** The keys of whatever is cited. */
  Set<String> cited() {
    return paragraphs.values().stream()
        .flatMap(CitedText::keys)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@code methods.md}: Markdown with pandoc's citations. */
  public String markdown() {
    return joined(
        "**%s.** %s\n",
        Markdown::escaped,
        keys -> keys.stream().map(key -> "@" + key).collect(Collectors.joining("; ", " [", "]")));
  }

  /** {@code methods.tex}: LaTeX with the keys of {@code methods.bib}. */
  public String latex() {
    return joined(
        "\\paragraph{%s.} %s\n", Tex::escaped, keys -> "~\\cite{" + String.join(",", keys) + "}");
  }

  private String joined(
      String paragraph, UnaryOperator<String> escape, Function<List<String>, String> citation) {
    return paragraphs.entrySet().stream()
        .map(p -> paragraph.formatted(p.getKey(), p.getValue().written(escape, citation)))
        .collect(Collectors.joining("\n"));
  }

  /** {@code methods.bib}: exactly what is cited. */
  public String bibliography() {
    return Bibliography.bibtex(cited(), info);
  }

  /** For the page: plain text with authors and years, by what it is about. */
  public SequencedMap<String, String> shown() {
    SequencedMap<String, String> shown = new LinkedHashMap<>();
    paragraphs.forEach((about, text) ->
        shown.put(
            about,
            text.written(
                UnaryOperator.identity(),
                keys ->
                    keys.stream()
                        .map(Bibliography::words)
                        .collect(Collectors.joining("; ", " (", ")")))));
    return shown;
  }
}
