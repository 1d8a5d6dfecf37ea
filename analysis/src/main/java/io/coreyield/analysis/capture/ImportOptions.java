package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.trial.Captured;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user says of captures, and of the import itself.
 *
 * @param cpu the processor's name; null where nothing is said
 * @param cores physical cores, with siblings {@code i} and {@code i + cores} as Linux numbers them;
 *     null where nothing is said: then no siblings are claimed
 * @param logical logical CPUs; null where the captures tell
 * @param labels what ran, per file or once for all; empty for what the files say
 * @param timings of programs
 * @param commandLine as typed
 * @param toolVersion of CoreYield
 * @param now the time of the import, for what tells no time of its own
 */
public record ImportOptions(
    @Nullable String cpu,
    @Nullable Integer cores,
    @Nullable Integer logical,
    List<String> labels,
    List<Captured.Timing> timings,
    List<String> commandLine,
    String toolVersion,
    Instant now) {

  /** Copies the lists. */
  public ImportOptions {
    labels = List.copyOf(labels);
    timings = List.copyOf(timings);
    commandLine = List.copyOf(commandLine);
  }
}
