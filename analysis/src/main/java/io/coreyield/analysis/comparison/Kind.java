package io.coreyield.analysis.comparison;

/** The kind of figure in a row. */
public enum Kind {
  /** What a sibling adds, by pairs. */
  PAIRED_YIELD("paired-yield", Scale.POINTS, true, true),
  /** What siblings add, by all cores at once. */
  CHIP_WIDE_YIELD("chip-wide-yield", Scale.POINTS, true, true),
  /** What workers beyond the cores add, by the bend of the curve. */
  KNEE_YIELD("knee-yield", Scale.POINTS, false, false),
  /** Elements per second of one worker. */
  ONE_WORKER("throughput-one-worker", Scale.RATIO, true, true),
  /** Elements per second of one worker per physical core. */
  ALL_CORES("throughput-all-cores", Scale.RATIO, true, true),
  /** Elements per second of one worker per logical CPU. */
  ALL_CPUS("throughput-all-cpus", Scale.RATIO, true, true),
  /** The second over the first. */
  SPEED_UP_CORES("speed-up-all-cores", Scale.RATIO, true, false),
  /** The third over the first. */
  SPEED_UP_CPUS("speed-up-all-cpus", Scale.RATIO, true, false),
  /** Seconds of an operation in which the slowest worker was not under way. */
  DISPATCH("dispatch", Scale.RATIO, true, false),
  /** What one core does with two kernels, in units of each alone. */
  WEIGHTED_SPEEDUP("weighted-speedup", Scale.RATIO, true, true),
  /** What two cores do with them. */
  WEIGHTED_SPEEDUP_APART("weighted-speedup-apart", Scale.RATIO, true, false);

  /** How two figures are compared. */
  public enum Scale {
    /** One less the other; a fraction, in points of percent. */
    POINTS,
    /** One over the other, less 1; a fraction. */
    RATIO
  }

  private final String id;
  private final Scale scale;
  private final boolean isCompared;
  private final boolean isChecked;

  Kind(String id, Scale scale, boolean isCompared, boolean isChecked) {
    this.id = id;
    this.scale = scale;
    this.isCompared = isCompared;
    this.isChecked = isChecked;
  }

  /** The name in files. */
  public String id() {
    return id;
  }

  /** How two figures are compared. */
  public Scale scale() {
    return scale;
  }

  /** Whether two figures are compared at all: the bend repeats the chip-wide yield. */
  public boolean isCompared() {
    return isCompared;
  }

  /** Whether a difference counts in a regression check: yields and throughputs do. */
  public boolean isChecked() {
    return isChecked;
  }

  @Override
  public String toString() {
    return id;
  }
}
