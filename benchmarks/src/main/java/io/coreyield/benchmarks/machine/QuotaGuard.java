package io.coreyield.benchmarks.machine;

import io.coreyield.benchmarks.machine.linux.Cgroup;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs windows in which no CPU quota stops this process, or drops them. */
public final class QuotaGuard {

  private static final double NS_PER_MS = 1e6;

  private final @Nullable Cgroup cgroup;
  private final long restNs;

  /** For processes of a cgroup with a quota; null if there is none. */
  QuotaGuard(@Nullable Cgroup cgroup) {
    this.cgroup = cgroup;
    Bursts bursts = Bursts.under(Optional.ofNullable(cgroup).flatMap(Cgroup::quota).orElse(null));
    this.restNs = (long) (bursts.restMs() * NS_PER_MS);
  }

  public static QuotaGuard ofThisProcess() {
    return new QuotaGuard(Cgroup.tightestOfThisProcess().orElse(null));
  }

  /** What a window gives, after the rest that it needs; empty if the quota stopped it. */
  public <T> Optional<T> run(Supplier<T> window) {
    if (cgroup == null) {
      return Optional.of(window.get());
    }
    rest();
    var before = cgroup.throttling();
    T result = window.get();
    return cgroup.throttling().equals(before) ? Optional.of(result) : Optional.empty();
  }

  private void rest() {
    long endNs = System.nanoTime() + restNs;
    long leftNs;
    while ((leftNs = endNs - System.nanoTime()) > 0) {
      LockSupport.parkNanos(leftNs);
    }
  }
}
