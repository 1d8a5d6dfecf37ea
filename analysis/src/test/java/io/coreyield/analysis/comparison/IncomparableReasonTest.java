package io.coreyield.analysis.comparison;

import static io.coreyield.analysis.comparison.ComparedRuns.CURVE;
import static io.coreyield.analysis.comparison.ComparedRuns.ONE;
import static io.coreyield.analysis.comparison.ComparedRuns.YIELD;
import static io.coreyield.analysis.comparison.ComparedRuns.run;
import static io.coreyield.analysis.comparison.ComparedRuns.with;
import static io.coreyield.analysis.comparison.ComparedRuns.withReading;
import static io.coreyield.analysis.comparison.ComparedRuns.withYield;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.comparison.IncomparableReason.Side;
import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.compare.CompareWords;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule forbids what it is there for, names it, and nothing else does. */
class IncomparableReasonTest {

  private static final ComparedRun BASELINE = run("base", 0, 0.25, 1e9);
  private static final ComparedRun HERE = run("here", 1, 0.25, 1e9);
  private static final String VM = HERE.fingerprint().environment().jvm().vmName();

  private static Arguments rule(IncomparableReason rule, String reason, ComparedRun here, Row row) {
    return Arguments.of(rule, reason, here, row);
  }

  private static Arguments rule(IncomparableReason rule, String reason, ComparedRun here) {
    return rule(rule, reason, here, YIELD);
  }

  private static ComparedRun java(String version, String vm, List<String> arguments) {
    return with(HERE, ComparedRuns.java(HERE.fingerprint(), version, vm, arguments));
  }

  private static ComparedRun setting(Setting setting) {
    return withReading(HERE, ONE, r -> new Reading(r.estimate(), setting, r.forks(), false));
  }

  private static UnaryOperator<Reading> estimate(Estimate estimate) {
    return r -> new Reading(estimate, r.setting(), r.forks(), false);
  }

  static Stream<Arguments> rules() {
    List<String> flags = List.of("-Xmx1g");
    return Stream.of(
        rule(
            IncomparableReason.SAME_RUN,
            "the same run as the baseline, given twice",
            Copies.with(HERE, "identity", BASELINE.identity())),
        rule(
            IncomparableReason.CAPTURED,
            "what another tool captured has no interval",
            ComparedRuns.captured(HERE)),
        rule(IncomparableReason.NOT_MEASURED, "here has no such figure", run("here", 1, Map.of())),
        rule(
            IncomparableReason.SIMULATED,
            "one machine is simulated, the other measured",
            ComparedRuns.simulated(HERE)),
        rule(
            IncomparableReason.UNTRUSTED,
            "what was found of the machine of here could change its figures",
            ComparedRuns.untrusted(HERE)),
        rule(
            IncomparableReason.QUOTA,
            "their CPU quotas differ: 1.5 CPUs here, none in the baseline",
            ComparedRuns.with(
                HERE,
                Copies.with(
                    HERE.fingerprint(),
                    "machine",
                    HERE.fingerprint().machine().withQuota(new CpuQuota(1.5, 100_000))))),
        rule(
            IncomparableReason.KERNEL_CODE,
            "the code of their kernels differs: 2 here, 1 in the baseline",
            Copies.with(HERE, "kernelCode", "2")),
        rule(
            IncomparableReason.JAVA,
            "their Java releases differ: 26 here, 25 in the baseline",
            java("26-ea", VM, flags)),
        rule(
            IncomparableReason.JVM,
            "their Java virtual machines differ: OpenJ9 here, %s in the baseline".formatted(VM),
            java("25.0.3", "OpenJ9", flags)),
        rule(
            IncomparableReason.JVM_ARGUMENTS,
            "their JVM arguments differ: none here, -Xmx1g in the baseline",
            java("25.0.3", VM, List.of())),
        rule(
            IncomparableReason.ELEMENTS,
            "they summed different numbers of elements in an operation: 1024 here, 67108864 in the baseline",
            setting(new Setting(1024L, Scaling.WEAK, Placement.OS, 1, null)),
            ONE),
        rule(
            IncomparableReason.SCALING,
            "their work grew in different ways: strong here, weak in the baseline",
            setting(new Setting(CURVE.elements(), Scaling.STRONG, Placement.OS, 1, null)),
            ONE),
        rule(
            IncomparableReason.PLACEMENT,
            "their workers were placed in different ways: spread here, os in the baseline",
            setting(new Setting(CURVE.elements(), Scaling.WEAK, Placement.SPREAD, 1, null)),
            ONE),
        rule(
            IncomparableReason.WORKERS,
            "they ran different numbers of workers: 64 here, 1 in the baseline",
            setting(new Setting(CURVE.elements(), Scaling.WEAK, Placement.OS, 64, null)),
            ONE),
        rule(
            IncomparableReason.WINDOW,
            "their pairs ran in windows of different length (ms): 50 here, 30 in the baseline",
            withYield(HERE, r -> new Reading(r.estimate(), Setting.ofPairs(50), 9, false))),
        rule(
            IncomparableReason.TAINTED,
            "too few iterations of here are free of taints",
            withYield(HERE, r -> new Reading(r.estimate(), r.setting(), 9, true))),
        rule(
            IncomparableReason.NO_INTERVAL,
            "here has no interval here, as from a single fork",
            withYield(HERE, estimate(Estimate.withoutInterval(0.2, "one fork")))));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void forbids(IncomparableReason rule, String reason, ComparedRun here, Row row) {
    Side one = Side.of(here, row);
    Side other = Side.of(BASELINE, row);
    Difference.Refused refused = IncomparableReason.first(one, other).orElseThrow();
    assertThat(refused.obstacle()).isEqualTo(rule);
    assertThat(CompareWords.reason(refused)).isEqualTo(reason);
    // Whichever of the two is the baseline.
    assertThat(IncomparableReason.first(other, one).orElseThrow().obstacle()).isEqualTo(rule);
  }

  @Test
  void everyRuleIsTested() {
    assertThat(rules().map(arguments -> arguments.get()[0]))
        .containsExactly((Object[]) IncomparableReason.values());
  }

  @Test
  void nothingForbidsEqualTerms() {
    for (Row row : List.of(YIELD, ONE)) {
      assertThat(IncomparableReason.first(Side.of(HERE, row), Side.of(BASELINE, row))).isEmpty();
    }
    ComparedRun update =
        with(HERE, ComparedRuns.java(HERE.fingerprint(), "25.0.9", VM, List.of("-Xmx1g")));
    assertThat(IncomparableReason.first(Side.of(update, YIELD), Side.of(BASELINE, YIELD)))
        .as("an update of one release")
        .isEmpty();
  }

  @Test
  void releasesOfJava() {
    assertThat(Stream.of("25", "25.0.3", "26-ea", "1.8.0_402").map(v -> java(v, VM, List.of())))
        .extracting(run -> run.fingerprint().javaRelease())
        .containsExactly("25", "25", "26", "8");
  }
}
