package io.coreyield.analysis.findings.topology;

import io.coreyield.analysis.model.trial.CpuPair;
import io.coreyield.analysis.model.trial.CpuWindow;
import io.coreyield.analysis.model.trial.PairObservation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.descriptive.Median;

/** From the windows of a round to what each pair did, and its logical CPUs alone. */
public final class PairObservations {

  /** Nearest in time, so that a drift of the clock cancels; three, so that one stolen does not. */
  private static final int SOLO_WINDOWS = 3;

  private PairObservations() {}

  /**
   * One observation per pair window, in the order of the windows. Each logical CPU alone is the
   * median of its three solo windows that are nearest in time, or of as many as there are. A pair
   * of which a logical CPU has no solo window is left out.
   *
   * @param round 0-based
   * @param windows of this round, in any order
   */
  public static List<PairObservation> of(int round, List<CpuWindow> windows) {
    Map<Integer, List<CpuWindow>> solos = new HashMap<>();
    windows.stream()
        .filter(CpuWindow::isSolo)
        .forEach(w -> solos.computeIfAbsent(w.cpus().getFirst(), cpu -> new ArrayList<>()).add(w));
    List<PairObservation> observations = new ArrayList<>();
    for (CpuWindow window : windows) {
      if (!window.isSolo() && solos.keySet().containsAll(window.cpus())) {
        CpuPair pair = CpuPair.of(window.cpus().getFirst(), window.cpus().getLast());
        observations.add(
            new PairObservation(
                round,
                pair,
                window.elementsPerSecond(),
                alone(solos.getOrDefault(pair.first(), List.of()), window.middleNs()),
                alone(solos.getOrDefault(pair.second(), List.of()), window.middleNs())));
      }
    }
    return List.copyOf(observations);
  }

  private static double alone(List<CpuWindow> solos, long atNs) {
    double[] nearest =
        solos.stream()
            .sorted(Comparator.comparingLong(solo -> Math.abs(solo.middleNs() - atNs)))
            .limit(SOLO_WINDOWS)
            .mapToDouble(CpuWindow::elementsPerSecond)
            .toArray();
    return Median.withDefaults().evaluate(nearest);
  }
}
