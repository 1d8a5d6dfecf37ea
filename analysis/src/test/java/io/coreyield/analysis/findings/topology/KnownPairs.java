package io.coreyield.analysis.findings.topology;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.CpuPair;
import io.coreyield.analysis.model.trial.MeasuredTopology;
import io.coreyield.analysis.model.trial.PairObservation;
import io.coreyield.analysis.model.trial.PairsRun;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.wording.SharingWords;
import java.time.Instant;
import java.util.List;

/** Measurements of pairs on simulated machines, as they would be written. */
public final class KnownPairs {

  private KnownPairs() {}

  /** Logical CPUs {@code i} and {@code i + cores} share a core; the machine declares it or not. */
  public static PairsRun farSiblings(int cores, boolean declared) {
    List<List<Integer>> truth = SimulatedPairs.farSiblings(cores);
    return of(SimulatedPairs.of(2 * cores, truth, 0.03), declared ? truth : List.of(), 12);
  }

  /** So many rounds of every pair. */
  static PairsRun of(SimulatedPairs simulated, List<List<Integer>> declared, int rounds) {
    return of(simulated, declared, simulated.measure(rounds, 1));
  }

  /** Of the first {@code pairs} pairs only. */
  public static PairsRun sampled(int cores, int pairs) {
    SimulatedPairs simulated =
        SimulatedPairs.of(2 * cores, SimulatedPairs.farSiblings(cores), 0.03);
    List<CpuPair> some = CpuPair.all(simulated.ids()).subList(0, pairs);
    return of(simulated, List.of(), simulated.measure(some, 8, 1));
  }

  /** None of whose rounds was finished. */
  public static PairsRun nothing() {
    return of(SimulatedPairs.of(4, List.of(), 0.03), List.of(), List.of());
  }

  private static PairsRun of(
      SimulatedPairs simulated, List<List<Integer>> declared, List<PairObservation> observations) {
    RunInfo run = SimulatedRuns.quick(1, 2).info();
    Machine machine =
        Copies.with(run.machine(), "topology", SimulatedPairs.topology(simulated.cpus(), declared));
    Environment environment = run.environment();
    Instant start = Instant.parse("2026-01-02T03:04:05Z");
    int pairsInAll = simulated.cpus() * (simulated.cpus() - 1) / 2;
    return new PairsRun(
        "0.1.0",
        true,
        List.of("pairs"),
        start,
        start.plusSeconds(60),
        RunInfo.State.COMPLETE,
        machine,
        environment,
        new MeasuredTopology(
            new MeasuredTopology.Setup(Kernel.RANGE_ILP, 20, 12, simulated.ids(), pairsInAll, 1),
            SharedCores.ratios(machine.topology(), observations),
            SharingWords.of(SharedCores.of(machine.topology(), simulated.ids(), observations, 1))),
        List.of());
  }
}
