package io.coreyield.analysis.report;

import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.report.Page.Fact;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.ImportedFindings;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was done on a run, fit for the methods section of a paper: every number is the run's, and
 * nothing is said that did not happen. Strings of the machine may be hostile.
 *
 * @param info of the run
 * @param paragraphs in order, none of them empty
 */
record MethodsText(RunInfo info, List<Paragraph> paragraphs) {

  /**
   * Sentences about one thing.
   *
   * @param about what, in a word or two
   * @param sentences at least one
   */
  record Paragraph(String about, List<Sentence> sentences) {

    /** Copies the list. */
    Paragraph {
      sentences = List.copyOf(sentences);
    }
  }

  /**
   * One sentence.
   *
   * @param words without the full stop
   * @param cited what it stands on
   */
  record Sentence(String words, List<Reference> cited) {

    /** Copies the list. */
    Sentence {
      cited = List.copyOf(cited);
    }

    static Sentence of(String words, Reference... cited) {
      return new Sentence(words, List.of(cited));
    }

    private String markdown() {
      String keys =
          cited.stream().map(reference -> "@" + reference.key()).collect(Collectors.joining("; "));
      return Markdown.escaped(words) + (keys.isEmpty() ? "" : " [" + keys + "]") + ".";
    }

    private String latex() {
      String keys = cited.stream().map(Reference::key).collect(Collectors.joining(","));
      return Tex.escaped(words) + (keys.isEmpty() ? "" : "~\\cite{" + keys + "}") + ".";
    }

    private String shown() {
      String names = cited.stream().map(Reference::words).collect(Collectors.joining("; "));
      return words + (names.isEmpty() ? "" : " (" + names + ")") + ".";
    }
  }

  /** Copies the list. */
  MethodsText {
    paragraphs = List.copyOf(paragraphs);
  }

  static MethodsText of(Findings findings) {
    ImportedFindings imported = findings.imported();
    if (imported != null) {
      return new MethodsText(
          findings.run().info(),
          List.of(new Paragraph("Capture", MethodsCapture.sentences(findings, imported))));
    }
    return new MethodsText(
        findings.run().info(),
        Stream.of(
                new Paragraph("Machine", MethodsMachine.sentences(findings)),
                new Paragraph("Design", MethodsDesign.sentences(findings)),
                new Paragraph("Exclusions", MethodsExclusions.sentences(findings)),
                new Paragraph("Estimators", MethodsEstimators.sentences(findings)),
                new Paragraph("Controls", MethodsControls.sentences(findings)),
                new Paragraph("Correlations", MethodsControls.correlations(findings)))
            .filter(paragraph -> !paragraph.sentences().isEmpty())
            .toList());
  }

  /** Whatever is cited, each once. */
  SortedSet<Reference> cited() {
    return paragraphs.stream()
        .flatMap(paragraph -> paragraph.sentences().stream())
        .flatMap(sentence -> sentence.cited().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@code methods.md}: Markdown with pandoc's citations. */
  String markdown() {
    return paragraphs.stream()
        .map(paragraph ->
            "**%s.** %s\n"
                .formatted(
                    paragraph.about(),
                    paragraph.sentences().stream()
                        .map(Sentence::markdown)
                        .collect(Collectors.joining(" "))))
        .collect(Collectors.joining("\n"));
  }

  /** {@code methods.tex}: LaTeX with the keys of {@code methods.bib}. */
  String latex() {
    return paragraphs.stream()
        .map(paragraph ->
            "\\paragraph{%s.} %s\n"
                .formatted(
                    Tex.escaped(paragraph.about()),
                    paragraph.sentences().stream()
                        .map(Sentence::latex)
                        .collect(Collectors.joining(" "))))
        .collect(Collectors.joining("\n"));
  }

  /** {@code methods.bib}: exactly what is cited. */
  String bibliography() {
    return Bibliography.bibtex(cited(), info);
  }

  /** For the page: plain text with authors and years. */
  List<Fact> shown() {
    return paragraphs.stream()
        .map(paragraph ->
            new Fact(
                paragraph.about(),
                paragraph.sentences().stream()
                    .map(Sentence::shown)
                    .collect(Collectors.joining(" "))))
        .toList();
  }
}
