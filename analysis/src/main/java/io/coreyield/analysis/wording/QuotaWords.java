package io.coreyield.analysis.wording;

import static java.util.Objects.requireNonNullElse;

import io.coreyield.analysis.findings.Answer;
import io.coreyield.analysis.findings.QuotaFinding;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.CpuQuota;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a CPU quota allows, in words. */
public final class QuotaWords {

  /** Why no pair was measured. */
  public static final String TOO_SMALL = "the CPU quota is too small for two workers at once";

  /** Less is 0 ms in words. */
  private static final double MIN_STOPPED_MS = 0.5;

  /** From the second worker on. */
  private static final List<String> ORDINALS = List.of("a second", "a third", "a fourth");

  private QuotaWords() {}

  /** {@code 1.5 CPUs of time (150 ms in every 100 ms)}; null of none. */
  public static @Nullable String fact(@Nullable CpuQuota quota) {
    return quota == null
        ? null
        : "%s of time (%s ms in every %s ms)"
            .formatted(
                amount(quota.cpus()),
                Quantities.plain(quota.budgetMs()),
                Quantities.plain(quota.periodMs()));
  }

  /** The same; {@code none} of none. */
  public static String factOrNone(@Nullable CpuQuota quota) {
    return requireNonNullElse(fact(quota), "none");
  }

  /** {@code this container may use 1.5 CPUs of time on 4 logical CPUs}. */
  public static String allowance(CpuQuota quota, int logicalCpus) {
    return "this container may use %s of time on %s"
        .formatted(amount(quota.cpus()), Phrases.count(logicalCpus, "logical CPU"));
  }

  /**
   * What the quota allows, and what workers do under it where two numbers of them were measured.
   */
  static String workers(QuotaFinding quota) {
    return allowance(quota.quota(), quota.logicalCpus())
        + quota.leading().map(curve -> ": " + worth(curve)).orElse("");
  }

  /** What the logical CPUs are, after what workers do. */
  static String cpus(Answer.Measured answer, CpuQuota quota, Answer.Model subject) {
    boolean isMeasured = subject.yields().stream().anyMatch(SmtYield::isPairMeasured);
    if (answer.topology().logicalCpus() > 1 && quota.isTooSmallForPairs() && !isMeasured) {
      return answer.topology().hasSiblings()
          ? CpuWords.siblings(answer) + "what a second sibling adds was not measured: " + TOO_SMALL
          : "which of them share a core was not measured: " + TOO_SMALL;
    }
    if (!answer.topology().hasSiblings()) {
      return CpuWords.cores(answer);
    }
    return CpuWords.siblings(answer)
        + (quota.limitsPairs() && isMeasured ? "in bursts that the quota does not stop, " : "")
        + new SiblingClauses(answer.topology(), subject.yields()).sentence();
  }

  /** Why to start that many, without a full stop. */
  static String reason(CpuQuota quota, QuotaFinding.Curve curve) {
    double stoppedMs = curve.next().orElse(curve.enough()).stoppedMs();
    String stopped =
        stoppedMs >= MIN_STOPPED_MS
            ? String.format(
                Locale.ROOT,
                ", and the quota stops them for %.0f ms of every %s",
                stoppedMs,
                Quantities.plain(quota.periodMs()))
            : "";
    return worth(curve) + stopped;
  }

  /** {@code 2 workers do 1.50× the work of one, a third adds nothing}. */
  private static String worth(QuotaFinding.Curve curve) {
    QuotaFinding.Step enough = curve.enough();
    String does =
        enough.workers() == 1
            ? "one worker is enough"
            : "%s do %s the work of one"
                .formatted(
                    Phrases.count(enough.workers(), "worker"),
                    Unit.FACTOR.sentence(enough.point().speedUp()));
    return does + further(curve);
  }

  /** What more workers add; empty where no more were measured. */
  static String further(QuotaFinding.Curve curve) {
    return curve
        .next()
        .map(next -> ", " + further(curve.enough().workers(), next.workers(), curve.further()))
        .orElse("");
  }

  private static String further(int enough, int workers, double gain) {
    boolean isOneMore = workers == enough + 1 && enough <= ORDINALS.size();
    String who = isOneMore ? ORDINALS.get(enough - 1) : Phrases.count(workers, "worker");
    if (gain < -Category.MARGIN) {
      return String.format(
          Locale.ROOT,
          isOneMore ? "%s takes away %.0f %%" : "%s do %.0f %% less",
          who,
          -100 * gain);
    }
    return who + (isOneMore ? " adds nothing" : " do no more");
  }

  /** {@code 1 CPU}, {@code 1.5 CPUs}. */
  private static String amount(double cpus) {
    return Quantities.plain(cpus) + (cpus == 1 ? " CPU" : " CPUs");
  }
}
