package io.coreyield.fleet.cli;

import static io.coreyield.fleet.FleetRuns.fleet;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.cli.ExitCode;
import io.coreyield.analysis.cli.Outcome;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.fleet.FleetRuns;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ingest}: each run once, changed ones replaced, refused ones named. */
class IngestCommandTest {

  @TempDir Path scratch;

  private Path store = Path.of("");
  private Path runs = Path.of("");

  @BeforeEach
  void twoRuns() throws IOException {
    store = scratch.resolve("fleet");
    runs = scratch.resolve("runs");
    FleetRuns.write(FleetRuns.run("n1", "A", 0.2, 0), runs.resolve("n1/first"));
    FleetRuns.write(FleetRuns.run("n2", "A", 0.3, 0), runs.resolve("n2/first"));
  }

  private String ask(String sql) {
    Outcome outcome = fleet("query", store, sql);
    assertThat(outcome.err()).isEmpty();
    return outcome.out();
  }

  private String machines() {
    return ask("SELECT machine, trials FROM runs ORDER BY ALL");
  }

  @Test
  void whatIsKnownIsNotReadAgain() {
    assertThat(fleet("ingest", store, runs).out())
        .isEqualToNormalizingNewlines(
            "2 runs added, 0 replaced, 0 known already, 0 older, 0 refused\n");
    String before = machines();
    assertThat(fleet("ingest", store, runs.resolve("n1"), runs).out())
        .startsWith("0 runs added, 0 replaced, 2 known already");
    assertThat(machines()).isEqualTo(before).contains("n1,", "n2,");
  }

  @Test
  void aChangedRunReplacesItsEarlierState() throws IOException {
    Run whole = FleetRuns.run("n1", "A", 0.2, 0);
    Path first = scratch.resolve("interrupted");
    FleetRuns.write(whole.withTrials(whole.trials().subList(0, whole.trials().size() / 2)), first);
    fleet("ingest", store, first);
    Outcome resumed = fleet("ingest", store, runs.resolve("n1"));
    assertThat(resumed.out()).startsWith("0 runs added, 1 replaced");
    assertThat(ask("SELECT count(*), max(trials) FROM runs"))
        .endsWith("1,%d\n".formatted(whole.trials().size()));
    assertThat(ask("SELECT count(*) FROM trials"))
        .endsWith("\n%d\n".formatted(whole.trials().size()));

    Outcome again = fleet("ingest", store, first);
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("1 older, 0 refused");
    assertThat(again.err()).contains("interrupted: is an earlier state of a run that is here");
  }

  @Test
  void aBundleOfARunIsThatRun() throws IOException {
    fleet("ingest", store, runs);
    Path zip = scratch.resolve("n1.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file);
        Stream<Path> files = Files.list(runs.resolve("n1/first"))) {
      for (Path path : files.toList()) {
        out.putNextEntry(new ZipEntry("data/" + path.getFileName()));
        Files.copy(path, out);
      }
    }
    assertThat(fleet("ingest", store, zip).out()).startsWith("0 runs added, 0 replaced, 1 known");
  }

  @Test
  void eachRefusedOneIsNamedAndTheRestIsRead() throws IOException {
    Files.writeString(
        Files.createDirectories(runs.resolve("n3/torn")).resolve("run.json"),
        "{\"schema\": \"coreyield/run/2\"");
    Files.writeString(runs.resolve("note.zip"), "no zip at all");
    Files.createDirectories(runs.resolve(".unpublished"))
        .resolve("run.json")
        .toFile()
        .createNewFile();
    Path empty = Files.createDirectories(scratch.resolve("empty"));
    Outcome outcome = fleet("ingest", store, runs, empty, scratch.resolve("nowhere"));
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(outcome.out()).startsWith("2 runs added").contains("4 refused");
    assertThat(outcome.err().lines())
        .hasSize(4)
        .anySatisfy(line -> assertThat(line).contains("torn", "run.json"))
        .anySatisfy(line -> assertThat(line).contains("note.zip", "no zip file"))
        .anySatisfy(line -> assertThat(line).contains("empty: holds no run"))
        .anySatisfy(line -> assertThat(line).contains("nowhere", "does not exist"));
    assertThat(machines()).contains("n1,", "n2,");
  }

  @Test
  void aMachineCanBeNamed() throws IOException {
    Path anonymous = scratch.resolve("anonymous");
    Run run = FleetRuns.run("n1", "A", 0.2, 0);
    FleetRuns.write(
        Copies.with(
            run,
            "info",
            Copies.with(
                run.info(), "environment", Copies.with(run.info().environment(), "host", null))),
        anonymous);
    fleet("ingest", store, anonymous);
    assertThat(ask("SELECT machine_named, machine FROM runs")).contains("false," + anonymous);
    assertThat(fleet("ingest", store, "--machine", "rack 7", anonymous).out())
        .startsWith("0 runs added, 1 replaced");
    assertThat(ask("SELECT machine_named, machine FROM runs")).contains("true,rack 7");
  }

  @Test
  void aLabelNamesTheMachine() throws IOException {
    Run run = FleetRuns.run("host", "A", 0.2, 0);
    List<String> typed = List.of("run", "--label", "machine=n7", "--label", "slurm.job-id=12");
    Path labelled = scratch.resolve("labelled");
    FleetRuns.write(
        Copies.with(run, "info", Copies.with(run.info(), "commandLine", typed)), labelled);
    fleet("ingest", store, labelled);
    assertThat(ask("SELECT machine, machine_named, labels['slurm.job-id'] AS job FROM runs"))
        .isEqualTo("machine,machine_named,job\nn7,true,12\n");
  }

  @Test
  void aDirectoryOfSomethingElseIsLeftAlone() throws IOException {
    Outcome outcome = fleet("ingest", runs, runs);
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(outcome.err()).contains("holds files and is no fleet");
    assertThat(runs.resolve("lock")).doesNotExist();
  }

  @Test
  void aDamagedStoreIsRefusedInASentence() throws IOException {
    fleet("ingest", store, runs);
    Files.writeString(store.resolve("fleet.txt"), "coreyield/fleet/1 ../elsewhere\n");
    Outcome outcome = fleet("query", store, "SELECT 1");
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(outcome.err()).contains("fleet.txt: is not");
    Files.writeString(store.resolve("fleet.txt"), "coreyield/fleet/1 tables-1\n");
    Files.writeString(store.resolve("tables-1/runs.parquet"), "no Parquet");
    assertThat(fleet("query", store, "SELECT 1").err()).contains("its tables cannot be read");
  }
}
