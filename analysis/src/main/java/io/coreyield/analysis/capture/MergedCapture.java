package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.recording.file.RecordingException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of several captures on one clock, one after the other: those that tell when they were
 * taken first, the others after them.
 *
 * @param start of the first
 * @param end of the last
 * @param segments one per stretch
 * @param load of all
 * @param swap of all
 * @param warnings about the order
 */
record MergedCapture(
    Instant start,
    Instant end,
    List<Captured.Segment> segments,
    LoadSeries load,
    List<SwapSample> swap,
    List<Warning> warnings) {

  /** Between two stretches of which nothing tells how long it was from one to the other. */
  static final long GAP_NS = 10_000_000_000L;

  /** Time stamps are cut to the second. */
  private static final long ROUNDING_NS = 1_000_000_000L;

  /** A moment that is just another one. */
  private static final long MIN_NS = 1_000_000L;

  /** One stretch, and where it comes from. */
  private record Part(Path file, String what, Capture.Stretch stretch) {}

  private static final class Joiner {
    private final LoadSeries.Builder series = new LoadSeries.Builder();
    private final List<Captured.Segment> segments = new ArrayList<>();
    private final List<SwapSample> swap = new ArrayList<>();
    private @Nullable Instant origin;
    private @Nullable Part last;
    private List<CpuTimes> base = List.of();
    private long endNs;

    /** Adds the next part, wherever it fits. */
    void add(Part part, Instant untold) throws RecordingException {
      LoadSeries load = part.stretch().load();
      long startNs = startNs(part, untold);
      List<CpuTimes> before = base;
      for (int i = 0; i < load.samples(); i++) {
        int sample = i;
        List<CpuTimes> times =
            IntStream.range(0, load.cpuIds().size())
                .mapToObj(cpu ->
                    before.isEmpty()
                        ? load.at(sample, cpu)
                        : before.get(cpu).plus(load.at(sample, cpu)))
                .toList();
        sample(part, startNs + load.timeNs(i), times, load.cpuIds());
        base = times;
      }
      endNs = startNs + part.stretch().durationNs();
      part.stretch()
          .swap()
          .forEach(s -> swap.add(new SwapSample(startNs + s.tNs(), s.usedBytes(), s.totalBytes())));
      segments.add(
          new Captured.Segment(part.what(), CapturedRun.name(part.file()), startNs, endNs));
      last = part;
    }

    private void sample(Part part, long tNs, List<CpuTimes> times, List<Integer> cpuIds)
        throws RecordingException {
      try {
        series.add(new LoadSample(tNs, cpuIds, times));
      } catch (IllegalArgumentException e) {
        throw new RecordingException(part.file(), e.getMessage() + ": import fewer files at once");
      }
    }

    private long startNs(Part part, Instant untold) throws RecordingException {
      Part before = last;
      if (before == null) {
        origin = part.stretch().start() instanceof Capture.Start.At(Instant utc) ? utc : untold;
        return 0;
      }
      return switch (part.stretch().start()) {
        case Capture.Start.Untold() -> endNs + GAP_NS;
        case Capture.Start.At(Instant utc) -> {
          long told = Duration.between(start(), utc).toNanos();
          if (told < endNs - ROUNDING_NS) {
            throw new RecordingException(
                part.file(),
                "was captured at the same time as %s: import one of them, or each as a run of its own"
                    .formatted(before.file()));
          }
          yield Math.max(told, endNs + MIN_NS);
        }
      };
    }

    private Instant start() {
      return Objects.requireNonNull(origin);
    }
  }

  /** Copies the lists. */
  MergedCapture {
    segments = List.copyOf(segments);
    swap = List.copyOf(swap);
    warnings = List.copyOf(warnings);
  }

  /**
   * Joins them.
   *
   * @throws RecordingException naming both files, if two were captured at the same time
   * @throws IllegalArgumentException if there are too many, or another number of labels than files
   */
  static MergedCapture of(List<Capture> captures, ImportOptions options) throws RecordingException {
    List<Part> parts = parts(captures, options.labels());
    requireLimits(parts);
    Joiner joiner = new Joiner();
    for (Part part : parts) {
      joiner.add(part, options.now());
    }
    Instant start = parts.isEmpty() ? options.now() : joiner.start();
    return new MergedCapture(
        start,
        start.plusNanos(joiner.endNs),
        joiner.segments,
        joiner.series.build(),
        joiner.swap,
        warnings(parts));
  }

  private static void requireLimits(List<Part> parts) {
    long cpuSamples = parts.stream().mapToLong(part -> part.stretch().cpuSamples()).sum();
    if (parts.size() > CaptureLimits.MAX_SEGMENTS
        || cpuSamples > 2L * CaptureLimits.MAX_CPU_SAMPLES) {
      throw new IllegalArgumentException(
          "%d segments with %d rows times logical CPUs are more than one run holds (%d, %d): import fewer files at once"
              .formatted(
                  parts.size(),
                  cpuSamples,
                  CaptureLimits.MAX_SEGMENTS,
                  2L * CaptureLimits.MAX_CPU_SAMPLES));
    }
  }

  private static List<Warning> warnings(List<Part> parts) {
    long untold = parts.stream().filter(part -> !isTold(part)).count();
    return untold == 0
        ? List.of()
        : List.of(
            new Warning(
                Captured.UNDATED,
                "%d of %d segments do not tell when they were captured: they stand one after the other, %d s apart"
                    .formatted(untold, parts.size(), GAP_NS / 1_000_000_000L),
                "Only the times between segments are not real."));
  }

  private static boolean isTold(Part part) {
    return part.stretch().start() instanceof Capture.Start.At;
  }

  private static List<Part> parts(List<Capture> captures, List<String> labels) {
    if (labels.size() > 1 && labels.size() != captures.size()) {
      throw new IllegalArgumentException(
          "--what stands %d times before the first --timing, and the files are %d: give one for all, or one for each in their order"
              .formatted(labels.size(), captures.size()));
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < captures.size(); i++) {
      String label = labels.isEmpty() ? "" : labels.get(labels.size() == 1 ? 0 : i);
      addParts(parts, captures.get(i), label);
    }
    // A stable sort: those that tell no time stay in the order of their files.
    parts.sort(
        Comparator.comparing(part ->
            part.stretch().start() instanceof Capture.Start.At(Instant utc) ? utc : Instant.MAX));
    return parts;
  }

  private static void addParts(List<Part> parts, Capture capture, String label) {
    int count = capture.stretches().size();
    for (int i = 0; i < count; i++) {
      Capture.Stretch stretch = capture.stretches().get(i);
      String own = stretch.what();
      String name = label.isEmpty() ? own.isEmpty() ? stem(capture.file()) : "" : label;
      String number = own.isEmpty() && count > 1 ? " (%d of %d)".formatted(i + 1, count) : "";
      String between = name.isEmpty() || own.isEmpty() ? "" : ": ";
      parts.add(new Part(capture.file(), name + between + own + number, stretch));
    }
  }

  private static String stem(Path file) {
    String name = CapturedRun.name(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
