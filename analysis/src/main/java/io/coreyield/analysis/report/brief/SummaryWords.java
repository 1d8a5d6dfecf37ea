package io.coreyield.analysis.report.brief;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.wording.AnswerCard;
import io.coreyield.analysis.wording.DoubtWords;
import io.coreyield.analysis.wording.MachineFacts;
import io.coreyield.analysis.wording.cohabitation.LeadCard;

/**
 * What comes before the tables, each a text without control characters.
 *
 * @param sentence the answer
 * @param support the figures behind it; empty where there is nothing to add
 * @param trust its level and its one reason
 * @param machine the processor and its logical CPUs
 */
public record SummaryWords(String sentence, String support, String trust, String machine) {

  /** Of a complete run and any other. */
  public static SummaryWords of(Findings findings) {
    AnswerCard card = LeadCard.of(findings);
    String doubt = card.doubt(findings.trust());
    return new SummaryWords(
        ControlCharacters.spaced(card.sentence()),
        ControlCharacters.spaced(card.support()),
        ControlCharacters.spaced(
            DoubtWords.chip(findings.trust().level())
                + (doubt.isEmpty() ? "." : ": " + doubt + ".")),
        MachineFacts.line(findings));
  }
}
