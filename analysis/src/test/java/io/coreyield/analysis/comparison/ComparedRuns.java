package io.coreyield.analysis.comparison;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.findings.Answer;
import io.coreyield.analysis.findings.CpuFinding;
import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.machine.Cache;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topologies;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.stats.Estimate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Runs as they are compared, of which a test names only what it is about. */
public final class ComparedRuns {

  /** What a sibling adds to the range kernel. */
  public static final Row YIELD =
      Row.of(Kind.PAIRED_YIELD, Kernel.RANGE, ConcurrencyModel.PLATFORM);

  /** Elements per second of one worker. */
  public static final Row ONE = Row.of(Kind.ONE_WORKER, Kernel.RANGE, ConcurrencyModel.PLATFORM);

  static final Setting PAIRS = Setting.ofPairs(30);
  static final Setting CURVE = new Setting(1L << 26, Scaling.WEAK, Placement.OS, 1, null);

  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private ComparedRuns() {}

  /** A figure with an interval of two standard errors, of 12 degrees of freedom. */
  public static Estimate figure(double value, double error) {
    return Estimate.of(value, value - 2 * error, value + 2 * error).withError(error, 12);
  }

  /** A yield by pairs, with a standard error of a point. */
  public static Reading reading(double yield) {
    return yieldOf(yield, 0.01);
  }

  static Reading yieldOf(double value, double error) {
    return new Reading(figure(value, error), PAIRS, 16, false);
  }

  static Reading throughput(double value, double error) {
    return new Reading(figure(value, error), CURVE, 13, false);
  }

  private static final Answer ANSWER =
      new Answer.Measured(
          false,
          RunInfo.State.COMPLETE,
          Trust.HIGH,
          SimulatedRuns.machine(4, 2).topology(),
          new CpuFinding.Unmeasured(),
          false,
          null,
          new Answer.Nothing(0, null));

  /** A run of a yield and a throughput. */
  public static ComparedRun run(String name, int day, double yield, double throughput) {
    return run(
        name,
        day,
        Map.of(YIELD, yieldOf(yield, 0.01), ONE, throughput(throughput, 0.01 * throughput)));
  }

  /** A run of a machine of four cores. */
  public static ComparedRun run(String name, int day, Map<Row, Reading> readings) {
    return new ComparedRun(
        name,
        START.plusSeconds(86_400L * day),
        "run of day " + day,
        fingerprint("A CPU"),
        false,
        null,
        "0.1.0",
        "1",
        ANSWER,
        new ComparedRun.Checks(
            Estimate.of(0, -0.01, 0.01), Estimate.of(0, -0.02, 0.02), 100, 3, Trust.HIGH),
        new TreeMap<>(readings));
  }

  /** A machine of four cores with that processor. */
  public static Fingerprint fingerprint(String cpu) {
    Machine machine =
        new Machine(
            cpu,
            "A vendor",
            3_500_000_000L,
            Topologies.of(4, 2),
            List.of(new Cache(1, "data", 32_768)),
            16L << 30,
            null);
    return new Fingerprint(
        machine,
        environment(
            new Environment.Jvm(
                "25.0.3", "OpenJDK 64-Bit Server VM", "25.0.3+9", "java", List.of("-Xmx1g"))));
  }

  private static Environment environment(Environment.Jvm jvm) {
    return new Environment(
        null,
        new Environment.Os("GNU/Linux 12", "6.1.0", "amd64"),
        jvm,
        new Environment.CpuLimits(8, 8, "0-7", null),
        null,
        "on",
        "performance",
        null,
        new Conditions(
            List.of(),
            List.of(),
            "acpi-cpufreq",
            true,
            null,
            null,
            null,
            null,
            null,
            null,
            "0xa601209"));
  }

  static ComparedRun with(ComparedRun run, Fingerprint fingerprint) {
    return Copies.with(run, "fingerprint", fingerprint);
  }

  public static ComparedRun simulated(ComparedRun run) {
    return Copies.with(run, "simulated", true);
  }

  static ComparedRun captured(ComparedRun run) {
    return Copies.with(run, "tool", "dstat");
  }

  /** A run of dstat with a Python program, of which only the yield is known. */
  public static ComparedRun capture(String name, double yield) {
    Row program = new Row(Kind.CHIP_WIDE_YIELD, null, null, "python");
    Estimate estimate = Estimate.withoutInterval(yield, "one timing each");
    return captured(
        run(name, 0, Map.of(program, new Reading(estimate, Setting.UNKNOWN, 1, false))));
  }

  static ComparedRun untrusted(ComparedRun run) {
    return Copies.with(
        run,
        "answer",
        Copies.with((Answer.Measured) run.answer(), "trust", Known.busy()),
        "checks",
        Copies.with(run.checks(), "trust", Known.busy()));
  }

  /** The same run with another reading of its yield. */
  static ComparedRun withYield(ComparedRun run, UnaryOperator<Reading> change) {
    return withReading(run, YIELD, change);
  }

  static ComparedRun withReading(ComparedRun run, Row row, UnaryOperator<Reading> change) {
    SortedMap<Row, Reading> readings = new TreeMap<>(run.readings());
    readings.computeIfPresent(row, (r, reading) -> change.apply(reading));
    return Copies.with(run, "readings", readings);
  }

  /** The same processor under another Java. */
  static Fingerprint java(Fingerprint f, String version, String vm, List<String> arguments) {
    return new Fingerprint(
        f.machine(),
        environment(
            new Environment.Jvm(
                version, vm, f.environment().jvm().vmVersion(), "java", arguments)));
  }
}
