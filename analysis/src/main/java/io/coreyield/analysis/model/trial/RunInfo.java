package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.plan.NamedChoice;
import io.coreyield.analysis.model.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a run but its samples: the content of {@code run.json}.
 *
 * @param origin whether CoreYield measured it, or another tool captured it
 * @param commandLine as it was typed, without the launcher
 * @param end of the campaign; null while it runs, or after it was killed
 * @param clock maps {@code t_ns} to UTC
 */
public record RunInfo(
    String toolVersion,
    RunOrigin origin,
    List<String> commandLine,
    Instant start,
    @Nullable Instant end,
    State state,
    Clock clock,
    Machine machine,
    Environment environment,
    List<Warning> warnings) {

  /** Replaces a text that a capture does not give. */
  public static final String NOT_KNOWN = "not known";

  /** How far a run has come. */
  public enum State implements NamedChoice {
    /** Still under way, or killed. */
    RUNNING,
    /** Ended by itself: all rounds, the budget, or the target interval. */
    COMPLETE,
    /** Ended by the user. */
    INTERRUPTED;

    @Override
    public String toString() {
      return id();
    }
  }

  public RunInfo {
    Clock.requireOfThisAge("start", start);
    if (end != null) {
      Clock.requireOfThisAge("end", end);
    }
    commandLine = List.copyOf(commandLine);
    warnings = List.copyOf(warnings);
  }

  /** Whether the machine was a simulated one, and nothing was measured. */
  public boolean simulated() {
    return origin instanceof Measured measured && measured.simulated();
  }

  /** Where it came from, as its command line says; none of a capture. */
  public List<Label> labels() {
    return origin instanceof Measured ? Label.in(commandLine) : List.of();
  }

  /**
   * How it was measured.
   *
   * @throws IllegalStateException if another tool captured it
   */
  public Measured measured() {
    return switch (origin) {
      case Measured measured -> measured;
      case Captured _ -> throw new IllegalStateException("a capture was not measured");
    };
  }

  /**
   * What it set out to do.
   *
   * @throws IllegalStateException if another tool captured it
   */
  public Plan plan() {
    return measured().plan();
  }

  public RunInfo ended(Instant atUtc, State endState) {
    return with(origin, atUtc, endState, warnings);
  }

  public RunInfo withOrigin(RunOrigin other) {
    return with(other, end, state, warnings);
  }

  /** The same run with one more warning. */
  public RunInfo warned(Warning warning) {
    return with(origin, end, state, Stream.concat(warnings.stream(), Stream.of(warning)).toList());
  }

  private RunInfo with(
      RunOrigin otherOrigin, @Nullable Instant otherEnd, State otherState, List<Warning> all) {
    return new RunInfo(
        toolVersion,
        otherOrigin,
        commandLine,
        start,
        otherEnd,
        otherState,
        clock,
        machine,
        environment,
        all);
  }
}
