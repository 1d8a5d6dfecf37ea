package io.coreyield.analysis.findings.yields;

import java.util.List;

/**
 * What a yield is based on.
 *
 * @param forks that gave a result
 * @param each what each fork says by itself; none of all cores at once
 * @param cores physical cores that they ran on
 * @param coresThere physical cores with siblings that the run could use; more than {@code cores}
 *     where those are a random sample
 * @param smallestEffect the smallest difference from any value, as a fraction, that a test at 5 %
 *     would have found in 80 % of such runs; NaN where there is no interval
 */
public record Sampling(
    int forks, List<ForkYield> each, int cores, int coresThere, double smallestEffect) {

  public Sampling {
    each = List.copyOf(each);
  }
}
