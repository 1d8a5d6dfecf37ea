package io.coreyield.analysis.wording.cohabitation;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.cohabitation.Cohabitation;
import io.coreyield.analysis.wording.AnswerCard;

/** What a run says first, unlike code included. */
public final class LeadCard {

  private LeadCard() {}

  /**
   * Which code may share a core, where that is all that was asked; else what a worker is worth, and
   * then which code may share one.
   */
  public static AnswerCard of(Findings findings) {
    AnswerCard card = AnswerCard.of(findings);
    if (!(findings instanceof MeasuredFindings measured)
        || measured.cohabitation() == null
        || !measured.trust().isAnswer()) {
      return card;
    }
    Cohabitation found = measured.cohabitation();
    if (!isTheQuestion(measured)) {
      return new AnswerCard(card.sentence(), card.support() + " " + CohabitWords.sentence(found));
    }
    String simulated = measured.run().info().simulated() ? "Simulated: " : "";
    String pair = CohabitWords.pair(found);
    return new AnswerCard(
        simulated.isEmpty() ? pair : simulated + CohabitWords.inside(pair),
        (CohabitWords.never(found) + " " + card.support()).strip());
  }

  /** Whether no worker was measured but in pairs and for the A/A control. */
  private static boolean isTheQuestion(MeasuredFindings findings) {
    return findings.run().info().plan().configurations().size() < 2;
  }
}
