package io.coreyield.analysis.report.page;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.RunFacts;
import io.coreyield.analysis.wording.TrustWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The top of the page.
 *
 * @param title of the document
 * @param simulated whether nothing was measured
 * @param tool that captured the run; null where CoreYield measured it
 * @param unfitReasons why the machine was not fit to measure; empty where it was
 * @param state how the run ended; null where it is complete
 * @param answer in one sentence
 * @param trust how far to trust it, in one sentence; empty where nothing was measured
 */
public record Header(
    String title,
    boolean simulated,
    @Nullable String tool,
    List<String> unfitReasons,
    @Nullable String state,
    String answer,
    String trust) {

  private static final int LONG_ANSWER = 240;

  static Header of(Findings findings) {
    Run run = findings.run();
    CapturedFindings captured = findings instanceof CapturedFindings some ? some : null;
    return new Header(
        (run.info().simulated() ? "Simulated. " : "")
            + (captured == null ? "" : "Captured. ")
            + "CoreYield: "
            + run.info().machine().cpu(),
        run.info().simulated(),
        captured == null ? null : captured.tool(),
        AnswerWords.unfit(findings.answer().unfitReasons()),
        captured == null ? RunFacts.state(run) : null,
        PlainText.bound(AnswerWords.sentence(findings.answer())),
        PlainText.bound(TrustWords.sentence(findings)));
  }

  /** The classes of the answer: smaller where it is long, marked where the machine was unfit. */
  public @Nullable String answerClass() {
    String classes = (answer.length() > LONG_ANSWER ? "long" : "") + (isFit() ? "" : " unfit");
    return classes.isEmpty() ? null : classes.strip();
  }

  /** Whether the machine was fit to measure. */
  public boolean isFit() {
    return unfitReasons.isEmpty();
  }
}
