package io.coreyield.fleet.summary;

import io.coreyield.fleet.store.Database;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine whose logical CPUs are not what its system declares, by its latest run.
 *
 * @param finding what they are, as {@code verdict.json} names it
 * @param measured the topology in words
 * @param declared the same by its system; null where the two do not differ in cores
 */
public record Differing(
    String machine, String cpu, String finding, String measured, @Nullable String declared) {

  private static final String SQL =
      """
      SELECT machine, cpu, cpu_finding, topology, declared_topology FROM (
        SELECT * FROM runs
        QUALIFY row_number() OVER (
          PARTITION BY cpu, simulated, captured_by, machine ORDER BY started DESC, run_id) = 1)
      WHERE cpu_finding NOT IN ('as-declared', 'not-measured')
      ORDER BY cpu_finding, cpu, machine
      """;

  static List<Differing> of(Database database) {
    return database.rows(
        SQL,
        row ->
            new Differing(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)));
  }
}
