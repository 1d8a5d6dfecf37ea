package io.coreyield.analysis.wording.compare;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Fingerprint;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.DoubtWords;
import io.coreyield.analysis.wording.MachineFacts;
import io.coreyield.analysis.wording.Quantities;
import io.coreyield.analysis.wording.QuotaWords;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A term of the machine or the run, whose values are compared.
 *
 * @param id its name in files
 * @param name for people
 * @param value of a run; null or blank where it is not known
 */
public record ComparedTerm(String id, String name, Function<ComparedRun, @Nullable String> value) {

  public static final List<ComparedTerm> ALL =
      List.of(
          new ComparedTerm("start", "Start", run -> Quantities.utc(run.start())),
          ofMachine("cpu", "Processor", Machine::cpu),
          new ComparedTerm("topology", "Topology", CompareWords::topology),
          ofMachine("packages", "Packages", machine -> "" + machine.topology().packages()),
          ofMachine("numa_nodes", "NUMA nodes", machine -> "" + machine.topology().numaNodes()),
          ofMachine("caches", "Caches", machine -> MachineFacts.caches(machine.caches())),
          ofMachine("memory", "Memory", machine -> Quantities.bytes(machine.memoryBytes())),
          ofMachine(
              "clock", "Declared clock", machine -> MachineFacts.clock(machine.maxFrequencyHz())),
          ofEnvironment("microcode", "Microcode", under -> under.conditions().microcode()),
          ofMachine(
              "virtualization",
              "Hypervisor",
              machine ->
                  machine.virtualization() == null
                      ? null
                      : MachineFacts.hypervisor(machine.virtualization())),
          ofEnvironment("container", "Container", Environment::container),
          ofEnvironment("os", "System", under -> under.os().name()),
          ofEnvironment("kernel_version", "Kernel", under -> under.os().kernelVersion()),
          ofEnvironment("java_version", "Java", under -> under.jvm().javaVersion()),
          ofEnvironment("vm", "JVM", under -> vm(under.jvm())),
          new ComparedTerm(
              "jvm_arguments",
              "JVM arguments",
              run -> String.join(" ", run.fingerprint().jvmArguments())),
          new ComparedTerm("governor", "Governor", run -> governor(run.fingerprint())),
          ofEnvironment("boost", "Boost", under -> onOff(under.conditions().boost())),
          ofEnvironment(
              "smt_control", "SMT control", under -> MachineFacts.smt(under.smtControl())),
          ofEnvironment("affinity", "Allowed CPUs", under -> under.limits().affinity()),
          ofMachine("cpu_quota", "CPU quota", machine -> QuotaWords.fact(machine.quota())),
          new ComparedTerm("tool", "Captured by", ComparedRun::tool),
          new ComparedTerm("tool_version", "CoreYield", ComparedRun::toolVersion),
          new ComparedTerm("trust", "Trust", ComparedTerm::trust),
          new ComparedTerm("tainted", "Tainted iterations", ComparedTerm::tainted),
          new ComparedTerm(
              "aa", "A/A: second name less first", run -> percent(run.checks().aaDifference())),
          new ComparedTerm("drift", "A/A: drift", run -> percent(run.checks().aaDrift())));

  /** The value of a run; {@link Unit#NONE} where it is not known. */
  public String of(ComparedRun run) {
    String text = value.apply(run);
    return text == null || text.isBlank() ? Unit.NONE : text;
  }

  private static ComparedTerm ofMachine(
      String id, String name, Function<Machine, @Nullable String> value) {
    return new ComparedTerm(id, name, run -> value.apply(run.fingerprint().machine()));
  }

  private static ComparedTerm ofEnvironment(
      String id, String name, Function<Environment, @Nullable String> value) {
    return new ComparedTerm(id, name, run -> value.apply(run.fingerprint().environment()));
  }

  private static String vm(Environment.Jvm jvm) {
    return jvm.vmName().equals(jvm.vmVersion())
        ? jvm.vmName()
        : jvm.vmName() + " " + jvm.vmVersion();
  }

  private static @Nullable String governor(Fingerprint f) {
    String driver = f.environment().conditions().frequencyDriver();
    String governors = f.governors();
    return governors == null || driver == null ? governors : governors + ", by " + driver;
  }

  private static @Nullable String onOff(@Nullable Boolean on) {
    return on == null ? null : on ? "on" : "off";
  }

  private static String trust(ComparedRun run) {
    return run.tool() == null ? DoubtWords.of(run.answer().trust()) : "not checked";
  }

  private static @Nullable String tainted(ComparedRun run) {
    return run.checks().iterations() == 0
        ? null
        : String.format(
            Locale.ROOT,
            "%d of %d (%.1f\u00a0%%)",
            run.checks().tainted(),
            run.checks().iterations(),
            100.0 * run.checks().tainted() / run.checks().iterations());
  }

  private static @Nullable String percent(Estimate estimate) {
    return estimate.hasValue()
        ? Unit.PERCENT.text(estimate.value()) + Unit.PERCENT.brackets(estimate)
        : null;
  }
}
