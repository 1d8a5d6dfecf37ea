package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.Answer;
import io.coreyield.analysis.findings.CpuFinding;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Kernel;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The card of a machine whose logical CPUs share cores. */
record SiblingCard(Answer.Measured answer, Answer.Model model, Machine machine) {

  /** Gains that are further apart are given by sort of code. */
  private static final double MAX_SPREAD = 0.1;

  AnswerCard card() {
    if (answer.cpus() instanceof CpuFinding.HiddenSiblings(Topology declared)) {
      return hidden(declared);
    }
    return known().isEmpty()
        ? new AnswerCard("What your hyperthreads add was not measured.", why())
        : new AnswerCard(sentence(), support());
  }

  private AnswerCard hidden(Topology declared) {
    Topology shown = answer.topology();
    String cpus = MachineFacts.cpus(machine, shown.logicalCpus());
    Range yields = range(known());
    String cores = Phrases.count(shown.physicalCores(), "core");
    String sentence =
        !yields.isKnown()
            ? "Your %s are the hyperthreads of %s.".formatted(cpus, cores)
            : shown.logicalCpus() == 2
                ? "Your %s are two hyperthreads of one core: together %s one, not 2×."
                    .formatted(cpus, yields.plus(1).factors())
                : "Your %s are the hyperthreads of %s: the second of each adds %s, not 100\u00a0%%."
                    .formatted(cpus, cores, yields.percentages());
    return new AnswerCard(
        sentence,
        "The system declares %s; measurement disagrees. Size this machine as %s."
            .formatted(Phrases.count(declared.physicalCores(), "core"), cores));
  }

  /** Why no kernel has an answer. */
  private String why() {
    return model.yields().stream()
        .flatMap(y -> y.trust().reason().stream())
        .findFirst()
        .map(doubt -> Phrases.capitalized(DoubtWords.reason(doubt)) + ".")
        .orElse("");
  }

  private List<SmtYield> known() {
    return model.yields().stream()
        .filter(y -> y.trust().isAnswer() && y.category() != Category.UNKNOWN)
        .toList();
  }

  private String sentence() {
    Set<Category> others =
        known().stream()
            .filter(y -> !adds(y))
            .map(SmtYield::category)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class)));
    if (known().stream().noneMatch(SiblingCard::adds)) {
      return start(
          "hyperthreads " + without(others),
          "one worker per core",
          answer.topology().physicalCores());
    }
    return others.isEmpty()
        ? start(
            "use your hyperthreads", "one worker per logical CPU", answer.topology().logicalCpus())
        : "Keep hyperthreading on; choose workers by workload.";
  }

  private static String without(Set<Category> others) {
    return !others.contains(Category.HARMFUL)
        ? "add almost nothing"
        : others.size() > 1 ? "add nothing or cost throughput" : "cost throughput";
  }

  /** One sort of code says nothing of others. */
  private String start(String finding, String each, int workers) {
    List<Kernel> kernels = known().stream().map(SmtYield::kernel).toList();
    return KernelWords.bySort(kernels, Function.identity()).size() == 1
        ? "For code that %s, %s: start %s."
            .formatted(
                KernelWords.code(kernels, kernels), finding, Phrases.count(workers, "worker"))
        : Phrases.capitalized("%s: start %s, %d in all.".formatted(finding, each, workers));
  }

  private String support() {
    Map<Category, List<SmtYield>> byCategory =
        known().stream()
            .collect(
                Collectors.groupingBy(
                    y -> adds(y) ? Category.SOMETHING : y.category(),
                    () -> new EnumMap<>(Category.class),
                    Collectors.toList()));
    return "A second thread "
        + Phrases.list(
            byCategory.entrySet().stream().map(e -> clause(e.getKey(), e.getValue())).toList())
        + ".";
  }

  private static boolean adds(SmtYield smtYield) {
    return smtYield.category() == Category.SOMETHING
        || smtYield.category() == Category.AS_GOOD_AS_A_CORE;
  }

  private String clause(Category category, List<SmtYield> alike) {
    Range all = range(alike);
    return switch (category) {
      case HARMFUL -> "costs " + all.negated().percentages() + " in" + code(alike);
      case NOTHING -> "adds almost nothing (" + all.percentages() + ") to" + code(alike);
      case SOMETHING, AS_GOOD_AS_A_CORE, UNKNOWN ->
          "adds "
              + (all.high() - all.low() <= MAX_SPREAD
                  ? gain(alike)
                  : Phrases.list(
                      KernelWords.bySort(alike, SmtYield::kernel).stream()
                          .map(this::gain)
                          .toList()));
    };
  }

  private String gain(List<SmtYield> alike) {
    return range(alike).percentages() + " of a core to" + code(alike);
  }

  private static Range range(List<SmtYield> yields) {
    return Range.of(yields.stream().map(y -> y.yield().value()));
  }

  private String code(List<SmtYield> alike) {
    return " code that "
        + KernelWords.code(
            alike.stream().map(SmtYield::kernel).toList(),
            model.yields().stream().map(SmtYield::kernel).toList());
  }
}
