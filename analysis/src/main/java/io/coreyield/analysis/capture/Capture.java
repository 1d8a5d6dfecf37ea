package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.machine.Warning;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one file of another tool holds.
 *
 * @param file that was read
 * @param tool that made it: {@code dstat}
 * @param system what it tells of the machine
 * @param stretches of load, at least one, all of the same logical CPUs
 * @param warnings what its reader must know, among it what is not held
 */
public record Capture(
    Path file, String tool, SystemFacts system, List<Stretch> stretches, List<Warning> warnings) {

  /**
   * What a capture tells of the machine; its name is never among it.
   *
   * @param os the operating system
   * @param kernel its kernel
   * @param architecture of the processor
   */
  public record SystemFacts(
      @Nullable String os, @Nullable String kernel, @Nullable String architecture) {

    /** Where nothing is known. */
    public static final SystemFacts NONE = new SystemFacts(null, null, null);
  }

  /** When a stretch began. */
  public sealed interface Start {

    /** At this time on the wall clock. */
    record At(Instant utc) implements Start {}

    /** The capture does not tell. */
    record Untold() implements Start {}
  }

  /**
   * Load that was captured without a gap.
   *
   * @param what ran; empty where the file does not tell
   * @param start of its first interval
   * @param load counters from 0, ms; {@code t_ns} from 0 at {@code start}
   * @param swap on the same clock; empty where the capture has none
   */
  public record Stretch(String what, Start start, LoadSeries load, List<SwapSample> swap) {

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

    /** How long it is. */
    public long durationNs() {
      return load.timeNs(load.samples() - 1) - load.timeNs(0);
    }

    /** Rows times logical CPUs. */
    public long cpuSamples() {
      return (long) load.samples() * load.cpuIds().size();
    }
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no stretch
   */
  public Capture {
    stretches = List.copyOf(stretches);
    warnings = List.copyOf(warnings);
    if (stretches.isEmpty()) {
      throw new IllegalArgumentException("%s holds no load".formatted(file));
    }
  }

  /** The same with one more warning. */
  Capture warned(Warning warning) {
    List<Warning> more = Stream.concat(warnings.stream(), Stream.of(warning)).toList();
    return new Capture(file, tool, system, stretches, more);
  }

  /** The numbers of its logical CPUs, in order. */
  public List<Integer> cpuIds() {
    return stretches.getFirst().load().cpuIds();
  }
}
