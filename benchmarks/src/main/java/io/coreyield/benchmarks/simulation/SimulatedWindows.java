package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.model.trial.CpuWindow;
import io.coreyield.benchmarks.machine.Bursts;
import io.coreyield.benchmarks.topology.PairMeasurement;
import io.coreyield.benchmarks.topology.WindowSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Windows on the logical CPUs of a simulated machine, which show its topology. */
public final class SimulatedWindows implements WindowSource {

  private static final long LEAD_NS = 2_600_000;

  /** No trial has this number. */
  private static final int STREAM = 1 << 27;

  private final SimulatedClock clock;
  private final BackgroundPrograms programs;
  private final Speeds speeds;
  private final ForkNoise noise;
  private final long windowNs;
  private final long leadNs;

  /** Of the run with this seed. */
  public SimulatedWindows(SimulatedMachine machine, SimulatedClock clock, int windowMs, long seed) {
    this.clock = clock;
    this.programs = BackgroundPrograms.of(machine, seed);
    this.speeds = new Speeds(machine, seed, programs);
    this.noise = ForkNoise.of(machine.noise(), seed, STREAM);
    this.windowNs = windowMs * 1_000_000L;
    this.leadNs = LEAD_NS + (long) (1e6 * Bursts.under(machine.layout().quota()).restMs());
  }

  @Override
  public void warmUp(List<Integer> cpus, BooleanSupplier isInterrupted) {
    clock.advance((long) (PairMeasurement.WARM_UP_SECONDS * 1e9));
  }

  @Override
  public Optional<CpuWindow> window(List<Integer> cpus) {
    clock.advance(leadNs);
    long startNs = clock.nanoTime();
    long endNs = startNs + windowNs;
    double[] rates = speeds.of(PairMeasurement.KERNEL, cpus, startNs, endNs, noise.siblings());
    double elementsPerSecond = Arrays.stream(rates).sum() * noise.next();
    clock.advance(windowNs);
    return cpus.stream()
            .anyMatch(cpu -> programs.ownShare(cpu, startNs, endNs) < PairMeasurement.MIN_ON_CPU)
        ? Optional.empty()
        : Optional.of(new CpuWindow(cpus, startNs + windowNs / 2, elementsPerSecond));
  }

  @Override
  public long nanoTime() {
    return clock.nanoTime();
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
