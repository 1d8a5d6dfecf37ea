package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.Clock;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.recording.file.NewDirectory;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a run of captures of one machine and the options of the import. */
public final class CapturedRun {

  private static final String BY_HAND = "the user's own timings";
  private static final String CURVES = "the user's own curves";
  private static final int MAX_NAMES = 4;

  private CapturedRun() {}

  /**
   * Makes the run.
   *
   * @param captures in any order; none where only timings or curves are known
   * @throws RecordingException naming both files, if two captures do not fit together
   * @throws IllegalArgumentException if the options do not fit the captures
   */
  public static Run of(List<Capture> captures, ImportOptions options) throws RecordingException {
    requireSame(captures);
    List<Integer> cpuIds = cpuIds(captures, options);
    MergedCapture merged = MergedCapture.of(captures, options);
    List<Warning> warnings = new ArrayList<>();
    List<Capture.Stretch> stretches =
        captures.stream().flatMap(c -> c.stretches().stream()).toList();
    long undated = stretches.stream().filter(stretch -> stretch.start() == null).count();
    if (undated > 0) {
      warnings.add(
          new Warning(
              Captured.UNDATED,
              "%d of %d segments have no capture time: they follow each other, %d s apart"
                  .formatted(undated, stretches.size(), MergedCapture.GAP_NS / 1_000_000_000L),
              "Only the times between segments are not real."));
    }
    warnings.addAll(named(captures));
    if (options.cores() == null && options.machine() == null && places(captures).isEmpty()) {
      warnings.add(
          new Warning(
              Captured.NO_SIBLINGS,
              "it is unknown which logical CPUs share a core, so each counts as a core of its own",
              "Give the number of cores with --cores: siblings are then i and i + cores. The output of lscpu -J has it, too: --lscpu."));
    }
    RunInfo info =
        new RunInfo(
            options.toolVersion(),
            new Captured(
                tools(captures, options), merged.segments(), options.timings(), options.curves()),
            options.commandLine(),
            merged.start(),
            merged.end(),
            RunInfo.State.COMPLETE,
            new Clock(merged.start(), 0),
            machine(cpuIds, captures, options),
            environment(captures, cpuIds.size()),
            warnings);
    return new Run(info, List.of(), merged.load(), merged.swap());
  }

  /**
   * Writes a run of captures as a run directory.
   *
   * @throws RecordingException if the directory is not empty, or cannot be written
   */
  public static void write(RunDirectory directory, Run run) throws IOException {
    NewDirectory.make(directory.path());
    try {
      directory.write(run);
    } catch (IOException e) {
      throw NewDirectory.unwritable(directory.path(), e);
    }
  }

  private static void requireSame(List<Capture> captures) throws RecordingException {
    for (Capture capture : captures) {
      Capture first = captures.getFirst();
      if (!capture.cpuIds().equals(first.cpuIds())) {
        throw new RecordingException(
            capture.file(),
            "has %s, and %s has %s: import captures of different machines one by one"
                .formatted(cpus(capture), first.file(), cpus(first)));
      }
    }
  }

  private static String cpus(Capture capture) {
    int count = capture.cpuIds().size();
    return count == 1 ? "1 logical CPU" : count + " logical CPUs";
  }

  private static List<Integer> cpuIds(List<Capture> captures, ImportOptions options) {
    Machine declared = options.machine();
    Integer logical =
        declared == null ? options.logical() : (Integer) declared.topology().logicalCpus();
    if (captures.isEmpty()) {
      if (logical == null || logical < 1 || logical > Topology.MAX_CPUS) {
        throw new IllegalArgumentException(
            "%s alone do not describe the machine: give its logical CPUs with %s, 1 to "
                    .formatted(
                        options.curves().isEmpty() ? "timings" : "curves",
                        options.curves().isEmpty() ? "--logical" : "--logical or --lscpu")
                + Topology.MAX_CPUS);
      }
      return IntStream.range(0, logical).boxed().toList();
    }
    List<Integer> cpuIds = captures.getFirst().cpuIds();
    if (logical != null && logical != cpuIds.size()) {
      throw new IllegalArgumentException(
          "%s says %d, and the captures have %s"
              .formatted(
                  declared == null ? "--logical" : "--lscpu", logical, cpus(captures.getFirst())));
    }
    return cpuIds;
  }

  /** Each warning once, with its files. */
  private static List<Warning> named(List<Capture> captures) {
    Map<Warning, List<String>> files = new LinkedHashMap<>();
    for (Capture capture : captures) {
      for (Warning warning : capture.warnings()) {
        files.computeIfAbsent(warning, w -> new ArrayList<>()).add(name(capture.file()));
      }
    }
    return files.entrySet().stream()
        .map(e -> named(e.getKey(), e.getValue(), captures.size()))
        .toList();
  }

  private static Warning named(Warning warning, List<String> files, int of) {
    String where =
        files.size() > 1 && files.size() == of
            ? "in each of %d files".formatted(of)
            : files.size() > MAX_NAMES
                ? "in %d files, the first of them %s".formatted(files.size(), files.getFirst())
                : String.join(", ", files);
    return new Warning(warning.code(), where + ": " + warning.message(), warning.remedy());
  }

  /** The file's name without its directory, as plain text. */
  public static String name(Path file) {
    return Percents.cut(String.valueOf(file.getFileName()));
  }

  private static String tools(List<Capture> captures, ImportOptions options) {
    return captures.isEmpty()
        ? options.timings().isEmpty() ? CURVES : BY_HAND
        : captures.stream().map(Capture::tool).distinct().collect(Collectors.joining(", "));
  }

  private static Machine machine(
      List<Integer> cpuIds, List<Capture> captures, ImportOptions options) {
    Machine declared = options.machine();
    String cpu = options.cpu();
    String name = cpu == null ? "a processor that is not named" : cpu;
    return declared == null
        ? new Machine(
            name,
            RunInfo.NOT_KNOWN,
            null,
            topology(cpuIds, places(captures), options.cores()),
            List.of(),
            0,
            null)
        : cpu == null ? declared : declared.named(cpu);
  }

  /** Where each logical CPU is, by a capture that says so of all of them; empty without one. */
  private static List<LogicalCpu> places(List<Capture> captures) {
    return captures.stream()
        .filter(capture ->
            capture.places().stream().map(LogicalCpu::id).toList().equals(capture.cpuIds()))
        .findFirst()
        .map(Capture::places)
        .orElse(List.of());
  }

  private static Topology topology(
      List<Integer> cpuIds, List<LogicalCpu> places, @Nullable Integer cores) {
    if (!places.isEmpty()) {
      Topology captured = new Topology(places);
      if (cores != null && cores != captured.cores().size()) {
        throw new IllegalArgumentException(
            "--cores %d, but the capture says which of %d cores each logical CPU belongs to: leave the option out"
                .formatted(cores, captured.cores().size()));
      }
      return captured;
    }
    int logical = cpuIds.size();
    boolean inOrder = cpuIds.equals(IntStream.range(0, logical).boxed().toList());
    if (cores != null && (cores < 1 || cores > logical || logical % cores != 0 || !inOrder)) {
      throw new IllegalArgumentException(
          "--cores %d does not fit %d logical CPUs: they must be numbered from 0, the same number on each core"
              .formatted(cores, logical));
    }
    return new Topology(
        cpuIds.stream()
            .map(id -> new LogicalCpu(id, cores == null ? id : id % cores, 0, 0, 0, true))
            .toList());
  }

  private static Environment environment(List<Capture> captures, int logical) {
    return new Environment(
        null,
        new Environment.Os(
            fact(captures, Capture.SystemFacts::os),
            fact(captures, Capture.SystemFacts::kernel),
            fact(captures, Capture.SystemFacts::architecture)),
        new Environment.Jvm(
            RunInfo.NOT_KNOWN, RunInfo.NOT_KNOWN, RunInfo.NOT_KNOWN, RunInfo.NOT_KNOWN, List.of()),
        new Environment.CpuLimits(logical, logical, null, null),
        null,
        null,
        null,
        null,
        Conditions.UNKNOWN);
  }

  /** All values that the captures name; those of several days may differ. */
  private static String fact(
      List<Capture> captures, Function<Capture.SystemFacts, @Nullable String> part) {
    String values =
        captures.stream()
            .map(capture -> part.apply(capture.system()))
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", "));
    return values.isEmpty() ? RunInfo.NOT_KNOWN : values;
  }
}
