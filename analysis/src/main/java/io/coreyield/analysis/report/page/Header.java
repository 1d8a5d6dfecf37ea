package io.coreyield.analysis.report.page;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.analysis.wording.DoubtWords;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.RunFacts;
import io.coreyield.analysis.wording.TrustWords;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The top of the page.
 *
 * @param title of the document
 * @param simulated whether nothing was measured
 * @param tool that captured the run; null where CoreYield measured it
 * @param level of the trust in the answer
 * @param doubts why it is not high, the one that counts most first; empty where it is
 * @param state how the run ended; null where it is complete
 * @param answer in one sentence
 * @param trust how far to trust it, in one sentence; empty where nothing was measured
 */
public record Header(
    String title,
    boolean simulated,
    @Nullable String tool,
    Trust.Level level,
    List<String> doubts,
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
        findings.trust().level(),
        doubts(findings),
        captured == null ? RunFacts.state(run) : null,
        PlainText.bound(AnswerWords.sentence(findings.answer())),
        PlainText.bound(TrustWords.sentence(findings)));
  }

  private static List<String> doubts(Findings findings) {
    List<Trust> found =
        findings instanceof MeasuredFindings measured ? measured.quality().found() : List.of();
    return DoubtWords.reasons(
        Stream.concat(Stream.of(findings.trust()), found.stream()).distinct().toList());
  }

  /** The classes of the answer: smaller where it is long, marked where it is none. */
  public @Nullable String answerClass() {
    String classes =
        (answer.length() > LONG_ANSWER ? "long" : "")
            + (level == Trust.Level.NO_ANSWER ? " no-answer" : "");
    return classes.isEmpty() ? null : classes.strip();
  }

  /** The level of trust, as a label. */
  public String chip() {
    return switch (level) {
      case HIGH -> "High trust";
      case LIMITED -> "Limited trust";
      case NO_ANSWER -> "No answer";
    };
  }
}
