package io.coreyield.analysis.model.machine;

import java.math.BigDecimal;

/**
 * What stands in the way of good figures before anything is measured. Every reason, its threshold
 * and its remedy stands here and nowhere else.
 */
public enum FitnessRule {
  /** Others' programs take so much that no figure can be trusted. */
  FOREIGN_LOAD_HIGH(
      "foreign-load",
      Severity.UNFIT,
      25,
      "in the look, other programs kept more than %s % of the usable logical CPUs busy",
      "workers wait for a CPU, and a neighbour looks like a weak sibling",
      "stop what runs there, or measure when it has ended"),
  /** The quota is below the logical CPUs that may be used. */
  QUOTA(
      "quota",
      Severity.UNFIT,
      1,
      "the cgroup's CPU quota is below %s CPU for each usable logical CPU",
      "it stops the workers in the middle of an operation",
      "lift the container's CPU limit (cpu.max), or measure outside it"),
  /** Nothing but a battery feeds the machine. */
  BATTERY(
      "battery",
      Severity.UNFIT,
      0,
      "a system battery discharges, and no supply is online",
      "firmware then caps the power, so that more workers get a lower clock each",
      "plug in the charger"),
  /** The processor is about to protect itself. */
  HOT(
      "hot",
      Severity.UNFIT,
      5,
      "a sensor of the processor is within %s °C of its critical temperature",
      "the clock will fall as soon as cores work",
      "let it cool, clear its vents, and close what works it"),
  /** Heat slows the processor. */
  HEAT_STOPS(
      "heat-stops",
      Severity.UNFIT,
      0,
      "in the look, heat slowed a usable logical CPU more than %s times",
      "the clock is that of the cooling, not of the processor",
      "let it cool, clear its vents, and close what works it"),
  /** The hypervisor takes so much that no figure can be trusted. */
  STEAL_HIGH(
      "steal",
      Severity.UNFIT,
      10,
      "in the look, the hypervisor took more than %s % of the usable logical CPUs",
      "neighbours on the same host run in place of the workers",
      "move to a dedicated host or instance, or measure at another hour"),
  /** Others' programs can be seen. */
  FOREIGN_LOAD(
      "foreign-load",
      Severity.NOTE,
      10,
      "in the look, other programs kept more than %s % of the usable logical CPUs busy",
      "if they go on, the run will be unfit",
      "stop them: the run tells how much they took"),
  /** The hypervisor can be seen. */
  STEAL(
      "steal",
      Severity.NOTE,
      2,
      "in the look, the hypervisor took more than %s % of the usable logical CPUs",
      "if it goes on, the run will be unfit",
      "move to a dedicated host or instance, or measure at another hour"),
  /** Many tasks were runnable lately. */
  LOAD(
      "load-high",
      Severity.NOTE,
      0.25,
      "the load average over a minute is above %s for each usable logical CPU",
      "something worked here, and may still (a build counts, too)",
      "stop other programs, wait a minute, and run again"),
  /** Tasks had to wait for a CPU lately. */
  PRESSURE(
      "pressure-high",
      Severity.NOTE,
      25,
      "some task waited for a CPU in more than %s % of the last 10 s (PSI)",
      "more tasks wanted to run than there were CPUs",
      "stop other programs, wait a minute, and run again"),
  /** Another JVM works. */
  OTHER_JVMS(
      "other-jvms",
      Severity.NOTE,
      5,
      "in the look, another JVM used more than %s % of a logical CPU",
      "their compilers and collectors come in bursts that no average shows",
      "stop them: build daemons, IDEs, other measurements"),
  /** Cores of the same machine are clocked by different rules. */
  GOVERNORS_MIXED(
      "governors-mixed",
      Severity.NOTE,
      1,
      "the usable logical CPUs have more than %s frequency governor",
      "cores that are equal do not run alike",
      "give all the same: cpupower frequency-set -g performance"),
  /** The governor holds the clock at its lowest. */
  GOVERNOR_SLOW(
      "governor-slow",
      Severity.NOTE,
      0,
      "the frequency governor is powersave, by a driver that then holds the lowest clock",
      "figures are those of the slowest clock",
      "cpupower frequency-set -g performance"),
  /** The clock follows the load. */
  GOVERNOR(
      "governor",
      Severity.NOTE,
      0,
      "the frequency governor is another than performance",
      "the clock follows the load, and one worker may get a lower one than two",
      "for the least noise: cpupower frequency-set -g performance"),
  /** The processor was told to save energy. */
  ENERGY(
      "energy-preference",
      Severity.NOTE,
      0,
      "the energy preference of a usable logical CPU is power or balance_power",
      "the clock rises late and not to the full",
      "choose the performance profile: powerprofilesctl set performance"),
  /** The clock depends on how many cores work. */
  BOOST(
      "boost-on",
      Severity.NOTE,
      0,
      "boost (turbo) is on",
      "the clock falls as more cores work, and a curve bends for that, too",
      "read what is corrected for the clock, or switch boost off for equal clocks"),
  /** Siblings were switched off. */
  SMT_OFF(
      "smt-off",
      Severity.NOTE,
      0,
      "the kernel's switch for SMT is off or forceoff",
      "no sibling is there to be measured",
      "echo on > /sys/devices/system/cpu/smt/control, or boot without nosmt"),
  /** A hypervisor lies between. */
  VIRTUAL(
      "virtual-machine",
      Severity.NOTE,
      0,
      "a hypervisor is there",
      "neighbours can take CPU time, and siblings may be hidden",
      "quote ratios within one run, look at the steal figures, and run 'pairs'"),
  /** Not all of the machine may be used. */
  AFFINITY(
      "affinity",
      Severity.NOTE,
      0,
      "the affinity mask leaves some logical CPUs out",
      "what is measured is a part of the machine",
      "run without taskset or cpuset to measure all of it");

  /** What a finding does to the figures. */
  public enum Severity {
    /** They cannot be trusted. */
    UNFIT,
    /** Their reader must know. */
    NOTE
  }

  private final String id;
  private final Severity severity;
  private final double threshold;
  private final String condition;
  private final String why;
  private final String remedy;

  FitnessRule(
      String id, Severity severity, double threshold, String condition, String why, String remedy) {
    this.id = id;
    this.severity = severity;
    this.threshold = threshold;
    this.condition = condition;
    this.why = why;
    this.remedy = remedy;
  }

  /** What a finding does to the figures. */
  public Severity severity() {
    return severity;
  }

  /** The bound of the condition, in the unit that it names; 0 where it is a yes or no. */
  public double threshold() {
    return threshold;
  }

  /** When there is a finding, in words with the threshold, without a full stop. */
  public String condition() {
    String bound = BigDecimal.valueOf(threshold).stripTrailingZeros().toPlainString();
    return condition.replace("%s", bound);
  }

  /** Why it matters, in words, without a full stop. */
  public String why() {
    return why;
  }

  /** What to do, in words, without a full stop. */
  public String remedy() {
    return remedy;
  }

  /** The code of its findings. */
  public String code() {
    return finding("").code();
  }

  /**
   * What was found.
   *
   * @param what the matter is, with its figures
   */
  public Warning finding(String what) {
    String message = what + ": " + why;
    return severity == Severity.UNFIT
        ? Warning.unfit(id, message, remedy)
        : new Warning(id, message, remedy);
  }
}
