package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.Answer;
import io.coreyield.analysis.findings.trust.UnfitReason;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.trial.RunInfo;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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
            + distrust(unfit(answer.unfitReasons()))
            + switch (answer.subject()) {
              case Answer.Nothing nothing -> nothing(nothing);
              case Answer.Model model -> finding(answer, model);
            }
            + ending(answer.state());
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  /** Why the machine was not fit to measure, one sentence each without its full stop. */
  public static List<String> unfit(List<UnfitReason> reasons) {
    return reasons.stream().map(AnswerWords::unfit).toList();
  }

  private static String unfit(UnfitReason reason) {
    return switch (reason) {
      case UnfitReason.Differs(var difference) ->
          "the same configuration under two names differed by " + Unit.PERCENT.sentence(difference);
      case UnfitReason.Warned(var warning) -> warning.message();
      case UnfitReason.Busy(var user, double cpus, int of) ->
          String.format(
              Locale.ROOT,
              switch (user) {
                case IDLE -> "%.2f of %d logical CPUs were busy while nothing of ours ran";
                case HYPERVISOR ->
                    "the hypervisor took %.2f of %d logical CPUs away while we measured";
                case PROGRAMS ->
                    "other programs kept %.2f of %d logical CPUs busy while we measured";
              },
              cpus,
              of);
    };
  }

  private static String distrust(List<String> reasons) {
    return reasons.isEmpty()
        ? ""
        : reasons.stream()
            .map(AnswerWords::withoutFullStop)
            .collect(
                Collectors.joining(
                    "; ", "this machine cannot be trusted today (", "); measured anyway: "));
  }

  private static String withoutFullStop(String reason) {
    return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
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
                .formatted(Phrases.count(nothing.failed(), "trial"), withoutFullStop(why)));
  }

  private static String finding(Answer.Measured answer, Answer.Model subject) {
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
    SiblingClauses siblings =
        new SiblingClauses(answer.topology(), subject.yields(), answer.unfitReasons().isEmpty());
    return CpuWords.siblings(answer)
        + with
        + siblings.sentence()
        + (siblings.isKnown() || workers.isEmpty() ? "" : "; " + workers.sentence());
  }
}
