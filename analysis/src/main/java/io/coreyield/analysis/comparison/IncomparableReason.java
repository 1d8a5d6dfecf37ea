package io.coreyield.analysis.comparison;

import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What forbids to compare a figure of one run with that of the baseline. The first rule that holds
 * is named.
 */
public enum IncomparableReason {
  /** It is the baseline, given twice. */
  SAME_RUN("same-run"),
  /** One of the two was captured by another tool. */
  CAPTURED("captured"),
  /** One of the two has no such figure. */
  NOT_MEASURED("not-measured"),
  /** Only one of the two was measured. */
  SIMULATED("simulated"),
  /** What was found of a machine could change its figures. */
  UNTRUSTED("untrusted"),
  /** The CPU quotas differ. */
  QUOTA("quota"),
  /** The code of the kernels may differ. */
  KERNEL_CODE("kernel-code"),
  /** The feature releases of Java differ. */
  JAVA("java"),
  /** The virtual machines differ. */
  JVM("jvm"),
  /** The flags of the JVM differ. */
  JVM_ARGUMENTS("jvm-arguments"),
  /** The work of an operation differs. */
  ELEMENTS("elements"),
  /** The work grows in another way. */
  SCALING("scaling"),
  /** The workers ran elsewhere. */
  PLACEMENT("placement"),
  /** The number of workers differs, as on machines of different size. */
  WORKERS("workers"),
  /** The windows of pairs differ in length. */
  WINDOW("window"),
  /** Too few untainted iterations are left of one of the two. */
  TAINTED("tainted"),
  /** One of the two has no interval, as of one fork. */
  NO_INTERVAL("no-interval");

  /**
   * One side of a comparison.
   *
   * @param run whose figure it is
   * @param reading the figure; unknown where the run has none
   */
  record Side(ComparedRun run, Reading reading) {

    private static final Reading NONE =
        new Reading(Estimate.unknown("not measured"), Setting.UNKNOWN, 0, false);

    static Side of(ComparedRun run, Row row) {
      return new Side(run, run.readings().getOrDefault(row, NONE));
    }
  }

  private final String id;

  IncomparableReason(String id) {
    this.id = id;
  }

  /** The name in files. */
  public String id() {
    return id;
  }

  /** The first rule that forbids to compare, if any does. */
  static Optional<Difference.Refused> first(Side here, Side baseline) {
    for (IncomparableReason rule : values()) {
      List<String> named = rule.named(here, baseline);
      if (named != null) {
        return Optional.of(new Difference.Refused(rule, named));
      }
    }
    return Optional.empty();
  }

  /** The run that the rule applies to, or what differs; null where the rule does not forbid it. */
  private @Nullable List<String> named(Side here, Side baseline) {
    return switch (this) {
      case SAME_RUN -> here.run.identity().equals(baseline.run.identity()) ? List.of() : null;
      case CAPTURED -> here.run.tool() != null || baseline.run.tool() != null ? List.of() : null;
      case NOT_MEASURED -> ofOne(side -> !side.reading.estimate().hasValue(), here, baseline);
      case SIMULATED -> here.run.simulated() == baseline.run.simulated() ? null : List.of();
      case UNTRUSTED -> ofOne(side -> !side.run.isTrusted(), here, baseline);
      case QUOTA -> ofBoth(side -> side.run.fingerprint().quota(), here, baseline);
      case KERNEL_CODE -> ofBoth(side -> side.run.kernelCode(), here, baseline);
      case JAVA -> ofBoth(side -> side.run.fingerprint().javaRelease(), here, baseline);
      case JVM ->
          ofBoth(side -> side.run.fingerprint().environment().jvm().vmName(), here, baseline);
      case JVM_ARGUMENTS -> ofBoth(IncomparableReason::arguments, here, baseline);
      case ELEMENTS -> ofBoth(side -> side.reading.setting().elements(), here, baseline);
      case SCALING -> ofBoth(side -> side.reading.setting().scaling(), here, baseline);
      case PLACEMENT -> ofBoth(side -> side.reading.setting().placement(), here, baseline);
      case WORKERS -> ofBoth(side -> side.reading.setting().workers(), here, baseline);
      case WINDOW -> ofBoth(side -> side.reading.setting().windowMs(), here, baseline);
      case TAINTED -> ofOne(side -> side.reading.includesTainted(), here, baseline);
      case NO_INTERVAL -> ofOne(side -> side.reading.estimate().error() == null, here, baseline);
    };
  }

  private static String arguments(Side side) {
    String arguments = String.join(" ", side.run.fingerprint().jvmArguments());
    return arguments.isEmpty() ? "none" : arguments;
  }

  /** The run that it holds of. */
  private static @Nullable List<String> ofOne(Predicate<Side> holds, Side here, Side baseline) {
    if (holds.test(here)) {
      return List.of(here.run.name());
    }
    return holds.test(baseline) ? List.of(baseline.run.name()) : null;
  }

  private static @Nullable List<String> ofBoth(
      Function<Side, @Nullable Object> shown, Side here, Side baseline) {
    String left = Objects.toString(shown.apply(here), "unknown");
    String right = Objects.toString(shown.apply(baseline), "unknown");
    return left.equals(right) ? null : List.of(left, right);
  }
}
