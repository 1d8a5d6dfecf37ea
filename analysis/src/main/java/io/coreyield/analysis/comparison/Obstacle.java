package io.coreyield.analysis.comparison;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What forbids to compare a figure of one run with that of the reference. Every rule and its reason
 * stand here and nowhere else; the first one that holds is told.
 */
public enum Obstacle {
  /** It is the reference, given twice. */
  SAME_RUN("same-run", "the same run as the reference, given twice"),
  /** One of the two was captured by another tool. */
  IMPORTED("imported", "captured by another tool, so it has no interval"),
  /** One of the two has no such figure. */
  NOT_MEASURED("not-measured", "not measured in %s"),
  /** Only one of the two was measured. */
  SIMULATED("simulated", "one machine is simulated, the other measured"),
  /** A machine was not fit to measure. */
  UNFIT("unfit", "the machine of %s was not fit to measure"),
  /** The code of the kernels may differ. */
  KERNEL_CODE("kernel-code", "other code of the kernels: %s, not %s"),
  /** The feature releases of Java differ. */
  JAVA("java", "Java %s, not %s"),
  /** The virtual machines differ. */
  JVM("jvm", "%s, not %s"),
  /** The flags of the JVM differ. */
  JVM_ARGUMENTS("jvm-arguments", "other JVM arguments: %s, not %s"),
  /** The work of an operation differs. */
  ELEMENTS("elements", "n is %s, not %s"),
  /** The work grows in another way. */
  SCALING("scaling", "%s scaling, not %s"),
  /** The workers ran elsewhere. */
  PLACEMENT("placement", "placement %s, not %s"),
  /** The number of workers differs, as on machines of different size. */
  WORKERS("workers", "%s workers, not %s"),
  /** The windows of pairs differ in length. */
  WINDOW("window", "windows of %s ms, not %s ms"),
  /** Too few untainted iterations are left of one of the two. */
  TAINTED("tainted", "in %s too few iterations are free of taints"),
  /** One of the two has no interval, as of one fork. */
  NO_INTERVAL("no-interval", "in %s it has no interval");

  /**
   * One side of a comparison.
   *
   * @param run whose figure it is
   * @param reading the figure; null where the run has none
   */
  record Side(ComparedRun run, @Nullable Reading reading) {

    boolean lacks() {
      return reading == null || !reading.estimate().hasValue();
    }

    boolean isImported() {
      return run.tool() != null;
    }

    boolean isUnfit() {
      return !run.fit();
    }

    boolean standsOnTainted() {
      return reading != null && reading.standsOnTainted();
    }

    boolean hasNoError() {
      return reading == null || reading.estimate().error() == null;
    }

    Setting setting() {
      return reading == null ? Setting.UNKNOWN : reading.setting();
    }
  }

  private final String id;
  private final String template;

  Obstacle(String id, String template) {
    this.id = id;
    this.template = template;
  }

  /** The name in files. */
  public String id() {
    return id;
  }

  /** The reason, with {@code %s} for a run or for what differs. */
  public String template() {
    return template;
  }

  /** The first rule that forbids to compare, if any does. */
  static Optional<Difference.Refused> first(Side here, Side reference) {
    return Stream.of(values()).flatMap(rule -> rule.refusal(here, reference).stream()).findFirst();
  }

  private Optional<Difference.Refused> refusal(Side here, Side reference) {
    return Optional.ofNullable(reason(here, reference))
        .map(reason -> new Difference.Refused(this, reason));
  }

  /** Null where the rule does not forbid it. */
  private @Nullable String reason(Side here, Side reference) {
    return switch (this) {
      case SAME_RUN -> here.run.identity().equals(reference.run.identity()) ? template : null;
      case IMPORTED -> here.isImported() || reference.isImported() ? template : null;
      case NOT_MEASURED -> ofOne(Side::lacks, here, reference);
      case SIMULATED -> here.run.simulated() == reference.run.simulated() ? null : template;
      case UNFIT -> ofOne(Side::isUnfit, here, reference);
      case KERNEL_CODE -> ofBoth(side -> side.run.kernelCode(), here, reference);
      case JAVA -> ofBoth(side -> side.run.fingerprint().javaRelease(), here, reference);
      case JVM -> ofBoth(side -> side.run.fingerprint().vmName(), here, reference);
      case JVM_ARGUMENTS -> ofBoth(Obstacle::arguments, here, reference);
      case ELEMENTS -> ofBoth(side -> side.setting().elements(), here, reference);
      case SCALING -> ofBoth(side -> side.setting().scaling(), here, reference);
      case PLACEMENT -> ofBoth(side -> side.setting().placement(), here, reference);
      case WORKERS -> ofBoth(side -> side.setting().workers(), here, reference);
      case WINDOW -> ofBoth(side -> side.setting().windowMs(), here, reference);
      case TAINTED -> ofOne(Side::standsOnTainted, here, reference);
      case NO_INTERVAL -> ofOne(Side::hasNoError, here, reference);
    };
  }

  private static String arguments(Side side) {
    String arguments = String.join(" ", side.run.fingerprint().jvmArguments());
    return arguments.isEmpty() ? "none" : arguments;
  }

  /** Naming the run that it holds of. */
  private @Nullable String ofOne(Predicate<Side> holds, Side here, Side reference) {
    if (holds.test(here)) {
      return template.formatted(here.run.name());
    }
    return holds.test(reference) ? template.formatted(reference.run.name()) : null;
  }

  /** Showing what differs. */
  private @Nullable String ofBoth(
      Function<Side, @Nullable Object> shown, Side here, Side reference) {
    String left = told(shown.apply(here));
    String right = told(shown.apply(reference));
    return left.equals(right) ? null : template.formatted(left, right);
  }

  private static String told(@Nullable Object value) {
    return value == null ? "not told" : value.toString();
  }

  @Override
  public String toString() {
    return id;
  }
}
