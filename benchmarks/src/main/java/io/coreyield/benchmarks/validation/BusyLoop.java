package io.coreyield.benchmarks.validation;

import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * A background program: it keeps one logical CPU busy for about half of the time, in turns of
 * random length, until its standard input ends.
 */
final class BusyLoop {

  private BusyLoop() {}

  /** Takes the logical CPU, the mean length of a turn in milliseconds, and a seed. */
  public static void main(String[] args) throws IOException {
    int cpu = Integer.parseInt(args[0]);
    double meanNs = Double.parseDouble(args[1]) * 1e6;
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(Long.parseLong(args[2]));
    Thread loop = Thread.ofPlatform().daemon().unstarted(() -> takeTurns(cpu, meanNs, random));
    loop.start();
    while (System.in.read() >= 0) {
      // Nothing is written; the stream ends with the process that started this one.
    }
  }

  private static void takeTurns(int cpu, double meanNs, UniformRandomProvider random) {
    ThreadAffinity.pin(cpu);
    ZigguratSampler.Exponential turns = ZigguratSampler.Exponential.of(random, meanNs);
    while (!Thread.interrupted()) {
      long endNs = System.nanoTime() + (long) turns.sample();
      while (System.nanoTime() < endNs) {
        Thread.onSpinWait();
      }
      LockSupport.parkNanos((long) turns.sample());
    }
  }
}
