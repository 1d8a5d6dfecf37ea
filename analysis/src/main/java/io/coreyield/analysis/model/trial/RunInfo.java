package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.plan.Identified;
import io.coreyield.analysis.model.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a run but its samples: the content of {@code run.json}.
 *
 * @param toolVersion of CoreYield
 * @param jmhVersion of JMH
 * @param simulated whether the machine was a simulated one, and nothing was measured
 * @param imported what another tool captured; null of a run of ours
 * @param commandLine as it was typed, without the launcher
 * @param seed of the shuffles; also of every bootstrap of the report
 * @param start of the campaign
 * @param end of the campaign; null while it runs, or after it was killed
 * @param state how it ended
 * @param clock maps {@code t_ns} to UTC
 * @param machine that was measured
 * @param environment that it ran under
 * @param plan what it set out to do
 * @param warnings what its reader must know
 */
public record RunInfo(
    String toolVersion,
    String jmhVersion,
    boolean simulated,
    @Nullable Imported imported,
    List<String> commandLine,
    long seed,
    Instant start,
    @Nullable Instant end,
    State state,
    Clock clock,
    Machine machine,
    Environment environment,
    Plan plan,
    List<Warning> warnings) {

  /** Stands for a text that whoever captured a run did not tell. */
  public static final String NOT_KNOWN = "not known";

  /** How far a run has come. */
  public enum State implements Identified {
    /** Still under way, or killed. */
    RUNNING("running"),
    /** Ended by itself: all rounds, the budget, or the target interval. */
    COMPLETE("complete"),
    /** Ended by the user. */
    INTERRUPTED("interrupted");

    private final String id;

    State(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a run of ours has a plan with nothing to run, or a run of
   *     another tool one with something
   */
  public RunInfo {
    if (plan.isEmpty() != (imported != null)) {
      throw new IllegalArgumentException(
          imported == null
              ? "a plan needs at least one configuration"
              : "what another tool captured has no plan of ours");
    }
    Clock.requireOfThisAge("start", start);
    if (end != null) {
      Clock.requireOfThisAge("end", end);
    }
    commandLine = List.copyOf(commandLine);
    warnings = List.copyOf(warnings);
  }

  /** The same run, ended. */
  public RunInfo ended(Instant atUtc, State endState) {
    return new RunInfo(
        toolVersion,
        jmhVersion,
        simulated,
        imported,
        commandLine,
        seed,
        start,
        atUtc,
        endState,
        clock,
        machine,
        environment,
        plan,
        warnings);
  }

  /** The same run with another capture. */
  public RunInfo withImported(Imported other) {
    return new RunInfo(
        toolVersion,
        jmhVersion,
        simulated,
        other,
        commandLine,
        seed,
        start,
        end,
        state,
        clock,
        machine,
        environment,
        plan,
        warnings);
  }

  /** The same run with one more warning. */
  public RunInfo warned(Warning warning) {
    List<Warning> more = new ArrayList<>(warnings);
    more.add(warning);
    return new RunInfo(
        toolVersion,
        jmhVersion,
        simulated,
        imported,
        commandLine,
        seed,
        start,
        end,
        state,
        clock,
        machine,
        environment,
        plan,
        more);
  }
}
