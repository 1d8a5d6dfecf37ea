package io.coreyield.analysis.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Figures of a nested design, such as iterations in forks on cores. */
public sealed interface Nested {

  /** The levels of the design: 1 for plain values. */
  int levels();

  /**
   * Figures of the lowest level.
   *
   * @param figures in order of time
   */
  record Values(List<Double> figures) implements Nested {

    @Override
    public int levels() {
      return 1;
    }
  }

  /**
   * Units of one level, such as the forks of a core.
   *
   * @param units all of equally many levels; they may differ in how much they hold
   */
  record Groups(List<Nested> units) implements Nested {

    /** Throws an {@link IllegalArgumentException} if they differ in their number of levels. */
    public Groups {
      if (units.stream().mapToInt(Nested::levels).distinct().count() > 1) {
        throw new IllegalArgumentException("the units of a group differ in their number of levels");
      }
    }

    /** One more than its units have; 2 of no unit. */
    @Override
    public int levels() {
      return 1 + units.stream().mapToInt(Nested::levels).findFirst().orElse(1);
    }
  }

  /** Two levels: iterations in forks. */
  static Nested ofForks(List<double[]> forks) {
    return new Groups(
        forks.stream()
            .<Nested>map(fork -> new Values(Arrays.stream(fork).boxed().toList()))
            .toList());
  }

  /** Three levels: blocks in forks on cores. */
  static Nested ofCores(List<List<double[]>> cores) {
    return new Groups(cores.stream().map(Nested::ofForks).toList());
  }

  /** The mean of the means of what it holds; NaN where something is empty. */
  default double mean() {
    double[] means = unitMeans();
    return means.length == 0 ? Double.NaN : Sample.of(means).mean();
  }

  /** The means of the units of this group, or its values. */
  default double[] unitMeans() {
    return switch (this) {
      case Values values -> values.figures().stream().mapToDouble(Double::doubleValue).toArray();
      case Groups groups -> groups.units().stream().mapToDouble(Nested::mean).toArray();
    };
  }

  /** The groups of one level, 1 for the lowest: their units are what the level repeats. */
  default Stream<Nested> groups(int level) {
    return switch (this) {
      case Nested group when group.levels() == level -> Stream.of(group);
      case Values _ -> Stream.empty();
      case Groups groups -> groups.units().stream().flatMap(unit -> unit.groups(level));
    };
  }
}
