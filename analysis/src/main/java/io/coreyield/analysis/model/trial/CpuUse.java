package io.coreyield.analysis.model.trial;

import java.io.Serializable;

/**
 * CPU time consumed by processes, as the {@code time} command splits it.
 *
 * @param userNs in their own code
 * @param systemNs in the operating system on their behalf
 */
public record CpuUse(long userNs, long systemNs) implements Serializable {

  /** Throws an {@link IllegalArgumentException} if a time is negative. */
  public CpuUse {
    if (userNs < 0 || systemNs < 0) {
      throw new IllegalArgumentException(
          "CPU time is 0 or more: userNs %d, systemNs %d".formatted(userNs, systemNs));
    }
  }

  /** What was consumed since {@code earlier}; a clock that went backwards counts as 0. */
  public CpuUse since(CpuUse earlier) {
    return new CpuUse(
        Math.max(0, userNs - earlier.userNs), Math.max(0, systemNs - earlier.systemNs));
  }

  public CpuUse plus(CpuUse other) {
    return new CpuUse(userNs + other.userNs, systemNs + other.systemNs);
  }

  public long totalNs() {
    return userNs + systemNs;
  }
}
