package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.BackgroundLoad;
import io.coreyield.analysis.model.machine.BusyProcess;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.CoreTemperature;
import io.coreyield.analysis.model.machine.CpuPressure;
import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.CpuSetting;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.FitnessRule;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.wording.MachineFacts;
import io.coreyield.analysis.wording.QuotaWords;
import io.coreyield.benchmarks.machine.linux.CpuList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks whether a machine is fit to measure, from what was read of it. */
public final class FitnessCheck {

  private static final double PERCENT = 1e-2;

  private static final int MAX_NAMES = 5;

  /** Drivers that choose the clock themselves: there powersave is not the lowest clock. */
  private static final Set<String> CHOOSING_DRIVERS =
      Set.of("intel_pstate", "amd-pstate-epp", "amd_pstate_epp");

  private static final Set<String> SAVING = Set.of("power", "balance_power");

  private final Environment environment;
  private final Conditions conditions;
  private final Machine machine;
  private final int usable;
  private final Map<FitnessRule, Warning> findings = new EnumMap<>(FitnessRule.class);

  private FitnessCheck(Machine machine, Environment environment) {
    this.machine = machine;
    this.environment = environment;
    this.conditions = environment.conditions();
    this.usable = (int) machine.topology().cpus().stream().filter(cpu -> cpu.usable()).count();
  }

  /**
   * The findings with their remedies, those that make the machine unfit first; empty for a fit
   * machine. An unknown value is no finding.
   */
  public static List<Warning> check(Machine machine, Environment environment) {
    FitnessCheck check = new FitnessCheck(machine, environment);
    check.limits();
    check.clock();
    check.power();
    check.averages();
    check.backgroundLoad();
    return List.copyOf(check.findings.values());
  }

  /** Whether the quota at the end of a run is another than at its start; null of none. */
  public static Optional<Warning> ofQuotas(@Nullable CpuQuota atStart, @Nullable CpuQuota atEnd) {
    return Objects.equals(atStart, atEnd)
        ? Optional.empty()
        : Optional.of(
            FitnessRule.QUOTA_CHANGED.finding(
                "the CPU quota was %s at the start of the run and %s at its end"
                    .formatted(QuotaWords.factOrNone(atStart), QuotaWords.factOrNone(atEnd))));
  }

  /**
   * Whether this process may use other logical CPUs now than those that were usable at first.
   *
   * @param allowed all that it was allowed at first: some systems allow more than they have
   */
  public static Optional<Warning> ofCpus(Topology atStart, BitSet allowed, BitSet now) {
    BitSet usable = (BitSet) allowed.clone();
    for (LogicalCpu cpu : atStart.cpus()) {
      usable.set(cpu.id(), cpu.usable());
    }
    return usable.equals(now)
        ? Optional.empty()
        : Optional.of(
            FitnessRule.CPUS_CHANGED.finding(
                "this process could use the logical CPUs %s at the start of the run and %s later"
                    .formatted(CpuList.format(usable), CpuList.format(now))));
  }

  private void found(FitnessRule rule, String what) {
    findings.put(rule, rule.finding(what));
  }

  private void foundIf(boolean condition, FitnessRule rule, String what) {
    if (condition) {
      found(rule, what);
    }
  }

  private void limits() {
    machine
        .bindingQuota()
        .ifPresent(quota -> found(FitnessRule.QUOTA, QuotaWords.allowance(quota, usable)));
    String smt = String.valueOf(environment.smtControl());
    foundIf(
        Set.of("off", "forceoff").contains(smt),
        FitnessRule.SMT_OFF,
        "SMT is " + MachineFacts.smt(smt));
    foundIf(
        machine.virtualization() != null,
        FitnessRule.VIRTUAL,
        "runs under " + MachineFacts.hypervisor(machine.virtualization()));
    int all = machine.topology().logicalCpus();
    foundIf(
        usable < all,
        FitnessRule.AFFINITY,
        "this process may use %d of %d logical CPUs (%s)"
            .formatted(usable, all, environment.limits().affinity()));
  }

  private void clock() {
    List<CpuSetting> governors = conditions.governors();
    if (governors.size() > 1) {
      found(
          FitnessRule.GOVERNORS_MIXED, "frequency governors differ: %s".formatted(list(governors)));
    } else if (governors.size() == 1) {
      governor(governors.getFirst().value());
    }
    List<CpuSetting> saving =
        conditions.energyPreferences().stream().filter(e -> SAVING.contains(e.value())).toList();
    foundIf(
        !saving.isEmpty(),
        FitnessRule.ENERGY,
        "the processor is set to save energy: " + list(saving));
    foundIf(Boolean.TRUE.equals(conditions.boost()), FitnessRule.BOOST, "boost (turbo) is on");
  }

  private void governor(String governor) {
    String driver = String.valueOf(conditions.frequencyDriver());
    boolean isChoosing = CHOOSING_DRIVERS.contains(driver);
    if (governor.equals("powersave") && !isChoosing) {
      found(FitnessRule.GOVERNOR_SLOW, "the frequency governor is '%s'".formatted(governor));
    } else if (!governor.equals("performance")) {
      found(
          FitnessRule.GOVERNOR,
          "the frequency governor is '%s'%s"
              .formatted(governor, isChoosing ? ", as is usual with " + driver : ""));
    }
  }

  private static String list(List<CpuSetting> settings) {
    return settings.stream()
        .map(setting -> "'%s' on %s".formatted(setting.value(), setting.cpus()))
        .collect(Collectors.joining(", "));
  }

  private void power() {
    foundIf(Boolean.TRUE.equals(conditions.onBattery()), FitnessRule.BATTERY, "runs on battery");
    CoreTemperature core = conditions.coreTemperature();
    if (core != null && core.criticalCelsius() != null) {
      foundIf(
          core.criticalCelsius() - core.celsius() <= FitnessRule.HOT.threshold(),
          FitnessRule.HOT,
          "the processor is at %.0f °C, and %.0f °C is critical"
              .formatted(core.celsius(), core.criticalCelsius()));
    }
  }

  /** Averages, which our own build may have raised: notes that never make a machine unfit. */
  private void averages() {
    Double load = environment.loadAverage();
    foundIf(
        load != null && load > FitnessRule.LOAD.threshold() * usable,
        FitnessRule.LOAD,
        "the load average over a minute was %.2f on %d logical CPUs".formatted(load, usable));
    CpuPressure pressure = conditions.pressure();
    if (pressure != null && pressure.avg10Percent() > FitnessRule.PRESSURE.threshold()) {
      found(
          FitnessRule.PRESSURE,
          "tasks waited for a CPU in %.0f %% of the last 10 s".formatted(pressure.avg10Percent()));
    }
  }

  private void backgroundLoad() {
    String why = conditions.loadUnavailable();
    foundIf(
        why != null,
        FitnessRule.NO_LOAD,
        "the load of the logical CPUs is not available, because " + why);
    BackgroundLoad probe = conditions.backgroundLoad();
    if (probe == null) {
      return;
    }
    Double others = probe.backgroundCpus();
    FitnessRule load = worse(others, FitnessRule.BACKGROUND_LOAD_HIGH, FitnessRule.BACKGROUND_LOAD);
    if (load != null) {
      BusyProcess most = probe.busiest();
      String by = most == null ? "" : ", most of it by " + most.label();
      found(
          load, "other programs kept %.2f of %d logical CPUs busy%s".formatted(others, usable, by));
    }
    Double stolen = probe.stealCpus();
    FitnessRule steal = worse(stolen, FitnessRule.STEAL_HIGH, FitnessRule.STEAL);
    if (steal != null) {
      found(steal, "the hypervisor took %.2f of %d logical CPUs".formatted(stolen, usable));
    }
    Long stops = probe.thermalThrottleCount();
    foundIf(
        stops != null && stops > FitnessRule.THERMAL_THROTTLING.threshold(),
        FitnessRule.THERMAL_THROTTLING,
        "heat slowed the processor in these %d ms".formatted(probe.probeMs()));
    jvms(probe.busyJvms());
  }

  private @Nullable FitnessRule worse(@Nullable Double cpus, FitnessRule unfit, FitnessRule note) {
    if (cpus == null || usable == 0) {
      return null;
    }
    double share = cpus / usable;
    if (share > unfit.threshold() * PERCENT) {
      return unfit;
    }
    return share > note.threshold() * PERCENT ? note : null;
  }

  private void jvms(List<BusyProcess> busy) {
    if (busy.isEmpty()) {
      return;
    }
    String names =
        busy.stream().limit(MAX_NAMES).map(BusyProcess::label).collect(Collectors.joining(", "));
    int more = busy.size() - MAX_NAMES;
    found(
        FitnessRule.OTHER_JVMS,
        "%d other JVM%s at work: %s%s"
            .formatted(
                busy.size(),
                busy.size() == 1 ? " is" : "s are",
                names,
                more > 0 ? " and %d more".formatted(more) : ""));
  }
}
