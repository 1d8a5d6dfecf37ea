package io.coreyield.analysis.wording;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Fingerprint;
import io.coreyield.analysis.stats.Estimate;
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

  /** All, in their order. */
  public static final List<ComparedTerm> ALL =
      List.of(
          new ComparedTerm("start", "Start", run -> Quantities.utc(run.start())),
          new ComparedTerm("cpu", "Processor", run -> run.fingerprint().cpu()),
          new ComparedTerm("topology", "Topology", run -> run.fingerprint().topology()),
          new ComparedTerm("packages", "Packages", run -> "" + run.fingerprint().packages()),
          new ComparedTerm("numa_nodes", "NUMA nodes", run -> "" + run.fingerprint().numaNodes()),
          new ComparedTerm(
              "caches", "Caches", run -> MachineFacts.caches(run.fingerprint().caches())),
          new ComparedTerm(
              "memory", "Memory", run -> Quantities.bytes(run.fingerprint().memoryBytes())),
          new ComparedTerm(
              "clock",
              "Declared clock",
              run -> MachineFacts.clock(run.fingerprint().maxFrequencyHz())),
          new ComparedTerm("microcode", "Microcode", run -> run.fingerprint().microcode()),
          new ComparedTerm(
              "virtualization", "Hypervisor", run -> run.fingerprint().virtualization()),
          new ComparedTerm("os", "System", run -> run.fingerprint().os()),
          new ComparedTerm("kernel_version", "Kernel", run -> run.fingerprint().kernelVersion()),
          new ComparedTerm("java_version", "Java", run -> run.fingerprint().javaVersion()),
          new ComparedTerm("vm", "JVM", run -> vm(run.fingerprint())),
          new ComparedTerm(
              "jvm_arguments",
              "JVM arguments",
              run -> String.join(" ", run.fingerprint().jvmArguments())),
          new ComparedTerm("governor", "Governor", run -> governor(run.fingerprint())),
          new ComparedTerm("boost", "Boost", run -> onOff(run.fingerprint().boost())),
          new ComparedTerm("smt_control", "SMT control", run -> run.fingerprint().smtControl()),
          new ComparedTerm("affinity", "Allowed CPUs", run -> run.fingerprint().affinity()),
          new ComparedTerm("cpu_quota", "CPU quota (cpu.max)", run -> run.fingerprint().cpuQuota()),
          new ComparedTerm("tool", "Captured by", ComparedRun::tool),
          new ComparedTerm("tool_version", "CoreYield", ComparedRun::toolVersion),
          new ComparedTerm("fit", "Fit to measure", ComparedTerm::fit),
          new ComparedTerm("tainted", "Tainted iterations", ComparedTerm::tainted),
          new ComparedTerm(
              "aa", "A/A: second name less first", run -> percent(run.checks().aaDifference())),
          new ComparedTerm("drift", "A/A: drift", run -> percent(run.checks().aaDrift())));

  /** The value of a run; {@link Unit#NONE} where it is not known. */
  public String of(ComparedRun run) {
    String text = value.apply(run);
    return text == null || text.isBlank() ? Unit.NONE : text;
  }

  private static String vm(Fingerprint f) {
    return f.vmName().equals(f.vmVersion()) ? f.vmName() : f.vmName() + " " + f.vmVersion();
  }

  private static @Nullable String governor(Fingerprint f) {
    return f.governors() == null || f.frequencyDriver() == null
        ? f.governors()
        : f.governors() + ", by " + f.frequencyDriver();
  }

  private static @Nullable String onOff(@Nullable Boolean on) {
    return on == null ? null : on ? "on" : "off";
  }

  private static String fit(ComparedRun run) {
    if (run.tool() != null) {
      return "not checked";
    }
    return run.fit()
        ? "yes"
        : "no: " + String.join("; ", AnswerWords.unfit(run.answer().unfitReasons()));
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
