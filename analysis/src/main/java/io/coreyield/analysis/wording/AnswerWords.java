package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.Answer;
import io.coreyield.analysis.findings.QuotaFinding;
import io.coreyield.analysis.findings.trust.Doubt;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.trial.RunInfo;

/** What a run says, in one sentence. */
public final class AnswerWords {

  private AnswerWords() {}

  /** The sentence, of a complete run and any other. */
  public static String sentence(Answer answer) {
    return switch (answer) {
      case Answer.Captured captured -> CapturedWords.answer(captured);
      case Answer.Measured measured -> sentence(measured);
    };
  }

  private static String sentence(Answer.Measured answer) {
    String words =
        (answer.simulated() ? "simulated machine: " : "")
            + switch (answer.subject()) {
              case Answer.Nothing nothing -> nothing(nothing);
              case Answer.Model model -> distrust(answer.trust()) + finding(answer, model);
            }
            + ending(answer.state());
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  /** What comes before figures that are no answer. */
  private static String distrust(Trust trust) {
    if (trust.isAnswer() || trust.doubt() == null) {
      return "";
    }
    // A figure that is no answer by itself says why in its own clause.
    return trust.doubt() instanceof Doubt.Unanswered
        ? "no answer: "
        : "no answer (%s); provisional figures: ".formatted(DoubtWords.reason(trust.doubt()));
  }

  private static String ending(RunInfo.State state) {
    return switch (state) {
      case COMPLETE -> "";
      case INTERRUPTED -> " (from a run that was interrupted)";
      case RUNNING -> " (from a run that has not ended)";
    };
  }

  private static String nothing(Answer.Nothing nothing) {
    String why = nothing.firstFailure();
    return "this run has no result of any worker, so it says nothing of what one is worth"
        + (why == null
            ? ""
            : ": %s failed, the first because %s"
                .formatted(
                    Phrases.count(nothing.failed(), "trial"), DoubtWords.withoutFullStop(why)));
  }

  private static String finding(Answer.Measured answer, Answer.Model subject) {
    QuotaFinding quota = answer.quota();
    if (quota == null) {
      return unlimited(answer, subject);
    }
    return QuotaWords.workers(quota)
        + "; "
        + (quota.leading().isPresent() && !subject.yields().isEmpty()
            ? QuotaWords.cpus(answer, quota.quota(), subject)
            : unlimited(answer, subject));
  }

  private static String unlimited(Answer.Measured answer, Answer.Model subject) {
    ConcurrencyModel model = subject.model();
    WorkerClauses workers = new WorkerClauses(answer.topology(), subject.curves());
    if (!model.isParallel()) {
      return "only %s were measured, which never run at once, so no SMT yield can be measured; "
              .formatted(model.title())
          + workers.sentence();
    }
    String with = model == ConcurrencyModel.PLATFORM ? "" : "with " + model.title() + ", ";
    if (!answer.topology().hasSiblings()) {
      return CpuWords.cores(answer)
          + "; "
          + with
          + (workers.isEmpty() ? WorkerClauses.controls(subject.yields()) : workers.sentence());
    }
    SiblingClauses siblings = new SiblingClauses(answer.topology(), subject.yields());
    return CpuWords.siblings(answer)
        + with
        + siblings.sentence()
        + (siblings.isKnown() || workers.isEmpty() ? "" : "; " + workers.sentence());
  }
}
