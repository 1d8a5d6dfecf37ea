package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.CardPicture;
import io.coreyield.analysis.chart.svg.PictureSvg;
import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.report.brief.MarkdownSummary;
import io.coreyield.analysis.wording.AnswerCard;
import io.coreyield.analysis.wording.DoubtWords;
import io.coreyield.analysis.wording.MachineFacts;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.RunFacts;
import io.coreyield.analysis.wording.cohabitation.LeadCard;
import org.jspecify.annotations.Nullable;

/**
 * The top of the page: what is read in three seconds.
 *
 * @param title of the document
 * @param simulated whether nothing was measured
 * @param tool that captured the run; null where CoreYield measured it
 * @param level of the trust in the answer
 * @param doubt the one reason why it is not high; empty where it is
 * @param state how the run ended; null where it is complete
 * @param answer in one short sentence
 * @param support the figures behind it; empty where there is nothing to add
 * @param machine in a line
 * @param cardSvg all of that as a picture
 * @param markdown answer and tables, to paste elsewhere
 */
public record Header(
    String title,
    boolean simulated,
    @Nullable String tool,
    Trust.Level level,
    String doubt,
    @Nullable String state,
    String answer,
    String support,
    String machine,
    String cardSvg,
    String markdown) {

  static Header of(Findings findings) {
    Run run = findings.run();
    CapturedFindings captured = findings instanceof CapturedFindings some ? some : null;
    AnswerCard card = LeadCard.of(findings);
    return new Header(
        (run.info().simulated() ? "Simulated. " : "")
            + (captured == null ? "" : "Captured. ")
            + "CoreYield: "
            + run.info().machine().cpu(),
        run.info().simulated(),
        captured == null ? null : captured.tool(),
        findings.trust().level(),
        card.doubt(findings.trust()),
        captured == null ? RunFacts.state(run) : null,
        PlainText.bound(card.sentence()),
        PlainText.bound(card.support()),
        MachineFacts.line(findings),
        PictureSvg.draw(CardPicture.of(findings)),
        MarkdownSummary.of(findings));
  }

  /** The level of trust, as a label. */
  public String chip() {
    return DoubtWords.chip(level);
  }
}
