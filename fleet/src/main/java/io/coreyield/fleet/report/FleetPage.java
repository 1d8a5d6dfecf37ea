package io.coreyield.fleet.report;

import io.coreyield.analysis.report.page.Document;
import io.coreyield.analysis.report.page.Document.Section;
import io.coreyield.analysis.report.page.Link;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.fleet.summary.CpuFigure;
import io.coreyield.fleet.summary.Fleet;
import io.coreyield.fleet.summary.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The page of a fleet, as long for 5 machines as for 5000: tables end, the files have all. */
final class FleetPage {

  private static final int MAX_ROWS = 200;

  private final Fleet fleet;
  private final List<Section> sections = new ArrayList<>();

  private FleetPage(Fleet fleet) {
    this.fleet = fleet;
  }

  static Document of(Fleet fleet) {
    FleetPage page = new FleetPage(fleet);
    page.yields();
    page.machines();
    page.add("outliers", "Outliers", OUTLIERS, FleetTables.outliers(fleet));
    page.topology();
    page.add("drift", "Drift", DRIFT, OtherTables.drift(fleet));
    page.add("costs", "Cost", COSTS, OtherTables.costs(fleet));
    page.peers();
    page.figures();
    page.methods();
    return new Document(
        "CoreYield: " + Phrases.count(fleet.machines(), "machine"),
        FleetWords.answer(fleet),
        FleetWords.lead(fleet),
        FleetWords.notices(fleet),
        page.sections);
  }

  private static final String OUTLIERS =
      "A machine lies apart where its modified z-score is beyond 3.5 and its own interval does not hold the median of its processor.";

  private static final String DRIFT =
      "Of named machines with two or more trusted runs. All intervals hold together with 95 %.";

  private static final String COSTS =
      "Price per hour over what a machine does in an hour. The cheapest first, kind of code by kind of code.";

  /** The first rows of a table; its caption says how many there are. */
  private static Table first(Table table) {
    return table.rows().size() <= MAX_ROWS
        ? table
        : new Table(
            table.name(),
            "%s The first %d of %d; tables/%s.csv has all."
                .formatted(table.caption(), MAX_ROWS, table.rows().size(), table.name()),
            table.columns(),
            table.rows().subList(0, MAX_ROWS));
  }

  private void add(String id, String heading, String lead, Table table) {
    if (!table.isEmpty()) {
      sections.add(new Section(id, heading, lead, List.of(first(table))));
    }
  }

  private void yields() {
    List<CpuFigure> yields = FleetWords.leading(fleet);
    if (!yields.isEmpty()) {
      sections.add(
          new Section(
              "yields",
              "What a hyperthread is worth",
              List.of(
                  "A dot is a machine, by its latest trusted run; the square is the median of the machines, with its 95 % interval. Processors with most machines come first."),
              YieldDrawings.of(yields),
              List.of(first(FleetTables.overview(fleet, yields))),
              List.of()));
    }
  }

  private void machines() {
    add(
        "processors",
        "The machines",
        Phrases.count(fleet.machines(), "machine") + " by processor.",
        FleetTables.cpus(fleet));
  }

  private void topology() {
    sections.add(
        new Section(
            "topology",
            "Declared against measured",
            "What systems declare of their logical CPUs, and what pairs of them measured together do.",
            Stream.of(FleetTables.topology(fleet), FleetTables.differing(fleet))
                .filter(table -> !table.isEmpty())
                .map(FleetPage::first)
                .toList()));
  }

  private void peers() {
    Table table = OtherTables.peers(fleet);
    if (table.isEmpty()) {
      return;
    }
    List<Link> links = new ArrayList<>();
    for (Peers.About about : fleet.peers().about()) {
      links.add(new Link("Source: " + about.source(), about.sourceUrl()));
      links.add(new Link("Licence: " + about.licence(), about.licenceUrl()));
    }
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        "Servers of the same processors from a catalogue of %s: other programs and other machines, to see whether a fleet is usual."
            .formatted(Phrases.count(fleet.peers().servers(), "published curve")));
    fleet.peers().about().stream()
        .map(Peers.About::method)
        .filter(method -> !method.isEmpty())
        .map(method -> "Measured by: " + method)
        .forEach(paragraphs::add);
    sections.add(
        new Section(
            "peers", "What others published", paragraphs, List.of(), List.of(first(table)), links));
  }

  private void figures() {
    List<Table> tables =
        FleetTables.kinds(fleet).map(kind -> first(FleetTables.figures(fleet, kind))).toList();
    if (!tables.isEmpty()) {
      sections.add(
          new Section(
              "figures",
              "The figures",
              "Platform threads, and programs of other tools. Other concurrency models are there for queries.",
              tables));
    }
  }

  private void methods() {
    sections.add(
        new Section(
            "methods",
            "How machines are put together",
            List.of(
                "The machine is the unit. It counts once, by its latest trusted run, whose interval comes from forks. Trials of several machines are never pooled.",
                "The interval of a median lies between two machines of the sorted ones and assumes no distribution (Conover 1999); it needs six machines.",
                "Only figures of one Java, one code of the kernels, one CPU quota and one setting are put together: those of most machines. The rest is counted as left out. Yields of a processor are put together whatever number of cores it has.",
                "A run without an answer counts in no figure. Simulated machines and those of other tools are in groups of their own."),
            List.of(),
            List.of(),
            List.of()));
  }
}
