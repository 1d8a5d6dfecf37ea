package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.cli.ExitCode;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.benchmarks.machine.BackgroundLoadProbe;
import io.coreyield.benchmarks.machine.EnvironmentReader;
import io.coreyield.benchmarks.machine.FitnessCheck;
import io.coreyield.benchmarks.machine.MachineReader;
import io.coreyield.benchmarks.machine.Oshi;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  @Option(names = "--strict", description = "Exit with 1 if the machine is not fit to measure.")
  private boolean strict;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Oshi oshi = Oshi.open();
    BackgroundLoadProbe probe = BackgroundLoadProbe.begin(oshi);
    Machine machine = MachineReader.read(oshi);
    Environment environment = EnvironmentReader.read(oshi, List.of(), probe);
    List<Warning> warnings = FitnessCheck.check(machine, environment);
    PrintWriter out = spec.commandLine().getOut();
    lines(machine, environment, warnings).forEach(out::println);
    out.flush();
    boolean isRefused = strict && warnings.stream().anyMatch(Warning::makesUnfit);
    return isRefused ? ExitCode.FAILED : ExitCode.DONE;
  }

  /** In ASCII: a process may be named in any script. */
  static List<String> lines(Machine machine, Environment environment, List<Warning> warnings) {
    return Stream.of(
            MachineReadings.lines(machine, environment).stream(),
            warnings.stream().map(MachineCommand::line),
            Stream.of(fitness(warnings)))
        .flatMap(lines -> lines)
        .map(line -> line.replace('\u00d7', 'x').replace("\u00b0C", "C").replaceAll("[^ -~]", "?"))
        .toList();
  }

  private static String line(Warning warning) {
    return "%s %s: %s; %s"
        .formatted(
            warning.makesUnfit() ? "unfit" : "note ",
            warning.name(),
            warning.message(),
            warning.remedy());
  }

  private static String fitness(List<Warning> warnings) {
    String unfit =
        warnings.stream()
            .filter(Warning::makesUnfit)
            .map(Warning::name)
            .collect(Collectors.joining(", "));
    return unfit.isEmpty() ? "fit to measure" : "not fit: " + unfit;
  }
}
