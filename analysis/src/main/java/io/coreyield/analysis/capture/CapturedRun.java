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
  private static final int MAX_NAMES = 4;

  private CapturedRun() {}

  /**
   * Makes the run.
   *
   * @param captures in any order; none where only timings are known
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
    if (options.cores() == null) {
      warnings.add(
          new Warning(
              "import-no-siblings",
              "it is unknown which logical CPUs share a core, so each counts as a core of its own",
              "Give the number of cores with --cores: siblings are then i and i + cores."));
    }
    RunInfo info =
        new RunInfo(
            options.toolVersion(),
            new Captured(tools(captures), merged.segments(), options.timings()),
            options.commandLine(),
            merged.start(),
            merged.end(),
            RunInfo.State.COMPLETE,
            new Clock(merged.start(), 0),
            machine(cpuIds, options),
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
    Integer logical = options.logical();
    if (captures.isEmpty()) {
      if (logical == null || logical < 1 || logical > Topology.MAX_CPUS) {
        throw new IllegalArgumentException(
            "timings alone do not describe the machine: give its logical CPUs with --logical, 1 to "
                + Topology.MAX_CPUS);
      }
      return IntStream.range(0, logical).boxed().toList();
    }
    List<Integer> cpuIds = captures.getFirst().cpuIds();
    if (logical != null && logical != cpuIds.size()) {
      throw new IllegalArgumentException(
          "--logical says %d, and the captures have %s"
              .formatted(logical, cpus(captures.getFirst())));
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
  static String name(Path file) {
    return Percents.cut(String.valueOf(file.getFileName()));
  }

  private static String tools(List<Capture> captures) {
    return captures.isEmpty()
        ? BY_HAND
        : captures.stream().map(Capture::tool).distinct().collect(Collectors.joining(", "));
  }

  private static Machine machine(List<Integer> cpuIds, ImportOptions options) {
    String cpu = options.cpu();
    return new Machine(
        cpu == null ? "a processor that is not named" : cpu,
        RunInfo.NOT_KNOWN,
        null,
        topology(cpuIds, options.cores()),
        List.of(),
        0,
        null);
  }

  private static Topology topology(List<Integer> cpuIds, @Nullable Integer cores) {
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
