package io.coreyield.analysis.model.machine;

import java.math.BigDecimal;

/** What can make a machine unfit to measure, each with its threshold and its remedy. */
public enum FitnessRule {
  BACKGROUND_LOAD_HIGH(
      "background-load",
      Severity.UNFIT,
      25,
      "other processes kept more than %s % of the usable logical CPUs busy during the probe",
      "workers wait for a CPU, and background load makes a sibling look weak",
      "stop other programs, or measure later"),
  QUOTA_CHANGED(
      "quota-changed",
      Severity.UNFIT,
      "the CPU quota at the end of the run was another than at its start",
      "the figures mix what both of them allow",
      "keep the container's CPU limit (cpu.max) as it is, and measure again"),
  CPUS_CHANGED(
      "cpus-changed",
      Severity.UNFIT,
      "the logical CPUs that the process may use changed during the run",
      "the figures mix those of two machines",
      "keep its CPU mask, its cpuset and the CPUs that are online as they are, and measure again"),
  BATTERY(
      "battery",
      Severity.UNFIT,
      "the machine runs on battery",
      "firmware limits the power, so each of several workers gets a lower clock",
      "plug in the charger"),
  HOT(
      "hot",
      Severity.UNFIT,
      5,
      "the processor is within %s °C of its critical temperature",
      "the clock will fall under load",
      "let it cool, clear its vents, and stop other programs"),
  THERMAL_THROTTLING(
      "thermal-throttling",
      Severity.UNFIT,
      "heat throttled a usable logical CPU more than %s times during the probe",
      "the cooling limits the clock",
      "let it cool, clear its vents, and stop other programs"),
  STEAL_HIGH(
      "steal",
      Severity.UNFIT,
      10,
      "steal was above %s % of the usable logical CPUs during the probe",
      "other virtual machines on the host run instead of the workers",
      "use a dedicated host or instance, or measure at another time"),
  QUOTA(
      "quota",
      Severity.NOTE,
      1,
      "the cgroup's CPU quota is below %s CPU for each usable logical CPU",
      "more workers than that are stopped for a part of each period, and the figures show it",
      "lift the container's CPU limit (cpu.max) to measure the whole machine"),
  BACKGROUND_LOAD(
      "background-load",
      Severity.NOTE,
      10,
      "other processes kept more than %s % of the usable logical CPUs busy during the probe",
      "if this continues, trust in the run is limited",
      "stop them; the report shows how much they used"),
  STEAL(
      "steal",
      Severity.NOTE,
      2,
      "steal was above %s % of the usable logical CPUs during the probe",
      "if this continues, trust in the run is limited",
      "use a dedicated host or instance, or measure at another time"),
  LOAD(
      "load-high",
      Severity.NOTE,
      0.25,
      "the load average over a minute is above %s for each usable logical CPU",
      "other programs ran in the last minute and may still run (a build counts)",
      "stop other programs, wait a minute, and run again"),
  NO_LOAD(
      "load-not-available",
      Severity.NOTE,
      "the counters of the logical CPUs cannot be read, or are those of other logical CPUs",
      "whether background load or steal disturbed the run is not known",
      "measure outside the container or sandbox to see them"),
  PRESSURE(
      "pressure-high",
      Severity.NOTE,
      25,
      "tasks waited for a CPU in more than %s % of the last 10 s (PSI)",
      "more tasks were runnable than there were CPUs",
      "stop other programs, wait a minute, and run again"),
  OTHER_JVMS(
      "other-jvms",
      Severity.NOTE,
      5,
      "another JVM used more than %s % of a logical CPU during the probe",
      "its compiler and garbage collector run in bursts that averages hide",
      "stop build daemons, IDEs and other measurements"),
  GOVERNORS_MIXED(
      "governors-mixed",
      Severity.NOTE,
      1,
      "the usable logical CPUs have more than %s frequency governor",
      "equal cores run at different clocks",
      "set the same everywhere: cpupower frequency-set -g performance"),
  GOVERNOR_SLOW(
      "governor-slow",
      Severity.NOTE,
      "the frequency governor is powersave, and its driver holds the lowest clock",
      "everything is measured at the lowest clock",
      "cpupower frequency-set -g performance"),
  GOVERNOR(
      "governor",
      Severity.NOTE,
      "the frequency governor is not performance",
      "the clock follows the load, so one worker may get a lower clock than two",
      "for the least noise: cpupower frequency-set -g performance"),
  ENERGY(
      "energy-preference",
      Severity.NOTE,
      "the energy preference of a usable logical CPU is power or balance_power",
      "the clock rises late and not to its maximum",
      "choose the performance profile: powerprofilesctl set performance"),
  BOOST(
      "boost-on",
      Severity.NOTE,
      "boost (turbo) is on",
      "the clock falls as more cores work, which bends scaling curves",
      "read the clock-corrected figures, or switch boost off"),
  SMT_OFF(
      "smt-off",
      Severity.NOTE,
      "the kernel's switch for SMT is off or forceoff",
      "there is no sibling to measure",
      "echo on > /sys/devices/system/cpu/smt/control, or boot without nosmt"),
  VIRTUAL(
      "virtual-machine",
      Severity.NOTE,
      "this is a virtual machine",
      "other virtual machines can take CPU time, and siblings may be hidden",
      "compare figures within one run only, check steal, and run 'topology'"),
  AFFINITY(
      "affinity",
      Severity.NOTE,
      "the affinity mask leaves some logical CPUs out",
      "only a part of the machine is measured",
      "run without taskset or cpuset to measure the whole machine");

  /** How much a finding matters. */
  public enum Severity {
    /** Trust in figures is limited, and {@code --strict} refuses the machine. */
    UNFIT,
    /** The reader must know. */
    NOTE
  }

  private final String id;
  private final Severity severity;
  private final double threshold;
  private final String condition;
  private final String why;
  private final String remedy;

  FitnessRule(String id, Severity severity, String condition, String why, String remedy) {
    this(id, severity, 0, condition, why, remedy);
  }

  FitnessRule(
      String id, Severity severity, double threshold, String condition, String why, String remedy) {
    this.id = id;
    this.severity = severity;
    this.threshold = threshold;
    this.condition = condition;
    this.why = why;
    this.remedy = remedy;
  }

  public Severity severity() {
    return severity;
  }

  /** The bound of the condition, in its unit; 0 for yes-or-no conditions. */
  public double threshold() {
    return threshold;
  }

  /** The condition with its threshold, without a full stop. */
  public String condition() {
    String bound = BigDecimal.valueOf(threshold).stripTrailingZeros().toPlainString();
    return condition.replace("%s", bound);
  }

  /** Why it matters, without a full stop. */
  public String why() {
    return why;
  }

  /** What to do, without a full stop. */
  public String remedy() {
    return remedy;
  }

  public String code() {
    return finding("").code();
  }

  /**
   * The warning.
   *
   * @param what was found, with its figures
   */
  public Warning finding(String what) {
    String message = what + ": " + why;
    return severity == Severity.UNFIT
        ? Warning.unfit(id, message, remedy)
        : new Warning(id, message, remedy);
  }
}
