package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.Environment;
import io.coreyield.analysis.model.Machine;
import io.coreyield.analysis.model.Warning;
import java.util.ArrayList;
import java.util.List;

/** Whether a machine is fit to measure: the arithmetic on what was read of it. */
public final class Fitness {

  /** Load average per usable logical CPU above which others' work is in the way. */
  static final double HIGHEST_LOAD_PER_CPU = 0.25;

  private static final String UNFIT = "unfit-";

  private Fitness() {}

  /** Whether a warning means that figures of this machine cannot be trusted. */
  public static boolean makesUnfit(Warning warning) {
    return warning.code().startsWith(UNFIT);
  }

  /** What stands in the way of good figures, with its remedy; empty when nothing does. */
  public static List<Warning> check(Machine machine, Environment environment) {
    List<Warning> warnings = new ArrayList<>();
    int usable = (int) machine.topology().cpus().stream().filter(cpu -> cpu.usable()).count();
    checkLoad(environment, usable, warnings);
    checkQuota(environment, usable, warnings);
    checkGovernor(environment, warnings);
    if (machine.virtualization() != null) {
      warnings.add(
          new Warning(
              "virtual-machine",
              "runs under %s: neighbours can take CPU time, and siblings may be hidden"
                  .formatted(machine.virtualization()),
              "quote ratios within one run, and look at the steal figures"));
    }
    if (usable < machine.topology().logicalCpus()) {
      warnings.add(
          new Warning(
              "affinity",
              "this process may use %d of %d logical CPUs (%s)"
                  .formatted(usable, machine.topology().logicalCpus(), environment.affinity()),
              "run without taskset or cpuset to measure the whole machine"));
    }
    return warnings;
  }

  private static void checkLoad(Environment environment, int usable, List<Warning> warnings) {
    Double load = environment.loadAverage();
    if (load != null && load > HIGHEST_LOAD_PER_CPU * usable) {
      warnings.add(
          new Warning(
              "load-high",
              "the load average was %.2f on %d logical CPUs before anything was measured"
                  .formatted(load, usable),
              "stop other programs, wait a minute (a build counts, too), and run again"));
    }
  }

  private static void checkQuota(Environment environment, int usable, List<Warning> warnings) {
    String quota = environment.cpuQuota();
    if (quota == null) {
      return;
    }
    String[] parts = quota.split(" ", 2);
    double cpus = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    if (cpus < usable) {
      warnings.add(
          new Warning(
              UNFIT + "quota",
              "a CPU quota of %.2f CPUs holds back %d logical CPUs".formatted(cpus, usable),
              "lift the container's CPU limit (cpu.max), or measure outside it"));
    }
  }

  private static void checkGovernor(Environment environment, List<Warning> warnings) {
    String governor = environment.governor();
    if (governor != null && !governor.equals("performance")) {
      warnings.add(
          new Warning(
              "governor",
              "the frequency governor is '%s': the clock may follow the load".formatted(governor),
              "for the least noise: cpupower frequency-set -g performance"));
    }
  }
}
