package io.coreyield.fleet.summary;

import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.MedianInterval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What work costs on machines of one processor and one price, with one worker per logical CPU.
 *
 * @param price per hour, as the file has it
 * @param machines how many there are
 * @param perPeta price of 10^15 elements: the median across machines
 */
public record Cost(Cpu cpu, Row row, String price, int machines, Estimate perPeta) {

  private static final double PETA = 1e15;
  private static final double SECONDS = 3600;

  private record Key(Cpu cpu, Row row, Prices.Price price) {}

  /** Those of the latest figures, kind of code by kind of code, the cheapest first. */
  static List<Cost> of(Collection<MachineFigure> latest, Prices prices) {
    Map<Key, List<Double>> throughputs = new LinkedHashMap<>();
    for (MachineFigure figure : latest) {
      if (figure.row().kind() == Kind.ALL_CPUS && figure.row().kernel() != null) {
        prices
            .of(figure)
            .ifPresent(price ->
                throughputs
                    .computeIfAbsent(
                        new Key(figure.cpu(), figure.row(), price), key -> new ArrayList<>())
                    .add(figure.estimate().value()));
      }
    }
    return throughputs.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing(Cost::row)
                .thenComparingDouble(cost -> cost.perPeta().value())
                .thenComparing(Cost::cpu))
        .toList();
  }

  private static Cost of(Key key, List<Double> throughputs) {
    double[] costs =
        throughputs.stream()
            .mapToDouble(perSecond -> key.price.perHour() * PETA / (perSecond * SECONDS))
            .toArray();
    return new Cost(key.cpu, key.row, key.price.text(), costs.length, MedianInterval.of(costs));
  }
}
