package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.Answer;
import io.coreyield.analysis.findings.ApparentCores;
import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.CapturedPoint;
import io.coreyield.analysis.findings.CapturedScaling;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.QuotaFinding;
import io.coreyield.analysis.findings.trust.Doubt;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run says first, to be read in three seconds.
 *
 * @param sentence the answer, in at most {@value #MAX_WORDS} words
 * @param support the figures behind it, in one line; empty where there is nothing to add
 */
public record AnswerCard(String sentence, String support) {

  public static final int MAX_WORDS = 20;

  private static final String PROVISIONAL = " Figures below are provisional.";

  /** Why trust is not high, without a full stop; empty where it is, or the card itself says it. */
  public String doubt(Trust trust) {
    return trust
        .reason()
        .map(DoubtWords::reason)
        .filter(reason -> !(sentence + support).contains(reason))
        .map(DoubtWords::withoutFullStop)
        .orElse("");
  }

  /** Of a complete run and any other. */
  public static AnswerCard of(Findings findings) {
    return switch (findings) {
      case CapturedFindings captured -> captured(captured);
      case MeasuredFindings measured ->
          measured(measured.answer(), measured.run().info().machine());
    };
  }

  private static AnswerCard measured(Answer.Measured answer, Machine machine) {
    AnswerCard card =
        switch (answer.subject()) {
          case Answer.Nothing nothing -> nothing(nothing);
          case Answer.Model _ when !answer.trust().isAnswer() -> noAnswer(answer);
          case Answer.Model model -> answer(answer, model, machine);
        };
    String ending =
        switch (answer.state()) {
          case COMPLETE -> "";
          case INTERRUPTED -> " The run was interrupted.";
          case RUNNING -> " The run has not ended.";
        };
    return new AnswerCard(
        answer.simulated() ? "Simulated: " + Phrases.inside(card.sentence) : card.sentence,
        (card.support + ending).strip());
  }

  private static AnswerCard nothing(Answer.Nothing nothing) {
    return new AnswerCard(
        "No answer: no worker has a result.",
        nothing.firstFailure() == null
            ? ""
            : "%s failed, the first because %s."
                .formatted(
                    Phrases.count(nothing.failed(), "trial"),
                    DoubtWords.withoutFullStop(nothing.firstFailure())));
  }

  private static AnswerCard noAnswer(Answer.Measured answer) {
    Trust trust = answer.trust();
    String cpus = CpuWords.siblings(answer);
    String before = cpus.isEmpty() ? "" : Phrases.capitalized(cpus).replaceFirst("; $", ". ");
    String remedy =
        switch (trust.doubt()) {
          case Doubt.Busy(Doubt.User user, double _, int _) when user != Doubt.User.HYPERVISOR ->
              "Stop what else runs here, and measure again.";
          case Doubt.Busy _ -> "Measure again when the host is quieter.";
          case Doubt.Warned(var warning) ->
              Phrases.capitalized(warning.remedy()) + (warning.remedy().endsWith(".") ? "" : ".");
          case Doubt.Unanswered _ -> "Measure for longer, as with --budget 10m.";
          case null -> "";
          case Doubt.Differs _,
              Doubt.Noisy _,
              Doubt.Drifted _,
              Doubt.Tainted _,
              Doubt.Partly _,
              Doubt.Captured _ ->
              "Measure again while nothing else runs.";
        };
    String reason = trust.reason().map(DoubtWords::reason).orElseThrow();
    String sentence = "No answer yet: " + reason + ".";
    return Phrases.words(sentence) > MAX_WORDS - 1
        ? new AnswerCard(
            "No answer yet.", Phrases.capitalized(reason) + ". " + before + remedy + PROVISIONAL)
        : new AnswerCard(sentence, before + remedy + PROVISIONAL);
  }

  private static AnswerCard answer(Answer.Measured answer, Answer.Model model, Machine machine) {
    if (!model.model().isParallel()) {
      return new AnswerCard(
          "Only %s were measured, which never run at once.".formatted(model.model().title()),
          "Measure platform threads to learn what another worker is worth.");
    }
    QuotaFinding quota = answer.quota();
    Optional<AnswerCard> limited =
        quota == null ? Optional.empty() : quota.leading().map(curve -> quota(quota, curve));
    AnswerCard card =
        limited.orElseGet(() ->
            answer.topology().hasSiblings()
                ? new SiblingCard(answer, model, machine).card()
                : new CoreCard(answer, model, machine).card());
    return model.model() == ConcurrencyModel.PLATFORM
        ? card
        : new AnswerCard(
            card.sentence, "Measured with %s. %s".formatted(model.model().title(), card.support));
  }

  private static AnswerCard quota(QuotaFinding quota, QuotaFinding.Curve curve) {
    return new AnswerCard(
        "This container may use %s of %s: start %d%s."
            .formatted(
                Quantities.plain(quota.quota().cpus()),
                Phrases.count(quota.logicalCpus(), "logical CPU"),
                curve.enough().workers(),
                QuotaWords.further(curve).replaceFirst(", ", "; ")),
        Phrases.capitalized(QuotaWords.reason(quota.quota(), curve)) + ".");
  }

  private static AnswerCard captured(CapturedFindings findings) {
    return findings.scalings().stream()
        .filter(program -> program.contradictsDeclared() || program.knee().hasValue())
        .findFirst()
        .map(program ->
            new AnswerCard(gain(program), load(findings) + CapturedWords.clause(program) + "."))
        .orElseGet(() -> withoutGain(findings));
  }

  private static String gain(CapturedScaling program) {
    ApparentCores cores = program.cores();
    if (cores != null && program.contradictsDeclared()) {
      return cores.apparent() > cores.declared()
          ? "A curve: it is that of %s, and the machine declares %d."
              .formatted(Phrases.count(cores.apparent(), "core"), cores.declared())
          : "A curve: it bends at %s, and the machine declares %s."
              .formatted(
                  Phrases.count(cores.apparent(), "worker"),
                  Phrases.count(cores.declared(), "core"));
    }
    return "%s: workers beyond the cores add %s, by %s."
        .formatted(
            program.isCurve() ? "A curve" : "A capture",
            Unit.percent(program.knee()).replace(' ', '\u00a0'),
            program.reason());
  }

  private static AnswerCard withoutGain(CapturedFindings findings) {
    return findings.scalings().isEmpty()
        ? new AnswerCard(
            "A capture: %s recorded the load, and nothing was timed.".formatted(findings.tool()),
            "")
        : new AnswerCard(
            findings.scalings().getFirst().isCurve()
                ? curve(findings.scalings().getFirst())
                : "A capture: its timings do not show what workers beyond the cores add.",
            load(findings) + CapturedWords.clause(findings.scalings().getFirst()) + ".");
  }

  private static String curve(CapturedScaling program) {
    CapturedPoint last = program.milestones().getLast();
    return Double.isNaN(last.speedUp()) || last.workers() == 1
        ? "A curve: it does not show what workers beyond the cores add."
        : String.format(
            Locale.ROOT,
            "A curve: %s do %.2f times the work of one.",
            Phrases.count(last.workers(), "worker"),
            last.speedUp());
  }

  /** Who recorded the load, before a clause; empty where there are timings alone. */
  private static String load(CapturedFindings findings) {
    return findings.segments().isEmpty() ? "" : findings.tool() + " recorded the load; ";
  }
}
