package io.coreyield.analysis.wording.cohabitation;

import io.coreyield.analysis.findings.cohabitation.Cohabitation;
import io.coreyield.analysis.findings.cohabitation.EffectiveCores;
import io.coreyield.analysis.findings.cohabitation.Pairing;
import io.coreyield.analysis.findings.cohabitation.Partners;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.Simultaneous;
import io.coreyield.analysis.wording.DoubtWords;
import io.coreyield.analysis.wording.KernelWords;
import io.coreyield.analysis.wording.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which code may share a core, in words. */
public final class CohabitWords {

  /** Of the matrix. */
  public static final String MATRIX =
      "What a core does with two kinds of code on its siblings, in units of what each does alone"
          + " (weighted speedup): 1× is one thread's worth, 2× two cores. Below it, how much of its"
          + " speed the code of the row keeps.";

  /** Of the matrix where there are no siblings. */
  public static final String MATRIX_OF_CORES =
      "What two kinds of code do on two cores, in units of what each does alone (weighted speedup):"
          + " 2× where they take nothing from each other. Below it, how much of its speed the code"
          + " of the row keeps.";

  /** Of the control on two cores. */
  public static final String CONTROL =
      "The control: the same two kinds of code on two cores. What they lose here they take from"
          + " each other outside the core; the rest of the loss comes from sharing it.";

  /** Of the slowdowns. */
  public static final String SLOWDOWNS =
      "How much longer each kind of code takes beside each other on one core, with 95 % intervals:"
          + " 1 is no longer than alone, 2 is as slow as taking turns.";

  /** Of the curve of effective cores. */
  public static final String EFFECTIVE =
      "Cores' worth of N workers in all, if all these kinds of code are equally frequent: first one"
          + " a core, then two. Cores are taken not to slow each other.";

  /** The least difference between the slowdowns of two that is worth a sentence. */
  private static final double CLEAR_ASYMMETRY = 0.1;

  private static final int MAX_ASYMMETRIES = 4;

  private CohabitWords() {}

  /** The answer in one sentence: what to pair, and what not. */
  public static String sentence(Cohabitation found) {
    String never = never(found);
    return never.isEmpty()
        ? pair(found)
        : "%s; %s".formatted(pair(found).replaceFirst("\\.$", ""), inside(never));
  }

  /** What to pair, a sentence. */
  public static String pair(Cohabitation found) {
    List<Pairing> answers = answers(found);
    if (answers.isEmpty()) {
      return "No answer yet on which code may share a core: %s.".formatted(firstReason(found));
    }
    Pairing best = answers.getLast();
    if (!found.onSiblings()) {
      String least = factor(found, answers.getFirst());
      String most = factor(found, best);
      return "No core has siblings here; two kinds of code on two cores do %s one thread."
          .formatted(least.equals(most) ? most : least.replace("×", "–") + most);
    }
    return gains(best)
        ? "Pair %s: %s one thread.".formatted(paired(best), factor(found, best))
        : "No two kinds of code gain from sharing a core: at best %s do %s one thread."
            .formatted(both(best), factor(found, best));
  }

  /** What not to pair, a sentence; empty where there is nothing to choose, or no core to share. */
  public static String never(Cohabitation found) {
    List<Pairing> answers = answers(found);
    if (answers.size() < 2 || !found.onSiblings()) {
      return "";
    }
    Pairing worst = answers.getFirst();
    return worst.category() == Category.HARMFUL
        ? "Never put %s on one core: %s.".formatted(together(worst), factor(found, worst))
        : "The least is %s: %s.".formatted(both(worst), factor(found, worst));
  }

  static String inside(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  /** Those with an answer, by what they are worth. */
  private static List<Pairing> answers(Cohabitation found) {
    return found.pairings().stream()
        .filter(p -> found.onSiblings() ? p.isAnswer() : isKnownApart(p))
        .sorted(Comparator.comparingDouble(p -> worth(found, p).value()))
        .toList();
  }

  private static boolean gains(Pairing pairing) {
    return pairing.category() == Category.SOMETHING
        || pairing.category() == Category.AS_GOOD_AS_A_CORE;
  }

  private static boolean isKnownApart(Pairing pairing) {
    return pairing.apart().weightedSpeedup().hasInterval();
  }

  /** The weighted speedup on one core, or where no core has siblings on two. */
  public static Estimate worth(Cohabitation found, Pairing pairing) {
    return (found.onSiblings() ? pairing.core() : pairing.apart()).weightedSpeedup();
  }

  private static String factor(Cohabitation found, Pairing pairing) {
    return Unit.FACTOR.text(worth(found, pairing).value());
  }

  private static String firstReason(Cohabitation found) {
    return found.pairings().stream()
        .flatMap(p -> p.trust().reason().stream())
        .map(DoubtWords::reason)
        .findFirst()
        .orElse("no pair of kernels has a result");
  }

  /** {@code code that waits on memory with code that fills the integer units}. */
  private static String paired(Pairing p) {
    return p.isAlike()
        ? "code that %s with more of it".formatted(KernelWords.code(p.kernel()))
        : "code that %s with code that %s"
            .formatted(KernelWords.code(p.kernel()), KernelWords.code(p.beside()));
  }

  private static String together(Pairing p) {
    return p.isAlike()
        ? "two workers that %s".formatted(plural(KernelWords.code(p.kernel())))
        : "code that %s beside code that %s"
            .formatted(KernelWords.code(p.kernel()), KernelWords.code(p.beside()));
  }

  private static String both(Pairing p) {
    return p.isAlike()
        ? "two workers with %s".formatted(p.kernel())
        : "%s and %s".formatted(p.kernel(), p.beside());
  }

  /** {@code streams memory} as several do it: {@code stream memory}. */
  private static String plural(String code) {
    int end = code.indexOf(' ');
    String verb = code.substring(0, end);
    return verb.substring(0, verb.length() - 1) + code.substring(end).replace(" its ", " their ");
  }

  /** What to put beside one kind of code, and what not. */
  public static String advice(Partners partners) {
    Pairing best = partners.best();
    Pairing worst = partners.worst();
    String with = "with %s %s".formatted(partner(partners, best), worth(best));
    return worst.category() == Category.HARMFUL
        ? "Code that %s: share a core %s, never with %s %s."
            .formatted(
                KernelWords.code(partners.kernel()), with, partner(partners, worst), worth(worst))
        : "Code that %s: share a core %s; the least is with %s %s."
            .formatted(
                KernelWords.code(partners.kernel()), with, partner(partners, worst), worth(worst));
  }

  private static String partner(Partners partners, Pairing pairing) {
    Kernel partner = pairing.partnerOf(partners.kernel());
    return pairing.isAlike() ? "more of it" : partner.toString();
  }

  private static String worth(Pairing pairing) {
    return "(%s)".formatted(Unit.FACTOR.text(pairing.joint().value()));
  }

  /**
   * Which kernels suffer more than what is beside them, a sentence each, the most unequal first:
   * those whose interval, for all pairs at once, leaves no doubt.
   */
  public static List<String> asymmetries(Cohabitation found) {
    return found.pairings().stream()
        .filter(p -> !p.isAlike())
        .flatMap(p -> suffering(found, p).stream())
        .sorted(Comparator.comparingDouble(p -> p.core().asymmetry().value()))
        .limit(MAX_ASYMMETRIES)
        .map(p ->
            "Beside each other, %s keeps %s of its speed, and %s %s."
                .formatted(
                    p.kernel(), share(p.core().kernel()), p.beside(), share(p.core().beside())))
        .toList();
  }

  /** Seen from the one that suffers more; empty where neither clearly does. */
  private static Optional<Pairing> suffering(Cohabitation found, Pairing p) {
    Pairing worse = p.core().asymmetry().value() > 1 ? p.from(p.beside()) : p;
    Estimate joint = Simultaneous.of(worse.core().asymmetry(), found.pairings().size());
    return joint.high() < 1 && joint.value() < 1 - CLEAR_ASYMMETRY
        ? Optional.of(worse)
        : Optional.empty();
  }

  /** A relative speed as a share: {@code 72 %}. */
  public static String share(Estimate speed) {
    return speed.hasValue() ? "%.0f\u00a0%%".formatted(100 * speed.value()) : Unit.NONE;
  }

  /** What the machine is worth with all logical CPUs busy; empty where that is unknown. */
  public static Optional<String> effectiveCores(Cohabitation found) {
    EffectiveCores cores = found.effectiveCores();
    if (cores == null) {
      return Optional.empty();
    }
    EffectiveCores.Point all = cores.points().getLast();
    return Optional.of(
        "An even mix of these kinds on all %d logical CPUs is worth %s cores if those share a core that fit, %s if chance decides, and %s at worst; without sharing it is %d. The best pairs: %s."
            .formatted(
                all.workers(),
                cores(all.best()),
                cores(all.random()),
                cores(all.worst()),
                all.workers() / 2,
                cores.bestPairs().stream()
                    .map(p -> p.isAlike() ? both(p) : p.kernel() + " with " + p.beside())
                    .collect(Collectors.joining("; "))));
  }

  private static String cores(Estimate worth) {
    return "%.1f%s".formatted(worth.value(), Unit.CPUS.brackets(worth));
  }
}
