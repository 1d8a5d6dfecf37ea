package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.model.machine.Topology;

/**
 * One run of a simulated machine.
 *
 * @param machine that runs
 * @param declared its topology, as it declares it
 * @param clock of the run
 * @param programs background load
 * @param speeds of workers in it
 * @param load of the logical CPUs
 */
record MachineRun(
    SimulatedMachine machine,
    Topology declared,
    SimulatedClock clock,
    BackgroundPrograms programs,
    Speeds speeds,
    SimulatedLoad load) {}
