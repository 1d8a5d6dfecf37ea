package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.trust.Doubt;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.Locale;

/** Why trust is low, in words. */
public final class DoubtWords {

  private DoubtWords() {}

  /** The level and its one reason: {@code limited: …}. */
  public static String of(Trust trust) {
    String level = level(trust.level());
    return trust.doubt() == null ? level : level + ": " + reason(trust.doubt());
  }

  /** The level in words. */
  public static String level(Trust.Level level) {
    return level.id().replace('-', ' ');
  }

  /** The level as a label: {@code High trust}. */
  public static String chip(Trust.Level level) {
    return switch (level) {
      case HIGH -> "High trust";
      case LIMITED -> "Limited trust";
      case NO_ANSWER -> "No answer";
    };
  }

  /** The reasons of all, in their order. */
  public static List<String> reasons(List<Trust> found) {
    return found.stream().flatMap(t -> t.reason().stream()).map(DoubtWords::reason).toList();
  }

  /** One clause without its full stop. */
  public static String reason(Doubt doubt) {
    return switch (doubt) {
      case Doubt.Differs(var difference) ->
          "the same configuration under two names differed by " + Unit.PERCENT.sentence(difference);
      case Doubt.Noisy(var difference) ->
          "the same configuration under two names differed by %s, too uncertain to show whether the machine was stable"
              .formatted(Unit.PERCENT.sentence(difference));
      case Doubt.Drifted(var drift) ->
          "from first to last the machine's speed changed by "
              + Unit.PERCENT.sentence(drift)
              + ", so throughputs are less certain; ratios are not affected";
      case Doubt.Warned(var warning) -> withoutFullStop(warning.message());
      case Doubt.Busy busy -> busy(busy);
      case Doubt.Tainted(int tainted, int iterations) ->
          "%d of %d iterations behind it are tainted and could not be left out"
              .formatted(tainted, iterations);
      case Doubt.Partly(int unanswered, int of) ->
          "%d of %d figures behind it %s no answer"
              .formatted(unanswered, of, unanswered == 1 ? "has" : "have");
      case Doubt.Unanswered(String reason) -> reason;
      case Doubt.Captured() -> "another tool captured it, so no figure has an interval";
    };
  }

  /** Why a figure is no answer, to end its clause; empty where it is one, or all share a reason. */
  static String ending(Estimate figure, Trust trust) {
    return trust.doubt() instanceof Doubt.Unanswered(String reason) && figure.hasInterval()
        ? ", but " + reason
        : "";
  }

  private static String busy(Doubt.Busy busy) {
    return String.format(
        Locale.ROOT,
        switch (busy.user()) {
          case IDLE -> "%.2f of %d logical CPUs were busy while nothing of ours ran";
          case HYPERVISOR -> "the hypervisor took %.2f of %d logical CPUs away while we measured";
          case PROGRAMS -> "other programs kept %.2f of %d logical CPUs busy while we measured";
        },
        busy.cpus(),
        busy.of());
  }

  static String withoutFullStop(String reason) {
    return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
  }
}
