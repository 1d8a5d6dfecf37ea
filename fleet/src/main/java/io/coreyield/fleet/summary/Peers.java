package io.coreyield.fleet.summary;

import io.coreyield.analysis.capture.curve.Catalogue;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.MedianInterval;
import io.coreyield.fleet.store.Database;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Published curves of the processors of a fleet.
 *
 * @param cpus one per processor that both have
 * @param servers published in all
 * @param about who published them; empty of none
 */
public record Peers(List<OfCpu> cpus, int servers, List<About> about) {

  /**
   * Of one processor: what the second half of the logical CPUs of servers with two threads a core
   * adds.
   *
   * @param adds the median across servers, each counted once
   */
  public record OfCpu(String cpu, int servers, Estimate adds) {}

  /** Whom to thank, and under which licence. */
  public record About(
      String source, String sourceUrl, String licence, String licenceUrl, String method) {}

  private record Published(String cpu, double adds) {}

  private static final String ABOUT =
      "SELECT DISTINCT source, source_url, licence, licence_url, method FROM published ORDER BY ALL";

  private static final String CURVES =
      """
      SELECT plain_cpu, second_half_adds FROM published
      WHERE second_half_adds IS NOT NULL AND threads_per_core = 2
      """;

  static Peers of(Database database, Collection<CpuMachines> fleet) {
    Map<String, List<Double>> adds = new LinkedHashMap<>();
    for (Published one :
        database.rows(CURVES, row -> new Published(row.getString(1), row.getDouble(2)))) {
      adds.computeIfAbsent(one.cpu, cpu -> new ArrayList<>()).add(one.adds);
    }
    SortedSet<String> cpus = new TreeSet<>();
    fleet.forEach(machines -> cpus.add(machines.cpu().model()));
    List<OfCpu> found = new ArrayList<>();
    for (String cpu : cpus) {
      List<Double> of = adds.getOrDefault(Catalogue.plain(cpu), List.of());
      if (!of.isEmpty()) {
        double[] values = of.stream().mapToDouble(Double::doubleValue).toArray();
        found.add(new OfCpu(cpu, of.size(), MedianInterval.of(values)));
      }
    }
    return new Peers(
        found,
        database.rows("SELECT count(*) FROM published", row -> row.getInt(1)).getFirst(),
        database.rows(
            ABOUT,
            row ->
                new About(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5))));
  }
}
