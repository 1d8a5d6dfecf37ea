package io.coreyield.analysis.report.page;

import io.coreyield.analysis.capture.curve.Catalogue;
import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.report.methods.MethodsText;
import io.coreyield.analysis.report.tables.CoresTable;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.analysis.wording.CapturedFacts;
import io.coreyield.analysis.wording.Fact;
import io.coreyield.analysis.wording.MachineFacts;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.RunFacts;
import io.coreyield.analysis.wording.TrustWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sections of the page; its templates add no figure of their own. SVG members are markup that
 * is already escaped; every other string is plain text, and may be hostile.
 *
 * @param header the answer, and what must be known before it
 * @param inFull the answer at length
 * @param content what was measured or captured
 * @param machine it ran on
 * @param warnings each with a remedy
 * @param methods for a paper
 * @param facts of the run
 * @param peers what others published of the processor; null where no catalogue is given
 */
public record Page(
    Header header,
    InFull inFull,
    Content content,
    Machine machine,
    List<Warning> warnings,
    Methods methods,
    List<Fact> facts,
    @Nullable PeersView peers) {

  /** The sections that only one kind of run has. */
  public sealed interface Content permits MeasuredView, CapturedView {}

  /**
   * The answer at length.
   *
   * @param answer in one long sentence
   * @param trust how far to trust it, in one sentence; empty where nothing was measured
   */
  public record InFull(String answer, String trust) {

    static InFull of(Findings findings) {
      return new InFull(
          PlainText.bound(AnswerWords.sentence(findings.answer())),
          PlainText.bound(TrustWords.sentence(findings)));
    }
  }

  /**
   * The machine.
   *
   * @param facts about it
   * @param areCoresKnown whether it is known which logical CPUs share a core
   * @param areCoresMeasured whether the run measured that, and has its rounds
   * @param cores with their logical CPUs
   */
  public record Machine(
      List<Fact> facts, boolean areCoresKnown, boolean areCoresMeasured, Table cores) {}

  /** Paragraphs, each with its topic, and the BibTeX of what they cite. */
  public record Methods(List<Fact> paragraphs, String bibtex) {

    static Methods of(Findings findings) {
      MethodsText text = MethodsText.of(findings);
      return new Methods(
          text.shown().entrySet().stream().map(p -> new Fact(p.getKey(), p.getValue())).toList(),
          text.bibliography());
    }
  }

  static Page of(Findings findings, @Nullable Catalogue catalogue) {
    RunInfo info = findings.run().info();
    PeersView peers = catalogue == null ? null : PeersView.of(info.machine().cpu(), catalogue);
    Table cores = CoresTable.of(info.machine().topology());
    return switch (findings) {
      case MeasuredFindings measured ->
          new Page(
              Header.of(findings),
              InFull.of(findings),
              MeasuredView.of(measured),
              new Machine(MachineFacts.of(info), true, info.measured().topology() != null, cores),
              info.warnings(),
              Methods.of(findings),
              RunFacts.of(findings.run()),
              peers);
      case CapturedFindings captured ->
          new Page(
              Header.of(findings),
              InFull.of(findings),
              CapturedView.of(captured),
              new Machine(
                  CapturedFacts.machine(info),
                  info.machine().topology().hasSiblings(),
                  false,
                  cores.named(cores.name(), "Logical CPUs by physical core, as declared.")),
              info.warnings(),
              Methods.of(findings),
              CapturedFacts.run(captured),
              peers);
    };
  }
}
