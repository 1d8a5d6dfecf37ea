package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.model.Cache;
import io.coreyield.analysis.model.Environment;
import io.coreyield.analysis.model.LogicalCpu;
import io.coreyield.analysis.model.Machine;
import io.coreyield.analysis.model.Warning;
import io.coreyield.benchmarks.machine.EnvironmentReader;
import io.coreyield.benchmarks.machine.Fitness;
import io.coreyield.benchmarks.machine.MachineReader;
import io.coreyield.benchmarks.machine.Oshi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code machine}: what this machine is, and whether it is fit to measure. */
@Command(
    name = "machine",
    description = "Shows what this machine is, and whether it is fit to measure.",
    mixinStandardHelpOptions = true)
final class MachineCommand implements Callable<Integer> {

  private static final double BYTES_PER_GIB = 1L << 30;
  private static final int FIT = 0;
  private static final int UNFIT = 1;

  @Override
  public Integer call() {
    Oshi oshi = Oshi.open();
    Machine machine = MachineReader.read(oshi);
    Environment environment = EnvironmentReader.read(oshi, List.of());
    List<Warning> warnings = Fitness.check(machine, environment);
    lines(machine, environment, warnings).forEach(System.out::println);
    return warnings.stream().anyMatch(Fitness::makesUnfit) ? UNFIT : FIT;
  }

  static List<String> lines(Machine machine, Environment environment, List<Warning> warnings) {
    List<String> lines = new ArrayList<>();
    lines.add(machine.cpu());
    lines.add("  " + machine.topology().summary());
    for (List<LogicalCpu> core : machine.topology().cores()) {
      lines.add(core(core));
    }
    lines.add("  caches: " + caches(machine));
    lines.add(
        String.format(Locale.ROOT, "  memory: %.1f GiB", machine.memoryBytes() / BYTES_PER_GIB));
    lines.add("  %s, kernel %s".formatted(environment.os(), environment.kernelVersion()));
    lines.add(
        "  Java %s, %s, %d processors, %d carriers of virtual threads"
            .formatted(
                environment.javaVersion(),
                environment.vmName(),
                environment.availableProcessors(),
                environment.virtualThreadCarriers()));
    if (warnings.isEmpty()) {
      lines.add("fit to measure: nothing stands in the way");
    }
    warnings.forEach(w -> lines.add("%s; %s".formatted(w.message(), w.remedy())));
    return lines;
  }

  private static String core(List<LogicalCpu> core) {
    LogicalCpu first = core.getFirst();
    String cpus =
        core.stream()
            .map(cpu -> cpu.id() + (cpu.usable() ? "" : " (not usable)"))
            .collect(Collectors.joining(" + "));
    return "  package %d, node %d, core %d: logical CPU%s %s"
        .formatted(first.pkg(), first.numaNode(), first.core(), core.size() > 1 ? "s" : "", cpus);
  }

  private static String caches(Machine machine) {
    return machine.caches().stream()
        .map(MachineCommand::cache)
        .collect(Collectors.joining(", "));
  }

  private static String cache(Cache cache) {
    return "L%d %s %d KiB".formatted(cache.level(), cache.type(), cache.sizeBytes() / 1024);
  }
}
