package io.coreyield.analysis.model.plan;

import java.util.List;

/** Plans of which a test names only what it is about. */
public final class Plans {

  /** Blocks as short as those of a campaign. */
  public static final Plan.Blocks BLOCKS = new Plan.Blocks(2, 5, 30);

  /** Arrays of a machine with 32 KiB and 32 MiB of cache. */
  public static final ArraySizes ARRAYS = new ArraySizes(8 << 10, 128 << 20, 128 << 20);

  private Plans() {}

  /** A plan without pairs. */
  public static Plan of(
      List<Configuration> configurations, int warmups, int measurements, int iterationMs) {
    return new Plan(
        configurations,
        List.of(),
        1,
        null,
        List.of(),
        new Plan.Stopping(null, null, null),
        new Plan.TrialShape(warmups, measurements, iterationMs, BLOCKS, false),
        ARRAYS,
        250);
  }
}
