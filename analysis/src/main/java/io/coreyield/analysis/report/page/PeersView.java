package io.coreyield.analysis.report.page;

import io.coreyield.analysis.capture.curve.Catalogue;
import io.coreyield.analysis.capture.curve.PublishedCurve;
import io.coreyield.analysis.report.tables.Cell;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.Table.Column;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.compare.PeerWords;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What others published of the machine's processor. Texts are of a stranger's file.
 *
 * @param lead in a sentence or two
 * @param table the servers, the largest last; empty of none
 * @param method what was measured; empty where the file does not say
 * @param links source and licence
 */
public record PeersView(String lead, Table table, String method, List<Link> links) {

  private static final int MAX_ROWS = 200;

  static PeersView of(String cpu, Catalogue catalogue) {
    List<PublishedCurve> peers = catalogue.ofCpu(cpu);
    return new PeersView(
        PeerWords.lead(peers),
        table(peers),
        catalogue.method(),
        List.of(
            new Link("Source: " + catalogue.source(), catalogue.sourceUrl()),
            new Link("Licence: " + catalogue.licence(), catalogue.licenceUrl())));
  }

  private static Table table(List<PublishedCurve> peers) {
    return new Table(
        "peers",
        "Published servers with this processor.",
        List.of(
            Column.words("vendor", "vendor"),
            Column.words("server", "server"),
            Column.number("logical_cpus", "logical CPUs"),
            Column.number("threads_per_core", "threads a core, declared"),
            Column.measured("adds", "the second half adds")),
        peers.stream()
            .sorted(
                Comparator.comparingInt(PublishedCurve::logicalCpus)
                    .thenComparing(PublishedCurve::vendor)
                    .thenComparing(PublishedCurve::server))
            .limit(MAX_ROWS)
            .map(PeersView::row)
            .toList());
  }

  private static List<Cell> row(PublishedCurve peer) {
    OptionalDouble adds = peer.secondHalfAdds();
    return List.of(
        new Cell.Words(peer.vendor()),
        new Cell.Words(peer.server()),
        new Cell.Count(peer.logicalCpus()),
        new Cell.Count(peer.threadsPerCore()),
        adds.isPresent()
            ? new Cell.Measured(
                Estimate.withoutInterval(adds.getAsDouble(), "one figure each"), Unit.PERCENT)
            : new Cell.Unmeasured("the curve has no such points"));
  }
}
