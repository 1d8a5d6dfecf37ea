package io.coreyield.fleet.summary;

import io.coreyield.fleet.store.Database;
import java.util.List;

/**
 * The machines of one processor.
 *
 * @param machines how many; a run that names no machine counts as one
 * @param runs of them
 * @param untrusted runs of which no figure counts
 * @param topologies how many kinds of topology they have
 * @param asDeclared machines that share cores as their system declares
 * @param differing machines whose logical CPUs are not what their system declares
 * @param unmeasured machines of which that is not known
 */
public record CpuMachines(
    Cpu cpu,
    int machines,
    int runs,
    int untrusted,
    int topologies,
    int asDeclared,
    int differing,
    int unmeasured) {

  private static final String SQL =
      """
      WITH latest AS (
        SELECT * FROM runs
        QUALIFY row_number() OVER (
          PARTITION BY cpu, simulated, captured_by, machine ORDER BY started DESC, run_id) = 1)
      SELECT r.cpu, r.simulated, r.captured_by,
        count(DISTINCT r.machine), count(*), count(*) FILTER (r.trust = 'no-answer'),
        count(DISTINCT r.topology),
        count(l.run_id) FILTER (l.cpu_finding = 'as-declared'),
        count(l.run_id) FILTER (l.cpu_finding NOT IN ('as-declared', 'not-measured')),
        count(l.run_id) FILTER (l.cpu_finding = 'not-measured')
      FROM runs r LEFT JOIN latest l USING (run_id)
      GROUP BY ALL ORDER BY 4 DESC, 1, 2, 3
      """;

  /** One per processor, that of most machines first. */
  static List<CpuMachines> of(Database database) {
    return database.rows(
        SQL,
        row ->
            new CpuMachines(
                new Cpu(row.getString(1), row.getBoolean(2), row.getString(3)),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10)));
  }
}
