package io.coreyield.analysis.chart;

import java.util.ArrayList;
import java.util.List;

/** Places along a line that labels have taken. */
public final class LabelSlots {

  private final double gap;
  private final List<double[]> taken = new ArrayList<>();

  /** Labels keep at least {@code gap} between them. */
  public LabelSlots(double gap) {
    this.gap = gap;
  }

  /** Takes a place, unless it is too near to one that is taken. */
  public boolean take(double from, double to) {
    boolean free = taken.stream().allMatch(t -> to + gap <= t[0] || from - gap >= t[1]);
    if (free) {
      taken.add(new double[] {from, to});
    }
    return free;
  }
}
