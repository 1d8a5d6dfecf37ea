package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.cli.ExitCode;
import io.coreyield.analysis.model.machine.Cache;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Throttling;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.benchmarks.machine.BackgroundLoadProbe;
import io.coreyield.benchmarks.machine.EnvironmentReader;
import io.coreyield.benchmarks.machine.FitnessCheck;
import io.coreyield.benchmarks.machine.MachineReader;
import io.coreyield.benchmarks.machine.Oshi;
import io.coreyield.benchmarks.machine.linux.CpuList;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code machine}: what this machine is, and whether it is fit to measure. */
@Command(
    name = "machine",
    description = "Show this machine, and whether it is fit to measure.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    footer = {"", "Exits with 0; with --strict, exits with 1 if the machine is not fit."})
final class MachineCommand implements Callable<Integer> {

  private static final double BYTES_PER_GIB = 1L << 30;
  private static final double US_PER_SECOND = 1e6;

  @Option(names = "--strict", description = "Exit with 1 if the machine is not fit to measure.")
  private boolean strict;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Oshi oshi = Oshi.open();
    BackgroundLoadProbe look = BackgroundLoadProbe.begin(oshi);
    Machine machine = MachineReader.read(oshi);
    Environment environment = EnvironmentReader.read(oshi, List.of(), look);
    List<Warning> findings = FitnessCheck.check(machine, environment);
    PrintWriter out = spec.commandLine().getOut();
    lines(machine, environment, findings).forEach(out::println);
    out.flush();
    boolean isRefused = strict && findings.stream().anyMatch(Warning::makesUnfit);
    return isRefused ? ExitCode.FAILED : ExitCode.DONE;
  }

  static List<String> lines(Machine machine, Environment environment, List<Warning> findings) {
    List<String> lines = new ArrayList<>();
    lines.add(machine.cpu());
    // Plain ASCII, for terminals of every kind.
    lines.add("  " + machine.topology().summary().replace('\u00d7', 'x'));
    lines.addAll(MachineMap.lines(machine.topology()));
    lines.addAll(limits(machine.topology(), environment));
    lines.add("  caches: " + caches(machine));
    lines.add(
        String.format(Locale.ROOT, "  memory: %.1f GiB", machine.memoryBytes() / BYTES_PER_GIB));
    lines.add(
        "  %s, kernel %s".formatted(environment.os().name(), environment.os().kernelVersion()));
    lines.add(
        "  Java %s, %s, %d processors, %d carriers of virtual threads"
            .formatted(
                environment.java().javaVersion(),
                environment.java().vmName(),
                environment.limits().availableProcessors(),
                environment.limits().virtualThreadCarriers()));
    lines.addAll(MachineReadings.lines(machine, environment));
    findings.forEach(finding -> lines.add(line(finding)));
    lines.add(fitness(findings));
    return lines.stream().map(MachineCommand::plain).toList();
  }

  private static String line(Warning finding) {
    return "%s %s: %s; %s"
        .formatted(
            finding.makesUnfit() ? "unfit" : "note ",
            finding.name(),
            finding.message(),
            finding.remedy());
  }

  private static String fitness(List<Warning> findings) {
    String unfit =
        findings.stream()
            .filter(Warning::makesUnfit)
            .map(Warning::name)
            .collect(Collectors.joining(", "));
    return unfit.isEmpty() ? "fit to measure" : "not fit: " + unfit;
  }

  /** Terminals of every kind show ASCII; a process may be named in any script. */
  private static String plain(String line) {
    return line.replace("\u00b0C", "C").replaceAll("[^ -~]", "?");
  }

  /** What keeps this process from parts of the machine. */
  private static List<String> limits(Topology topology, Environment environment) {
    List<String> lines = new ArrayList<>();
    if (!topology.offline().isEmpty()) {
      lines.add("  offline: %s (core unknown)".formatted(list(topology.offline())));
    }
    lines.add(
        "  affinity mask: " + orElse(environment.limits().affinity(), "unknown on this platform"));
    for (List<LogicalCpu> core : topology.cutCores()) {
      lines.add(
          "  the mask cuts logical CPUs %s apart, which share a core"
              .formatted(list(core.stream().map(LogicalCpu::id).toList())));
    }
    addQuota(environment, lines);
    lines.add("  SMT control: " + orElse(environment.smtControl(), "unknown on this platform"));
    return lines;
  }

  private static void addQuota(Environment environment, List<String> lines) {
    String quota = environment.limits().cpuQuota();
    if (quota == null) {
      lines.add("  CPU quota: none");
      return;
    }
    String words = quota.replace(" ", " us of CPU time in every ");
    lines.add("  CPU quota: %s us".formatted(words));
    lines.add("  throttled so far: " + throttled(environment.limits().throttling()));
  }

  private static String throttled(@Nullable Throttling throttling) {
    return throttling == null
        ? "unknown on this platform"
        : String.format(
            Locale.ROOT,
            "in %d periods, %.3f s",
            throttling.periods(),
            throttling.stoppedUs() / US_PER_SECOND);
  }

  private static String list(List<Integer> cpus) {
    BitSet set = new BitSet();
    cpus.forEach(set::set);
    return CpuList.format(set);
  }

  private static String orElse(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  private static String caches(Machine machine) {
    return machine.caches().stream().map(MachineCommand::cache).collect(Collectors.joining(", "));
  }

  private static String cache(Cache cache) {
    return "L%d %s %d KiB".formatted(cache.level(), cache.type(), cache.sizeBytes() / 1024);
  }
}
