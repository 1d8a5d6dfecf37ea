package io.coreyield.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.report.page.HtmlReport;
import io.coreyield.analysis.report.tables.TableFiles;
import io.coreyield.analysis.report.tables.TrialTables;
import io.coreyield.analysis.wording.Fact;
import io.coreyield.analysis.wording.RunFacts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What was not counted is not available, and never 0. */
class NoLoadTest {

  private static final String SENTENCE =
      "The load of the logical CPUs is not available: /proc/stat cannot be read.";

  private static Run withoutLoad() {
    Run run = SimulatedRuns.quick(2, 2);
    Conditions conditions =
        Copies.with(Conditions.UNKNOWN, "loadUnavailable", "/proc/stat cannot be read");
    Environment environment = Copies.with(run.info().environment(), "conditions", conditions);
    RunInfo info = Copies.with(run.info(), "environment", environment);
    return new Run(info, run.trials(), new LoadSeries.Builder().build(), List.of());
  }

  private static Run withoutSteal() {
    Run run = SimulatedRuns.quick(2, 2);
    LoadSeries.Builder load = new LoadSeries.Builder();
    for (int i = 0; i < run.load().samples(); i++) {
      LoadSample sample = run.load().sample(i);
      load.add(
          new LoadSample(
              sample.tNs(),
              sample.cpuIds(),
              sample.times().stream()
                  .map(times ->
                      CpuTimes.of(c -> c == CpuTimes.STEAL ? CpuTimes.NOT_COUNTED : times.get(c)))
                  .toList()));
    }
    return new Run(run.info(), run.trials(), load.build(), List.of());
  }

  /** The cells of a column of a CSV table without quotes before it. */
  private static List<String> column(Map<String, String> files, String table, String name) {
    return column(Objects.requireNonNull(files.get("tables/" + table + ".csv")), name);
  }

  private static List<String> trials(MeasuredFindings findings, String name) throws IOException {
    return column(TableFiles.csv(TrialTables.trials(findings)), name);
  }

  private static List<String> column(String csv, String name) {
    List<String> lines = csv.lines().toList();
    int place = List.of(lines.getFirst().split(",", -1)).indexOf(name);
    return lines.stream().skip(1).map(line -> line.split(",", -1)[place]).toList();
  }

  @Test
  void withoutLoadTheReportSaysSo() throws IOException {
    MeasuredFindings findings = MeasuredFindings.of(withoutLoad());
    Map<String, String> files = ReportFiles.text(findings);

    for (String figure : List.of("busy_cpus", "system_cpus", "background_cpus", "steal_cpus")) {
      assertThat(trials(findings, figure)).as(figure).isNotEmpty().containsOnly("");
    }
    for (String figure : List.of("steal_fraction", "background_cpus")) {
      assertThat(column(files, "ledger", figure)).as(figure).isNotEmpty().containsOnly("");
    }
    assertThat(column(files, "correlations", "iterations")).isNotEmpty().containsOnly("0");
    assertThat(column(files, "correlations", "spearman")).isNotEmpty().containsOnly("");
    assertThat(files.get("methods.md")).contains(SENTENCE).doesNotContain("sampled with OSHI");
    assertThat(RunFacts.idle(findings)).extracting(Fact::text).containsOnly("not available");
    assertThat(findings.quality().found()).isEmpty();
    assertThat(findings.yields()).isNotEmpty();
  }

  @Test
  void thePageSaysWhy() {
    Document page = Jsoup.parse(HtmlReport.text(MeasuredFindings.of(withoutLoad())));

    assertThat(page.select("#load p.none").text()).isEqualTo(SENTENCE);
    assertThat(page.select("#correlation svg")).isEmpty();
  }

  @Test
  void stealThatIsNotCountedIsEmpty() throws IOException {
    MeasuredFindings findings = MeasuredFindings.of(withoutSteal());
    Map<String, String> files = ReportFiles.text(findings);

    assertThat(trials(findings, "steal_cpus")).isNotEmpty().containsOnly("");
    assertThat(trials(findings, "busy_cpus")).isNotEmpty().doesNotContain("");
    assertThat(column(files, "ledger", "steal_fraction")).isNotEmpty().containsOnly("");
    assertThat(RunFacts.idle(findings))
        .contains(new Fact("Taken by the hypervisor", "not available"))
        .doesNotContain(new Fact("Busy logical CPUs", "not available"));
    assertThat(files.get("methods.md")).contains("sampled with OSHI");
  }
}
