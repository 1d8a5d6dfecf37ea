package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Warning;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of one file of another tool.
 *
 * @param file that was read
 * @param tool that wrote it: {@code dstat}
 * @param stretches of load, at least one; logical CPUs may be absent from some
 * @param places which core, package and NUMA node each logical CPU belongs to; empty where the
 *     capture does not say
 * @param warnings for the reader, among them the figures that are left out
 */
public record Capture(
    Path file,
    String tool,
    SystemFacts system,
    List<Stretch> stretches,
    List<LogicalCpu> places,
    List<Warning> warnings) {

  /**
   * The machine as far as a capture names it; the host name is always left out. Null where the
   * capture does not name a part.
   *
   * @param os operating system
   * @param kernel version of its kernel
   * @param architecture of the processor
   */
  public record SystemFacts(
      @Nullable String os, @Nullable String kernel, @Nullable String architecture) {

    static final SystemFacts NONE = new SystemFacts(null, null, null);
  }

  /**
   * Load that was captured without a gap.
   *
   * @param what ran; empty where the file does not name it
   * @param start of its first interval; null where the capture has no times
   * @param line at which it starts; 0 where it has none
   * @param load counters from 0, ms; {@code t_ns} from 0 at {@code start}
   * @param swap on the same clock; empty where the capture has none
   */
  public record Stretch(
      String what, @Nullable Instant start, long line, LoadSeries load, List<SwapSample> swap) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no interval
     */
    public Stretch {
      if (load.samples() < 2) {
        throw new IllegalArgumentException("a stretch of load needs one interval or more");
      }
      swap = List.copyOf(swap);
    }

    long durationNs() {
      return load.timeNs(load.samples() - 1) - load.timeNs(0);
    }
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no stretch
   */
  public Capture {
    stretches = List.copyOf(stretches);
    places = List.copyOf(places);
    warnings = List.copyOf(warnings);
    if (stretches.isEmpty()) {
      throw new IllegalArgumentException("%s holds no load".formatted(file));
    }
  }

  /** The same capture with one more warning. */
  Capture warned(String code, String message, String remedy) {
    Stream<Warning> more = Stream.of(new Warning(code, message, remedy));
    return new Capture(
        file, tool, system, stretches, places, Stream.concat(warnings.stream(), more).toList());
  }

  /** The numbers of the logical CPUs that any stretch has, in order. */
  public List<Integer> cpuIds() {
    return stretches.stream()
        .flatMap(stretch -> stretch.load().cpuIds().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
