package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.benchmarks.load.LoadSink;

/**
 * One run of a simulated machine.
 *
 * @param machine that runs
 * @param declared what it tells of its logical CPUs
 * @param clock of the run
 * @param programs what they do in it
 * @param speeds of workers in it
 * @param load of the logical CPUs
 */
record MachineRun(
    SimulatedMachine machine,
    Topology declared,
    SimulatedClock clock,
    BackgroundPrograms programs,
    Speeds speeds,
    SimulatedLoad load) {

  /** The run of that seed, at its start. */
  static MachineRun of(
      SimulatedMachine machine,
      SimulatedClock clock,
      long seed,
      LoadSink sink,
      int sampleIntervalMs) {
    BackgroundPrograms programs = BackgroundPrograms.of(machine, seed);
    return new MachineRun(
        machine,
        machine.layout().declared(),
        clock,
        programs,
        new Speeds(machine, CoreNoise.of(machine, seed), programs),
        new SimulatedLoad(machine, clock, programs, sink, sampleIntervalMs));
  }
}
