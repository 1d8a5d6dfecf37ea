package io.coreyield.analysis.findings;

import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.MeasuredTopology;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.Optional;

/** What the logical CPUs are, as measured against what the system declares. */
public sealed interface CpuFinding {

  /**
   * All logical CPUs together do at most this share of their number times the work of one where
   * they float; turbo that falls with active cores leaves more.
   */
  double MAX_SHARE_OF_FLOATING = 0.7;

  /** The kernels that need nothing outside a core, those of the narrowest resource first. */
  List<Kernel> IN_CORE =
      List.of(Kernel.RANGE_ILP, Kernel.RANGE_DIV, Kernel.RANGE, Kernel.RANGE_DOUBLE);

  /** The word in files. */
  default String id() {
    return switch (this) {
      case Unmeasured() -> "not-measured";
      case AsDeclared() -> "as-declared";
      case HiddenSiblings _ -> "hidden-siblings";
      case WholeCores _ -> "whole-cores";
      case SampleDiffers() -> "sample-differs";
      case Floating _ -> "floating";
    };
  }

  /** It was not measured, or the measurement gave no answer. */
  record Unmeasured() implements CpuFinding {}

  /** They share cores as the system declares. */
  record AsDeclared() implements CpuFinding {}

  /** Some share cores that the system declares otherwise. */
  record HiddenSiblings(Topology declared) implements CpuFinding {}

  /** The system declares siblings, and each is a whole core. */
  record WholeCores(Topology declared) implements CpuFinding {}

  /** Of many, some were measured, and they share cores otherwise than the system declares. */
  record SampleDiffers() implements CpuFinding {}

  /**
   * They float over fewer hardware threads of the host: any two work like cores, but all together
   * do much less.
   *
   * @param speedUp throughput of all of them over that of one
   */
  record Floating(int logicalCpus, Estimate speedUp) implements CpuFinding {}

  /**
   * The finding of a run.
   *
   * @param usable the part of the machine that the run could use, with its cores as measured
   */
  static CpuFinding of(RunInfo info, Topology usable, List<ScalingCurve> curves) {
    MeasuredTopology measured = info.measured().topology();
    if (measured == null || !measured.sharing().isKnown()) {
      return new Unmeasured();
    }
    Machine machine = info.machine();
    if (!measured.isOfAll(machine) && measured.differs()) {
      return new SampleDiffers();
    }
    if (usable.hasSiblings()) {
      return machine.declaredTopology() == null
          ? new AsDeclared()
          : new HiddenSiblings(machine.declaredTopology());
    }
    // Under a quota all together do less, whatever they are.
    List<ScalingCurve> ofAll = machine.bindingQuota().isPresent() ? List.of() : curves;
    return floating(usable.logicalCpus(), ofAll)
        .orElseGet(() ->
            machine.declaredTopology() == null
                ? new AsDeclared()
                : new WholeCores(machine.declaredTopology()));
  }

  private static Optional<CpuFinding> floating(int logicalCpus, List<ScalingCurve> curves) {
    return IN_CORE.stream()
        .flatMap(kernel -> curves.stream().filter(curve -> isPlatform(curve, kernel)))
        .flatMap(curve -> curve.at(logicalCpus).stream())
        .map(ScalingPoint::speedUp)
        .filter(Estimate::hasInterval)
        .findFirst()
        .filter(all -> logicalCpus > 2 && all.high() < MAX_SHARE_OF_FLOATING * logicalCpus)
        .map(all -> new Floating(logicalCpus, all));
  }

  private static boolean isPlatform(ScalingCurve curve, Kernel kernel) {
    return curve.isPlain()
        && curve.kernel() == kernel
        && curve.model() == ConcurrencyModel.PLATFORM;
  }
}
