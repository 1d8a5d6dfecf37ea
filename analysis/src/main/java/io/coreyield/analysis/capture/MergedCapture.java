package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.recording.file.RecordingException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of several captures on one clock, one after the other: first those that have a time, in
 * its order, then the others in the order of their files.
 */
final class MergedCapture {

  /** Between two stretches, where the true time is unknown. */
  static final long GAP_NS = 10_000_000_000L;

  /** Time stamps are cut to the second. */
  private static final long ROUNDING_NS = 1_000_000_000L;

  /** The least between the end of a stretch and the start of the next one. */
  private static final long MIN_NS = 1_000_000L;

  /** One stretch, and where it comes from. */
  private record Part(Path file, String what, Capture.Stretch stretch) {}

  private final Instant start;
  private final LoadSeries.Builder series = new LoadSeries.Builder();
  private final List<Captured.Segment> segments = new ArrayList<>();
  private final List<SwapSample> swap = new ArrayList<>();
  private @Nullable Part last;
  private final List<Integer> cpuIds;
  private List<CpuTimes> counters;
  private long endNs;

  private MergedCapture(Instant start, List<Integer> cpuIds) {
    this.start = start;
    this.cpuIds = cpuIds;
    this.counters = Collections.nCopies(cpuIds.size(), CpuTimes.ZERO);
  }

  /**
   * Merges captures.
   *
   * @throws RecordingException naming both files, if two were captured at the same time
   * @throws IllegalArgumentException if there are too many, or another number of labels than files
   */
  static MergedCapture of(List<Capture> captures, ImportOptions options) throws RecordingException {
    List<Part> parts = parts(captures, options.labels());
    List<Integer> cpuIds = captures.isEmpty() ? List.of() : captures.getFirst().cpuIds();
    requireLimits(parts, cpuIds.size());
    Instant first = parts.isEmpty() ? null : parts.getFirst().stretch().start();
    MergedCapture merged = new MergedCapture(first == null ? options.now() : first, cpuIds);
    for (Part part : parts) {
      merged.add(part);
    }
    return merged;
  }

  Instant start() {
    return start;
  }

  Instant end() {
    return start.plusNanos(endNs);
  }

  List<Captured.Segment> segments() {
    return segments;
  }

  LoadSeries load() {
    return series.build();
  }

  List<SwapSample> swap() {
    return swap;
  }

  private void add(Part part) throws RecordingException {
    Capture.Stretch stretch = part.stretch();
    LoadSeries load = stretch.load();
    long startNs = startNs(part);
    List<CpuTimes> base = counters;
    int[] places = places(load.cpuIds());
    for (int i = 0; i < load.samples(); i++) {
      LoadSample sample = load.sample(i);
      counters = plus(base, sample.times(), places);
      try {
        series.add(new LoadSample(startNs + sample.tNs(), cpuIds, counters));
      } catch (IllegalArgumentException e) {
        throw new RecordingException(part.file(), e.getMessage() + ": import fewer files at once");
      }
    }
    for (SwapSample s : stretch.swap()) {
      swap.add(new SwapSample(startNs + s.tNs(), s.usedBytes(), s.totalBytes()));
    }
    endNs = startNs + stretch.durationNs();
    segments.add(new Captured.Segment(part.what(), CapturedRun.name(part.file()), startNs, endNs));
    last = part;
  }

  /** Where each logical CPU of the run is in a stretch; -1 for one that is absent from it. */
  private int[] places(List<Integer> stretch) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < stretch.size(); i++) {
      places.put(stretch.get(i), i);
    }
    return cpuIds.stream().mapToInt(id -> places.getOrDefault(id, -1)).toArray();
  }

  /** The counters of a logical CPU that is absent do not advance. */
  private static List<CpuTimes> plus(List<CpuTimes> base, List<CpuTimes> more, int[] places) {
    return IntStream.range(0, places.length)
        .mapToObj(
            cpu -> places[cpu] < 0 ? base.get(cpu) : base.get(cpu).plus(more.get(places[cpu])))
        .toList();
  }

  private long startNs(Part part) throws RecordingException {
    Part before = last;
    Instant time = part.stretch().start();
    if (before == null) {
      return 0;
    }
    if (time == null) {
      return endNs + GAP_NS;
    }
    long sinceStartNs = Duration.between(start, time).toNanos();
    if (sinceStartNs < endNs - ROUNDING_NS) {
      throw new RecordingException(
          part.file().toString(),
          part.stretch().line(),
          part.file().equals(before.file())
              ? "what starts here was captured at the same time as what starts at line %d: import each part as a file of its own, or correct the time"
                  .formatted(before.stretch().line())
              : "was captured at the same time as %s: import one of them, or each as a run of its own"
                  .formatted(before.file()));
    }
    return Math.max(sinceStartNs, endNs + MIN_NS);
  }

  private static void requireLimits(List<Part> parts, int cpus) {
    long cpuSamples =
        parts.stream().mapToLong(part -> (long) part.stretch().load().samples() * cpus).sum();
    if (parts.size() > Captured.MAX_SEGMENTS || cpuSamples > 2L * CaptureLimits.MAX_CPU_SAMPLES) {
      throw new IllegalArgumentException(
          "%d segments with %d rows times logical CPUs are more than one run holds (%d, %d): import fewer files at once"
              .formatted(
                  parts.size(),
                  cpuSamples,
                  Captured.MAX_SEGMENTS,
                  2L * CaptureLimits.MAX_CPU_SAMPLES));
    }
  }

  private static List<Part> parts(List<Capture> captures, List<String> labels) {
    if (labels.size() > 1 && labels.size() != captures.size()) {
      throw new IllegalArgumentException(
          "--what occurs %d times before the first --timing, and the files are %d: give one for all, or one for each in their order"
              .formatted(labels.size(), captures.size()));
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < captures.size(); i++) {
      String label = labels.isEmpty() ? "" : labels.get(labels.size() == 1 ? 0 : i);
      addParts(parts, captures.get(i), label);
    }
    // A stable sort: those without a time stay in the order of their files.
    parts.sort(
        Comparator.comparing(
            part -> part.stretch().start(), Comparator.nullsLast(Comparator.naturalOrder())));
    return parts;
  }

  private static void addParts(List<Part> parts, Capture capture, String label) {
    int count = capture.stretches().size();
    for (int i = 0; i < count; i++) {
      Capture.Stretch stretch = capture.stretches().get(i);
      String own = stretch.what();
      String name = label.isEmpty() && own.isEmpty() ? stem(capture.file()) : label;
      String number = own.isEmpty() && count > 1 ? " (%d of %d)".formatted(i + 1, count) : "";
      String between = name.isEmpty() || own.isEmpty() ? "" : ": ";
      parts.add(new Part(capture.file(), name + between + own + number, stretch));
    }
  }

  private static String stem(Path file) {
    return CapturedRun.name(file).replaceFirst("(?<=.)\\.[^.]*$", "");
  }
}
