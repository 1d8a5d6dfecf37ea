package io.coreyield.fleet.store;

import java.util.Locale;

/** A table of a fleet: one Parquet file. {@code docs/FLEET.md} explains the columns. */
public enum FleetTable {
  RUNS(
      """
      run_id VARCHAR, digest VARCHAR, source VARCHAR, labels MAP(VARCHAR, VARCHAR),
      machine VARCHAR, machine_named BOOLEAN, cpu VARCHAR, topology VARCHAR,
      logical_cpus INTEGER, cores INTEGER, threads_per_core INTEGER,
      declared_topology VARCHAR, virtualization VARCHAR, cpu_quota VARCHAR,
      java VARCHAR, os VARCHAR, architecture VARCHAR, tool_version VARCHAR,
      kernel_code VARCHAR, captured_by VARCHAR, simulated BOOLEAN,
      started TIMESTAMP, state VARCHAR, trust VARCHAR, cpu_finding VARCHAR,
      trials INTEGER, failed INTEGER
      """),
  FIGURES(
      """
      run_id VARCHAR, kind VARCHAR, kernel VARCHAR, model VARCHAR, program VARCHAR,
      setting VARCHAR, value DOUBLE, low DOUBLE, high DOUBLE, reason VARCHAR,
      standard_error DOUBLE, degrees_of_freedom DOUBLE, forks INTEGER, tainted BOOLEAN,
      category VARCHAR
      """),
  TRIALS(
      """
      run_id VARCHAR, number INTEGER, round INTEGER, kernel VARCHAR, model VARCHAR,
      workers INTEGER, elements BIGINT, placement VARCHAR, scaling VARCHAR,
      start_s DOUBLE, wall_s DOUBLE, elements_per_second DOUBLE, failure VARCHAR
      """),
  PUBLISHED(
      """
      source VARCHAR, source_url VARCHAR, licence VARCHAR, licence_url VARCHAR,
      method VARCHAR, vendor VARCHAR, server VARCHAR, cpu VARCHAR, plain_cpu VARCHAR,
      logical_cpus INTEGER, threads_per_core INTEGER, second_half_adds DOUBLE,
      workers INTEGER[], throughput DOUBLE[]
      """);

  private final String columns;

  FleetTable(String columns) {
    this.columns = columns;
  }

  /** Its name in SQL. */
  public String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  String fileName() {
    return sqlName() + ".parquet";
  }

  String create() {
    return "CREATE TABLE %s (%s)".formatted(sqlName(), columns);
  }
}
