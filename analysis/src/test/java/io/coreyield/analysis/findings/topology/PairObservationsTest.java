package io.coreyield.analysis.findings.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.trial.CpuPair;
import io.coreyield.analysis.model.trial.CpuWindow;
import io.coreyield.analysis.model.trial.PairObservation;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairObservationsTest {

  private static CpuWindow solo(int cpu, long atNs, double throughput) {
    return new CpuWindow(List.of(cpu), atNs, throughput);
  }

  @Test
  void aloneIsTheMedianOfTheThreeNearestWindows() {
    List<CpuWindow> windows =
        List.of(
            solo(0, 10, 1), // near, and stolen from
            solo(0, 20, 10),
            solo(0, 40, 12),
            solo(0, 900, 100),
            solo(1, 30, 20),
            new CpuWindow(List.of(1, 0), 25, 30));

    assertThat(PairObservations.of(3, windows))
        .containsExactly(new PairObservation(3, CpuPair.of(0, 1), 30, 10, 20));
    assertThat(PairObservations.of(3, windows).getFirst().ratio()).isEqualTo(2.0);
  }

  @Test
  void aPairWithoutBothAloneIsLeftOut() {
    assertThat(PairObservations.of(0, List.of(solo(0, 1, 1), new CpuWindow(List.of(0, 1), 2, 2))))
        .isEmpty();
    assertThat(PairObservations.of(0, List.of())).isEmpty();
  }
}
