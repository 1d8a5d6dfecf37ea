package io.coreyield.benchmarks.machine;

import static java.util.Locale.ROOT;

import io.coreyield.analysis.model.machine.BusyProcess;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.CpuPressure;
import io.coreyield.analysis.model.machine.CpuSetting;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.FitnessRule;
import io.coreyield.analysis.model.machine.Heat;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Neighbours;
import io.coreyield.analysis.model.machine.Warning;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a machine is fit to measure: the arithmetic on what was read of it. */
public final class FitnessCheck {

  private static final double PERCENT = 1e-2;

  /** How many processes a finding names. */
  private static final int MOST_NAMES = 5;

  /** Drivers that choose the clock themselves; under them powersave is not the lowest. */
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
   * What stands in the way of good figures, with its remedy, what makes unfit first; empty when
   * nothing does. What is not told is not held against a machine.
   */
  public static List<Warning> check(Machine machine, Environment environment) {
    FitnessCheck check = new FitnessCheck(machine, environment);
    check.limits();
    check.clock();
    check.power();
    check.lately();
    if (check.conditions.neighbours() != null) {
      check.neighbours(check.conditions.neighbours());
    }
    return List.copyOf(check.findings.values());
  }

  private void found(FitnessRule rule, String what) {
    findings.put(rule, rule.finding(what));
  }

  private void limits() {
    String quota = environment.cpuQuota();
    if (quota != null) {
      String[] parts = quota.split(" ", 2);
      double cpus = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
      if (cpus < usable * FitnessRule.QUOTA.threshold()) {
        found(
            FitnessRule.QUOTA,
            String.format(
                ROOT, "a CPU quota of %.2f CPUs holds back %d logical CPUs", cpus, usable));
      }
    }
    if (Set.of("off", "forceoff").contains(String.valueOf(environment.smtControl()))) {
      found(
          FitnessRule.SMT_OFF,
          String.format(ROOT, "SMT is switched off (%s)", environment.smtControl()));
    }
    if (machine.virtualization() != null) {
      found(FitnessRule.VIRTUAL, String.format(ROOT, "runs under %s", machine.virtualization()));
    }
    int all = machine.topology().logicalCpus();
    if (usable < all) {
      found(
          FitnessRule.AFFINITY,
          String.format(
              ROOT,
              "this process may use %d of %d logical CPUs (%s)",
              usable,
              all,
              environment.affinity()));
    }
  }

  private void clock() {
    List<CpuSetting> governors = conditions.governors();
    if (governors.size() > 1) {
      found(
          FitnessRule.GOVERNORS_MIXED,
          String.format(ROOT, "frequency governors differ: %s", list(governors)));
    } else if (governors.size() == 1) {
      governor(governors.getFirst().value());
    }
    List<CpuSetting> saving =
        conditions.energyPreferences().stream().filter(e -> SAVING.contains(e.value())).toList();
    if (!saving.isEmpty()) {
      found(
          FitnessRule.ENERGY,
          String.format(ROOT, "the processor is told to save energy: %s", list(saving)));
    }
    if (Boolean.TRUE.equals(conditions.boost())) {
      found(FitnessRule.BOOST, "boost (turbo) is on");
    }
  }

  private void governor(String governor) {
    String driver = String.valueOf(conditions.frequencyDriver());
    boolean isChoosing = CHOOSING_DRIVERS.contains(driver);
    if (governor.equals("powersave") && !isChoosing) {
      found(
          FitnessRule.GOVERNOR_SLOW,
          String.format(ROOT, "the frequency governor is '%s'", governor));
    } else if (!governor.equals("performance")) {
      found(
          FitnessRule.GOVERNOR,
          String.format(
              ROOT,
              "the frequency governor is '%s'%s",
              governor,
              isChoosing ? ", as is usual with " + driver : ""));
    }
  }

  private static String list(List<CpuSetting> settings) {
    return settings.stream()
        .map(setting -> "'%s' on %s".formatted(setting.value(), setting.cpus()))
        .collect(Collectors.joining(", "));
  }

  private void power() {
    if (Boolean.TRUE.equals(conditions.onBattery())) {
      found(FitnessRule.BATTERY, "runs on battery");
    }
    Heat heat = conditions.heat();
    if (heat != null && heat.criticalCelsius() != null) {
      double headroom = heat.criticalCelsius() - heat.celsius();
      if (headroom <= FitnessRule.HOT.threshold()) {
        found(
            FitnessRule.HOT,
            String.format(
                ROOT,
                "the processor is at %.0f °C, and %.0f °C is critical",
                heat.celsius(),
                heat.criticalCelsius()));
      }
    }
  }

  /** Averages that our own build may have raised: they are told, and decide nothing. */
  private void lately() {
    Double load = environment.loadAverage();
    if (load != null && load > FitnessRule.LOAD.threshold() * usable) {
      found(
          FitnessRule.LOAD,
          String.format(
              ROOT, "the load average over a minute was %.2f on %d logical CPUs", load, usable));
    }
    CpuPressure pressure = conditions.pressure();
    if (pressure != null && pressure.avg10Percent() > FitnessRule.PRESSURE.threshold()) {
      found(
          FitnessRule.PRESSURE,
          String.format(
              ROOT, "tasks waited for a CPU in %.0f %% of the last 10 s", pressure.avg10Percent()));
    }
  }

  private void neighbours(Neighbours neighbours) {
    Double foreign = neighbours.foreignCpus();
    FitnessRule load = worse(foreign, FitnessRule.FOREIGN_LOAD_HIGH, FitnessRule.FOREIGN_LOAD);
    if (load != null) {
      BusyProcess most = neighbours.busiest();
      String by = most == null ? "" : ", most of it by " + most.label();
      found(
          load,
          String.format(
              ROOT, "other programs kept %.2f of %d logical CPUs busy%s", foreign, usable, by));
    }
    Double stolen = neighbours.stealCpus();
    FitnessRule steal = worse(stolen, FitnessRule.STEAL_HIGH, FitnessRule.STEAL);
    if (steal != null) {
      found(
          steal,
          String.format(ROOT, "the hypervisor took %.2f of %d logical CPUs", stolen, usable));
    }
    Long stops = neighbours.heatStops();
    if (stops != null && stops > FitnessRule.HEAT_STOPS.threshold()) {
      found(
          FitnessRule.HEAT_STOPS,
          String.format(ROOT, "heat slowed the processor in these %d ms", neighbours.lookMs()));
    }
    jvms(neighbours.busyJvms());
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
        busy.stream().limit(MOST_NAMES).map(BusyProcess::label).collect(Collectors.joining(", "));
    int more = busy.size() - MOST_NAMES;
    found(
        FitnessRule.OTHER_JVMS,
        String.format(
            ROOT,
            "%d other JVM%s at work: %s%s",
            busy.size(),
            busy.size() == 1 ? " is" : "s are",
            names,
            more > 0 ? " and %d more".formatted(more) : ""));
  }
}
