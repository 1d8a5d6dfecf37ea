package io.coreyield.benchmarks.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What background programs and the hypervisor leave of each logical CPU in one run. */
final class BackgroundPrograms {

  /** Apart from the streams of the trials, 0 and up, and of the cores, -1. */
  private static final int FIRST_STREAM = -2;

  private final List<List<Present>> byCpu;
  private final List<Present> all;
  private final double leftBySteal;

  private BackgroundPrograms(List<List<Present>> byCpu, List<Present> all, double leftBySteal) {
    this.byCpu = byCpu;
    this.all = all;
    this.leftBySteal = leftBySteal;
  }

  /** Those of a machine in the run of that seed. */
  static BackgroundPrograms of(SimulatedMachine machine, long seed) {
    List<List<Present>> byCpu = new ArrayList<>();
    for (int cpu = 0; cpu < machine.layout().logicalCpus(); cpu++) {
      byCpu.add(new ArrayList<>());
    }
    List<Present> all = new ArrayList<>();
    for (BackgroundProgram program : machine.programs()) {
      Present present = Present.of(program, Gaussian.of(seed, FIRST_STREAM - all.size()));
      all.add(present);
      byCpu.get(program.cpu()).add(present);
    }
    return new BackgroundPrograms(byCpu, all, 1 - machine.stealShare());
  }

  /** The share of a logical CPU that programs take between two moments of the run's clock. */
  double share(int cpu, long fromNs, long toNs) {
    double free = 1;
    for (Present program : byCpu.get(cpu)) {
      free *= 1 - program.share(fromNs, toNs);
    }
    return 1 - free;
  }

  /** The share of a logical CPU that is left to our workers between two moments. */
  double ownShare(int cpu, long fromNs, long toNs) {
    return (1 - share(cpu, fromNs, toNs)) * leftBySteal;
  }

  /** The next moment after this one at which a program starts or stops. */
  long nextChangeNs(long afterNs) {
    long nextNs = Long.MAX_VALUE;
    for (Present program : all) {
      nextNs = Math.min(nextNs, program.nextChangeNs(afterNs));
    }
    return nextNs;
  }

  /** A program in one run; without bursts where it works evenly. */
  private record Present(
      BackgroundProgram program, long startNs, long endNs, @Nullable BurstTimes bursts) {

    static Present of(BackgroundProgram program, Gaussian random) {
      long startNs = SimulatedClock.moment(program.fromSeconds());
      BackgroundProgram.Bursts bursts = program.bursts();
      return new Present(
          program,
          startNs,
          SimulatedClock.moment(program.toSeconds()),
          bursts == null ? null : new BurstTimes(bursts, startNs, random));
    }

    double share(long fromNs, long toNs) {
      if (bursts == null) {
        return program.shareBetween(SimulatedClock.seconds(fromNs), SimulatedClock.seconds(toNs));
      }
      long onNs = bursts.onNs(Math.min(fromNs, endNs), Math.min(toNs, endNs));
      return program.share() * onNs / (toNs - fromNs);
    }

    long nextChangeNs(long afterNs) {
      if (afterNs < startNs) {
        return startNs;
      }
      if (afterNs >= endNs) {
        return Long.MAX_VALUE;
      }
      return bursts == null ? endNs : Math.min(endNs, bursts.nextChangeNs(afterNs));
    }
  }
}
