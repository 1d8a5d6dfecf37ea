package io.coreyield.analysis.wording;

import static java.util.Objects.requireNonNullElse;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.model.machine.BackgroundLoad;
import io.coreyield.analysis.model.machine.Cache;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.CoreTemperature;
import io.coreyield.analysis.model.machine.CpuPressure;
import io.coreyield.analysis.model.machine.CpuSetting;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Throttling;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.MeasuredTopology;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.recording.file.ControlCharacters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was measured, as terms and words. */
public final class MachineFacts {

  /** Shown for a load that no one counts. */
  public static final String NOT_AVAILABLE = "not available";

  private static final String NONE_SEEN = "none seen";

  private MachineFacts() {}

  /** The machine in a line: {@code AMD EPYC 9354: 32 cores × 2 threads}. */
  public static String line(Findings findings) {
    RunInfo info = findings.run().info();
    Topology topology = info.machine().topology();
    boolean areCoresUnknown =
        findings instanceof CapturedFindings && !CapturedFindings.areCoresDeclared(info);
    return "%s: %s"
        .formatted(
            ControlCharacters.spaced(info.machine().cpu()),
            areCoresUnknown
                ? Phrases.count(topology.logicalCpus(), "logical CPU")
                : topology.summary());
  }

  /** The machine of a measured run, and its state at the start. */
  public static List<Fact> of(RunInfo info) {
    Machine machine = info.machine();
    Topology topology = machine.topology();
    Topology declared = machine.declaredTopology();
    MeasuredTopology measured = info.measured().topology();
    Environment environment = info.environment();
    Conditions conditions = environment.conditions();
    return new Facts()
        .add("Processor", machine.cpu())
        .add("Topology", topology.summary() + (declared == null ? "" : ", as measured"))
        .known("Declared topology", declared == null ? null : declared.summary())
        .known("Cores, measured", measured == null ? null : measured.sharing().sentence())
        .add("Logical CPUs", topology.logicalCpus())
        .known("NUMA nodes", several(topology.numaNodes()))
        .known("Kinds of core", several(topology.efficiencyClasses()))
        .known(
            "Offline CPUs",
            topology.offline().stream().map(String::valueOf).collect(Collectors.joining(",")))
        .known("SMT control", smt(environment.smtControl()))
        .known("Declared clock", clock(machine.maxFrequencyHz()))
        .known("Caches", caches(machine.caches()))
        .add("Memory", Quantities.bytes(machine.memoryBytes()))
        .add("Hypervisor", hypervisor(machine.virtualization()))
        .add("Container", container(environment.container()))
        .add("System", environment.os().name() + ", kernel " + environment.os().kernelVersion())
        .known("Governor", conditions.governors().isEmpty() ? environment.governor() : null)
        .addAll(conditions(conditions))
        .known("Allowed CPUs", environment.limits().affinity())
        .known("CPU quota", QuotaWords.fact(machine.quota()))
        .known("Throttled before the start", throttled(environment.limits().throttling()))
        .known("Load average at the start", load(environment.loadAverage()))
        .list();
  }

  private static @Nullable String several(int count) {
    return count > 1 ? Integer.toString(count) : null;
  }

  private static @Nullable String load(@Nullable Double average) {
    return average == null ? null : String.format(Locale.ROOT, "%.2f", average);
  }

  public static @Nullable String clock(@Nullable Long hz) {
    return hz == null ? null : String.format(Locale.ROOT, "%.2f GHz", hz / 1e9);
  }

  private static @Nullable String throttled(@Nullable Throttling throttling) {
    return throttling == null
        ? null
        : String.format(
            Locale.ROOT,
            "in %d periods, %.3f s",
            throttling.periods(),
            throttling.stoppedUs() / 1e6);
  }

  /** Each cache with its size; empty for none. */
  public static String caches(List<Cache> caches) {
    return caches.stream()
        .map(c -> "L%d %s %s".formatted(c.level(), c.type(), size(c)))
        .collect(Collectors.joining(", "));
  }

  private static String size(Cache cache) {
    return cache.sizeBytes() > 0
        ? Quantities.bytes(cache.sizeBytes())
        : "(" + Quantities.UNKNOWN_SIZE + ")";
  }

  /** The hypervisor in words. */
  public static String hypervisor(@Nullable String virtualization) {
    return Machine.UNNAMED.equals(virtualization)
        ? "a hypervisor (unnamed)"
        : requireNonNullElse(virtualization, NONE_SEEN);
  }

  /** Logical CPUs by the name that its user knows: {@code 2 vCPUs} of a virtual machine. */
  static String cpus(Machine machine, int count) {
    return Phrases.count(count, machine.virtualization() == null ? "logical CPU" : "vCPU");
  }

  /** The kind of container in words. */
  public static String container(@Nullable String container) {
    return requireNonNullElse(container, NONE_SEEN);
  }

  /** What the kernel's switch for SMT says, in words; null where there is none. */
  public static @Nullable String smt(@Nullable String control) {
    return switch (control) {
      case null -> null;
      case "on" -> "on";
      case "off" -> "off (switched off by the kernel or user)";
      case "forceoff" -> "off, and cannot be switched on before a reboot";
      case "notsupported" -> "not supported by this processor";
      case "notimplemented" -> "cannot be switched by this kernel";
      // POWER can switch on some of the threads of each core.
      case String threads when threads.matches("[0-9]+") ->
          "partly on (%s of each core)".formatted(Phrases.count(Long.parseLong(threads), "thread"));
      default -> "'" + control + "'";
    };
  }

  /** The state of the machine at the start, as far as it is known. */
  static List<Fact> conditions(Conditions conditions) {
    Facts facts =
        new Facts()
            .known("Governor", settings(conditions.governors()))
            .known("Microcode", conditions.microcode())
            .known("Driver of the clock", conditions.frequencyDriver())
            .known("Energy preference", settings(conditions.energyPreferences()))
            .known("Boost", choice(conditions.boost(), "on", "off"))
            .known("Power", choice(conditions.onBattery(), "battery", "mains"))
            .known("Temperature", temperature(conditions.coreTemperature()))
            .known("Slowed by heat since the boot", times(conditions.thermalThrottleCount()))
            .known("Tasks waited for a CPU", pressure(conditions.pressure()));
    BackgroundLoad load = conditions.backgroundLoad();
    if (load != null) {
      facts
          .add("Other programs took", cpus(load.backgroundCpus()))
          .add("The hypervisor took", cpus(load.stealCpus()))
          .known("Other JVMs", load.otherJvms() == null ? null : load.otherJvms().toString());
    }
    return facts.list();
  }

  private static String settings(List<CpuSetting> settings) {
    return settings.stream()
        .map(s -> settings.size() == 1 ? s.value() : "%s (%s)".formatted(s.value(), s.cpus()))
        .collect(Collectors.joining(", "));
  }

  private static @Nullable String choice(@Nullable Boolean is, String yes, String no) {
    return is == null ? null : is ? yes : no;
  }

  private static @Nullable String temperature(@Nullable CoreTemperature core) {
    if (core == null) {
      return null;
    }
    Double critical = core.criticalCelsius();
    return String.format(Locale.ROOT, "%.0f °C", core.celsius())
        + (critical == null ? "" : String.format(Locale.ROOT, ", critical at %.0f °C", critical));
  }

  private static @Nullable String times(@Nullable Long times) {
    return times == null ? null : times + (times == 1 ? " time" : " times");
  }

  private static @Nullable String pressure(@Nullable CpuPressure pressure) {
    return pressure == null
        ? null
        : String.format(
            Locale.ROOT,
            "%.0f %% of the 10 s before the start, %.0f %% of the minute",
            pressure.avg10Percent(),
            pressure.avg60Percent());
  }

  private static String cpus(@Nullable Double cpus) {
    return cpus == null ? NOT_AVAILABLE : String.format(Locale.ROOT, "%.2f logical CPUs", cpus);
  }
}
