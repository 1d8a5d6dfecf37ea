package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.model.machine.Topology;

/** One run of a simulated machine, with its topology as it declares it. */
record MachineRun(
    SimulatedMachine machine,
    Topology declared,
    SimulatedClock clock,
    BackgroundPrograms programs,
    Speeds speeds,
    SimulatedLoad load) {}
