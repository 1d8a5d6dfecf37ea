package io.coreyield.fleet.cli;

import static io.coreyield.fleet.FleetRuns.fleet;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.cli.ExitCode;
import io.coreyield.analysis.cli.Outcome;
import io.coreyield.fleet.FleetRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code query}: SQL of anybody, and nothing else to reach. */
class QueryCommandTest {

  @TempDir static Path scratch;

  private static Path store = Path.of("");

  @BeforeAll
  static void ingest() throws IOException {
    store = scratch.resolve("fleet");
    Path run =
        FleetRuns.write(
            FleetRuns.run("n,\u001b[2J", "A \"quick\" CPU", 0.2, 0), scratch.resolve("run"));
    Files.writeString(scratch.resolve("secret.csv"), "password\nswordfish\n");
    assertThat(fleet("ingest", store, run).code()).isZero();
  }

  /** Every file with its length. */
  private static Map<String, Long> files() throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(scratch)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file.toString(), Files.size(file));
      }
    }
    return files;
  }

  @Test
  void theAnswerIsCsv() {
    Outcome outcome =
        fleet("query", store, "SELECT cpu, machine, NULL AS nothing, logical_cpus FROM runs");
    assertThat(outcome.out())
        .isEqualTo("cpu,machine,nothing,logical_cpus\n\"A \"\"quick\"\" CPU\",\"n, [2J\",,4\n");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void noStatementReachesAFileOrAnExtensionOrASetting() throws IOException {
    String here = scratch.toString();
    String tables = store.resolve("tables-1/runs.parquet").toString();
    List<String> hostile =
        List.of(
            "SELECT * FROM read_csv('%s/secret.csv')".formatted(here),
            "SELECT * FROM read_text('%s/secret.csv')".formatted(here),
            "SELECT * FROM '%s/secret.csv'".formatted(here),
            "SELECT * FROM sniff_csv('%s/secret.csv')".formatted(here),
            "SELECT * FROM glob('%s/*')".formatted(here),
            "SELECT * FROM query('SELECT * FROM read_text(''%s/secret.csv'')')".formatted(here),
            "SELECT * FROM read_parquet('%s')".formatted(tables),
            "SELECT * FROM parquet_metadata('%s')".formatted(tables),
            "COPY runs TO '%s'".formatted(tables),
            "COPY runs TO '%s/stolen.csv'".formatted(here),
            "COPY runs FROM '%s/secret.csv'".formatted(here),
            "EXPORT DATABASE '%s/stolen'".formatted(here),
            "IMPORT DATABASE '%s'".formatted(here),
            "ATTACH '%s/stolen.db' AS stolen".formatted(here),
            "INSTALL httpfs",
            "LOAD httpfs",
            "LOAD '%s/secret.csv'".formatted(here),
            "SELECT * FROM read_text('http://localhost/')",
            "SET enable_external_access = true",
            "RESET enable_external_access",
            "SET lock_configuration = false",
            "SET memory_limit = '99GB'",
            "SET temp_directory = '%s'".formatted(here),
            "SET log_query_path = '%s/log'".formatted(here),
            "SET profiling_output = '%s/profile'".formatted(here),
            "CALL enable_logging(storage = 'file', storage_path = '%s')".formatted(here),
            "CREATE PERSISTENT SECRET s (TYPE s3)",
            "SELECT getenv('HOME')",
            "SELECT 1; SET enable_external_access = true",
            "PREPARE p AS SELECT * FROM read_text($1); EXECUTE p('%s/secret.csv')".formatted(here),
            "CREATE MACRO m(f) AS TABLE SELECT * FROM read_text(f); SELECT * FROM m('%s/secret.csv')"
                .formatted(here));
    Map<String, Long> before = files();
    for (String sql : hostile) {
      Outcome outcome = fleet("query", store, sql);
      assertThat(outcome.code()).as(sql).isEqualTo(ExitCode.BAD_USAGE);
      assertThat(outcome.out()).as(sql).doesNotContain("swordfish");
      assertThat(outcome.err().lines()).as(sql).hasSize(1);
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void whatAQueryChangesIsForgotten() {
    assertThat(fleet("query", store, "DROP TABLE runs").code()).isZero();
    assertThat(fleet("query", store, "SELECT count(*) FROM runs").out()).endsWith("\n1\n");
  }

  @Test
  void aDirectoryWithoutAFleetIsRefused() {
    Outcome outcome = fleet("query", scratch, "SELECT 1");
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(outcome.err()).contains("is no fleet: make one with 'ingest");
  }
}
