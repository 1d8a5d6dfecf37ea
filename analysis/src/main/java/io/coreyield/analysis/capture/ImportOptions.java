package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.trial.Captured;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of an import.
 *
 * @param cpu name of the processor; null if not given
 * @param cores physical cores, with siblings {@code i} and {@code i + cores} as Linux numbers them;
 *     null if not given: then no siblings are assumed
 * @param logical number of logical CPUs; null if the captures have it
 * @param labels what ran, per file or once for all; empty to use those of the files
 * @param timings of programs
 * @param curves of throughput
 * @param machine as lscpu declares it; null if not given, and then the other options count
 * @param commandLine as typed
 * @param toolVersion of CoreYield
 * @param now the time of the import, which dates captures without a time
 */
public record ImportOptions(
    @Nullable String cpu,
    @Nullable Integer cores,
    @Nullable Integer logical,
    List<String> labels,
    List<Captured.Timing> timings,
    List<Captured.Curve> curves,
    @Nullable Machine machine,
    List<String> commandLine,
    String toolVersion,
    Instant now) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if both lscpu and numbers declare the machine
   */
  public ImportOptions {
    labels = List.copyOf(labels);
    timings = List.copyOf(timings);
    curves = List.copyOf(curves);
    commandLine = List.copyOf(commandLine);
    if (machine != null && (cores != null || logical != null)) {
      throw new IllegalArgumentException(
          "--lscpu already says how many cores and logical CPUs there are: leave out --cores and --logical");
    }
  }
}
