package io.coreyield.benchmarks.simulation;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The differences between the cores of a simulated machine, drawn once per run. */
final class CoreNoise {

  private static final int STREAM = -1;

  private final double[] speed;
  private final double[] together;

  private CoreNoise(double[] speed, double[] together) {
    this.speed = speed;
    this.together = together;
  }

  static CoreNoise of(SimulatedMachine machine, long seed) {
    Gaussian normal = Gaussian.of(seed, STREAM);
    double deviation = machine.noise().core();
    int cores = machine.layout().cores();
    double[] speed = IntStream.range(0, cores).mapToDouble(_ -> normal.factor(deviation)).toArray();
    double[] logs = IntStream.range(0, cores).mapToDouble(_ -> deviation * normal.next()).toArray();
    double mean = Arrays.stream(logs).average().orElse(0);
    return new CoreNoise(speed, Arrays.stream(logs).map(log -> Math.exp(log - mean)).toArray());
  }

  double speed(int core) {
    return speed[core];
  }

  /** How much its siblings do together, about 1; the geometric mean over cores is 1. */
  double together(int core) {
    return together[core];
  }
}
