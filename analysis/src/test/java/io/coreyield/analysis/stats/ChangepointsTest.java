package io.coreyield.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.Resources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangepointsTest {

  private static final double MIN_VARIANCE = 1e-11;

  /** A series with the changepoints of R's package; the resource says how they were made. */
  record Golden(String name, List<Double> figures, List<Integer> changepoints) {

    static Golden of(String line) {
      String[] fields = line.split(";", -1);
      return new Golden(
          fields[0],
          Arrays.stream(fields[1].split(" ")).map(Double::valueOf).toList(),
          Arrays.stream(fields[2].split(" "))
              .filter(text -> !text.isEmpty())
              .map(Integer::valueOf)
              .toList());
    }

    double[] values() {
      return figures.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Golden> goldens() {
    return Resources.text(ChangepointsTest.class, "changepoints.csv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(Golden::of);
  }

  /** R counts from 1 and names the last value of a segment: our first value of the next, from 0. */
  @ParameterizedTest
  @MethodSource("goldens")
  void areThoseOfR(Golden golden) {
    assertThat(Changepoints.of(golden.values(), MIN_VARIANCE)).isEqualTo(golden.changepoints());
  }

  @Test
  void thereAreGoldensWithAndWithout() {
    assertThat(goldens()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(goldens().filter(golden -> golden.changepoints().isEmpty())).isNotEmpty();
    assertThat(goldens().filter(golden -> golden.changepoints().size() > 2)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void theUnitDoesNotMatter(Golden golden) {
    double[] scaled = Arrays.stream(golden.values()).map(value -> 3e7 * value).toArray();
    assertThat(Changepoints.of(scaled, MIN_VARIANCE)).isEqualTo(golden.changepoints());
  }

  /** Nothing is lost by pruning: all divisions are tried, over series with 0 to 4 changes. */
  @ParameterizedTest
  @ValueSource(longs = 20_260_913)
  void areTheBestOfAllDivisions(long seed) {
    Random random = new Random(seed);
    for (int series = 0; series < 2000; series++) {
      int size = random.nextInt(4, 40);
      double[] values = steps(random, size, random.nextInt(5));
      List<Integer> found = Changepoints.of(values, 0.01);
      assertThat(found).as("seed %d, series %d", seed, series).isEqualTo(exact(values, 0.01));
    }
  }

  @Test
  void equalValuesAreNoSegmentOfTheirOwn() {
    double[] ticks = {100, 100, 101, 99, 100, 100, 100, 101, 100, 99, 100, 100, 101, 100, 100, 100};
    assertThat(Changepoints.of(ticks, 0.01)).isEmpty();
    assertThat(Changepoints.of(new double[50], 0.01)).isEmpty();
    assertThat(Changepoints.of(new double[3], 0.01)).isEmpty();
    assertThat(Changepoints.of(new double[0], 0.01)).isEmpty();
  }

  private static double[] steps(Random random, int size, int changes) {
    int[] at = random.ints(changes, 0, size).sorted().toArray();
    double[] levels = random.doubles(changes + 1, 0, 300).toArray();
    return IntStream.range(0, size)
        .mapToDouble(i -> {
          int level = (int) Arrays.stream(at).filter(change -> change <= i).count();
          return levels[level] + (1 + level) * random.nextGaussian();
        })
        .toArray();
  }

  /** Optimal partitioning: every start of the last segment is tried at every end. */
  private static List<Integer> exact(double[] values, double leastVariance) {
    double penalty = 15 * Math.log(values.length);
    double[] best = new double[values.length + 1];
    List<List<Integer>> divisions = new ArrayList<>(List.of(List.of()));
    best[0] = -penalty;
    for (int end = 1; end <= values.length; end++) {
      best[end] = Double.POSITIVE_INFINITY;
      List<Integer> division = List.of();
      for (int start = 0; start <= end - 2; start++) {
        double cost = best[start] + penalty + cost(values, start, end, leastVariance);
        if (cost < best[end]) {
          best[end] = cost;
          division =
              start == 0
                  ? List.of()
                  : Stream.concat(divisions.get(start).stream(), Stream.of(start)).toList();
        }
      }
      divisions.add(division);
    }
    return divisions.getLast();
  }

  private static double cost(double[] values, int start, int end, double leastVariance) {
    double[] part = Arrays.copyOfRange(values, start, end);
    double mean = Arrays.stream(part).average().orElseThrow();
    double variance = Arrays.stream(part).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    double counted = Math.max(variance, leastVariance);
    return part.length * (Math.log(counted) + variance / counted);
  }
}
