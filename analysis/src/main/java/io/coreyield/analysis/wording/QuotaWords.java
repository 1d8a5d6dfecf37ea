package io.coreyield.analysis.wording;

import static java.util.Objects.requireNonNullElse;

import io.coreyield.analysis.model.machine.CpuQuota;
import org.jspecify.annotations.Nullable;

/** What a CPU quota allows, in words. */
public final class QuotaWords {

  private QuotaWords() {}

  /** {@code 1.5 CPUs of time (150 ms in every 100 ms)}; null of none. */
  public static @Nullable String fact(@Nullable CpuQuota quota) {
    return quota == null
        ? null
        : "%s of time (%s ms in every %s ms)"
            .formatted(
                cpus(quota.cpus()),
                Quantities.plain(quota.budgetMs()),
                Quantities.plain(quota.periodMs()));
  }

  /** The same; {@code none} of none. */
  public static String factOrNone(@Nullable CpuQuota quota) {
    return requireNonNullElse(fact(quota), "none");
  }

  /** {@code this container may use 1.5 CPUs of time on 4 logical CPUs}. */
  public static String allowance(CpuQuota quota, int logicalCpus) {
    return "this container may use %s of time on %s"
        .formatted(cpus(quota.cpus()), Phrases.count(logicalCpus, "logical CPU"));
  }

  /** {@code 1 CPU}, {@code 1.5 CPUs}. */
  private static String cpus(double cpus) {
    return Quantities.plain(cpus) + (cpus == 1 ? " CPU" : " CPUs");
  }
}
