package io.coreyield.fleet.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.report.page.Browser;
import io.coreyield.analysis.report.page.PageWidths;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.fleet.report.FleetWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five thousand machines of fifty processors. */
class LargeFleetTest {

  private static final int CPUS = 50;
  private static final int MACHINES = 5000;

  private static MachineFigure figure(int machine, Kernel kernel) {
    double value = 0.1 + 0.01 * (machine % CPUS) + 1e-5 * machine + (machine % 10 == 0 ? 0.8 : 0);
    return new MachineFigure(
        "machine-" + machine,
        null,
        true,
        new Cpu(
            "Processor %d of a long name in a catalogue".formatted(machine % CPUS), false, null),
        new Row(Kind.PAIRED_YIELD, kernel, ConcurrencyModel.PLATFORM, null),
        "",
        LocalDateTime.of(2026, 1, 1, 0, 0),
        Estimate.of(value, value - 1e-3, value + 1e-3));
  }

  private static Fleet fleet() {
    List<MachineFigure> latest = new ArrayList<>();
    for (int machine = 0; machine < MACHINES; machine++) {
      for (Kernel kernel : Kernel.values()) {
        latest.add(figure(machine, kernel));
      }
    }
    List<CpuFigure> figures = CpuFigure.of(latest);
    List<CpuMachines> cpus =
        figures.stream()
            .map(CpuFigure::cpu)
            .distinct()
            .map(cpu -> new CpuMachines(cpu, MACHINES / CPUS, MACHINES / CPUS, 0, 1, 1, 0, 0))
            .toList();
    return new Fleet(
        cpus, 0, figures, List.of(), List.of(), List.of(), new Peers(List.of(), 0, List.of()));
  }

  @Test
  void thePageStaysSmallAndReadable(@TempDir Path scratch) throws Exception {
    String html = FleetWriter.html(fleet());
    assertThat(html.length()).isLessThan(2_000_000);
    Document page = Jsoup.parse(html);
    assertThat(page.select("tbody").stream().mapToInt(body -> body.childrenSize()).max())
        .hasValue(200);
    assertThat(page.select("#figures caption").text()).contains("The first 200 of 450");
    Path file = Files.writeString(scratch.resolve("fleet.html"), html);
    Browser browser = Browser.find(scratch);
    browser.open(file).quiet();
    PageWidths.assertFits(browser, file, 360);
  }
}
