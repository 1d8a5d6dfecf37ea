package io.coreyield.analysis.chart;

import io.coreyield.analysis.model.trial.CpuPair;
import io.coreyield.analysis.model.trial.PairRatio;
import io.coreyield.analysis.model.trial.PairsRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What every two logical CPUs do together as colour, in a square.
 *
 * @param cpus from the left and from the top; siblings by declaration are neighbours
 * @param cells two for each pair, mirrored; none on the diagonal
 * @param declared what is declared to share a core
 * @param legend what needs explanation, in order
 */
public record PairMatrix(
    List<Integer> cpus, List<Cell> cells, List<BackgroundLoad> declared, List<Key> legend) {

  /** The title. */
  public static final String TITLE =
      "Throughput of two logical CPUs together, in multiples of one alone";

  /**
   * A pair.
   *
   * @param ratio the median; NaN where it was not measured
   * @param shared whether the two share a core by measurement, or may share one
   */
  public record Cell(int column, int row, double ratio, boolean shared) {}

  /** CPUs from the first to the last of these places. */
  public record BackgroundLoad(int first, int last) {}

  /** A symbol in the legend. */
  public enum Key {
    DECLARED("declared to share a core"),
    SHARED("share a core by measurement"),
    PERHAPS_SHARED("may share a core: the measurement does not tell"),
    NOT_MEASURED("not measured");

    private final String label;

    Key(String label) {
      this.label = label;
    }

    /** What the symbol means. */
    public String label() {
      return label;
    }
  }

  /** Copies the lists. */
  public PairMatrix {
    cpus = List.copyOf(cpus);
    cells = List.copyOf(cells);
    declared = List.copyOf(declared);
    legend = List.copyOf(legend);
  }

  /** Empty where no pair was measured. */
  public static Optional<PairMatrix> of(PairsRun run) {
    if (run.pairs().isEmpty()) {
      return Optional.empty();
    }
    List<Integer> cpus = run.siblingsAdjacent();
    Map<CpuPair, Double> medians =
        run.pairs().stream().collect(Collectors.toMap(PairRatio::cpuPair, PairRatio::median));
    List<Cell> cells = new ArrayList<>();
    for (CpuPair pair : CpuPair.all(cpus)) {
      int one = cpus.indexOf(pair.first());
      int other = cpus.indexOf(pair.second());
      double ratio = medians.getOrDefault(pair, Double.NaN);
      boolean shared = run.sharing().isShared(pair);
      cells.add(new Cell(one, other, ratio, shared));
      cells.add(new Cell(other, one, ratio, shared));
    }
    List<BackgroundLoad> declared =
        run.sharing().declared().stream()
            .map(core -> core.stream().mapToInt(cpus::indexOf).summaryStatistics())
            .map(places -> new BackgroundLoad(places.getMin(), places.getMax()))
            .toList();
    return Optional.of(new PairMatrix(cpus, cells, declared, legend(run)));
  }

  private static List<Key> legend(PairsRun run) {
    List<Key> keys = new ArrayList<>();
    if (!run.sharing().declared().isEmpty()) {
      keys.add(Key.DECLARED);
    }
    if (!run.sharing().groups().isEmpty()) {
      keys.add(run.sharing().isKnown() ? Key.SHARED : Key.PERHAPS_SHARED);
    }
    if (run.pairs().size() < run.setup().pairsInAll()) {
      keys.add(Key.NOT_MEASURED);
    }
    return keys;
  }
}
