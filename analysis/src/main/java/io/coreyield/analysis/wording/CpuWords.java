package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.Answer;
import io.coreyield.analysis.findings.CpuFinding;
import io.coreyield.analysis.model.machine.Topology;

/** What logical CPUs are, in words. */
final class CpuWords {

  private CpuWords() {}

  /** The clause on logical CPUs that share no core. */
  static String cores(Answer.Measured answer) {
    Topology topology = answer.topology();
    if (topology.logicalCpus() == 1) {
      return "this run could use one logical CPU, so no SMT yield can be measured";
    }
    if (answer.isPart()) {
      return "no two of the logical CPUs that this run could use share a core (%s), so no SMT yield can be measured"
          .formatted(counts(topology));
    }
    return switch (answer.cpus()) {
      case CpuFinding.AsDeclared() ->
          "each of the %d logical CPUs is a whole core, as the system declares"
              .formatted(topology.logicalCpus());
      case CpuFinding.WholeCores(Topology declared) ->
          "each of the %d logical CPUs is a whole core, although the system declares %s"
              .formatted(topology.logicalCpus(), declared.summary());
      case CpuFinding.Floating(int logicalCpus, var speedUp) ->
          "the %d logical CPUs float over about %d threads of the host: any two work like cores, all together do not"
              .formatted(logicalCpus, Math.round(speedUp.value()));
      case CpuFinding.SampleDiffers() ->
          "the system declares no SMT siblings, but some logical CPUs of a sample share a core (the command topology measures all)";
      case CpuFinding.Unmeasured(), CpuFinding.HiddenSiblings _ ->
          "this machine declares no SMT siblings (%s), so no SMT yield can be measured (the command topology shows whether some are hidden)"
              .formatted(counts(topology));
    };
  }

  /** The clause before that on siblings; empty where the system declares them. */
  static String siblings(Answer.Measured answer) {
    return switch (answer.cpus()) {
      case CpuFinding.HiddenSiblings(Topology declared) ->
          "the system declares %s, but measurement shows %s; "
              .formatted(declared.summary(), answer.topology().summary());
      case CpuFinding.SampleDiffers() ->
          "some logical CPUs of a sample share other cores than the system declares (the command topology measures all); ";
      case CpuFinding.Unmeasured _,
          CpuFinding.AsDeclared _,
          CpuFinding.WholeCores _,
          CpuFinding.Floating _ ->
          "";
    };
  }

  private static String counts(Topology topology) {
    return "%s on %s"
        .formatted(
            Phrases.count(topology.logicalCpus(), "logical CPU"),
            Phrases.count(topology.physicalCores(), "core"));
  }
}
