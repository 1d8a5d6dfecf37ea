package io.coreyield.fleet.summary;

import io.coreyield.fleet.store.Database;
import java.util.List;

/**
 * What a fleet says.
 *
 * @param cpus its processors, that of most machines first
 * @param unnamed runs that name no machine, each counted as one
 * @param figures across the machines of each processor
 * @param drifts of machines that were measured more than once, by kind of figure
 * @param differing machines whose logical CPUs are not what their system declares
 * @param costs where prices are given
 * @param peers published curves of the same processors
 */
public record Fleet(
    List<CpuMachines> cpus,
    int unnamed,
    List<CpuFigure> figures,
    List<Drift> drifts,
    List<Differing> differing,
    List<Cost> costs,
    Peers peers) {

  /** Reads the tables. */
  public static Fleet of(Database database, Prices prices) {
    List<CpuMachines> cpus = CpuMachines.of(database);
    Figures figures = Figures.of(database);
    return new Fleet(
        cpus,
        database
            .rows("SELECT count(*) FROM runs WHERE NOT machine_named", row -> row.getInt(1))
            .getFirst(),
        CpuFigure.of(figures.latest()),
        Drift.of(figures.histories()),
        Differing.of(database),
        Cost.of(figures.latest(), prices),
        Peers.of(database, cpus));
  }

  /** How many machines there are. */
  public int machines() {
    return cpus.stream().mapToInt(CpuMachines::machines).sum();
  }

  /** How many runs there are. */
  public int runs() {
    return cpus.stream().mapToInt(CpuMachines::runs).sum();
  }
}
