package io.coreyield.benchmarks.simulation;

import java.util.Arrays;

/** When one program is busy in one run, drawn on demand from the seed. Not thread-safe. */
final class BurstTimes {

  private static final double NS_PER_SECOND = 1e9;

  private final Gaussian random;
  private final double[] meanNs;
  private final int startsOff;

  /** When it changes between work and rest. */
  private long[] edgesNs = new long[16];

  private long[] onBeforeNs = new long[16];
  private int edges = 1;

  /** From a moment on; nothing else may draw from this stream. */
  BurstTimes(BackgroundProgram.Bursts bursts, long startNs, Gaussian random) {
    this.random = random;
    this.meanNs =
        new double[] {
          bursts.meanOnSeconds() * NS_PER_SECOND, bursts.meanOffSeconds() * NS_PER_SECOND
        };
    this.startsOff = random.uniform() < bursts.onShare() ? 0 : 1;
    edgesNs[0] = startNs;
  }

  /** For how long it works between two moments. */
  long onNs(long fromNs, long toNs) {
    return onUntil(toNs) - onUntil(fromNs);
  }

  /** The next moment after this one at which it starts or stops. */
  long nextChangeNs(long afterNs) {
    // This may replace the array.
    int next = last(afterNs) + 1;
    return edgesNs[next];
  }

  private long onUntil(long momentNs) {
    int last = last(momentNs);
    return last < 0 ? 0 : onBeforeNs[last] + (isOn(last) ? momentNs - edgesNs[last] : 0);
  }

  private boolean isOn(int edge) {
    return (edge + startsOff) % 2 == 0;
  }

  /** The last edge that is not after a moment; -1 if it comes before all. */
  private int last(long momentNs) {
    while (edgesNs[edges - 1] <= momentNs) {
      add();
    }
    int found = Arrays.binarySearch(edgesNs, 0, edges, momentNs);
    return found < 0 ? -found - 2 : found;
  }

  private void add() {
    if (edges == edgesNs.length) {
      edgesNs = Arrays.copyOf(edgesNs, 2 * edges);
      onBeforeNs = Arrays.copyOf(onBeforeNs, 2 * edges);
    }
    boolean on = isOn(edges - 1);
    long lengthNs = 1 + (long) (meanNs[on ? 0 : 1] * random.exponential());
    edgesNs[edges] = edgesNs[edges - 1] + lengthNs;
    onBeforeNs[edges] = onBeforeNs[edges - 1] + (on ? lengthNs : 0);
    edges++;
  }
}
