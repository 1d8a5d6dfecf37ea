package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Placement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many workers a placement serves; its order is tested with recorded machines. */
class PlacementOrderTest {

  /** Siblings (0, 1), (2, 3) …: many desktops and cloud machines. */
  private static final Topology ADJACENT =
      new Topology(
          IntStream.range(0, 8).mapToObj(id -> new LogicalCpu(id, id / 2, 0, 0, 0, true)).toList());

  private static List<Integer> order(Placement placement, Topology topology, int workers) {
    return PlacementOrder.of(placement, topology, workers);
  }

  @Test
  void moreWorkersThanCpusGoRoundAgain() {
    assertThat(order(Placement.SPREAD, ADJACENT, 11))
        .containsExactly(0, 2, 4, 6, 1, 3, 5, 7, 0, 2, 4);
  }

  @Test
  void fewerWorkersTakeTheFirst() {
    assertThat(order(Placement.SPREAD, ADJACENT, 2)).containsExactly(0, 2);
    assertThat(order(Placement.SIBLINGS, ADJACENT, 2)).containsExactly(0, 1);
    assertThat(order(Placement.SAME, ADJACENT, 3)).containsExactly(0, 0, 0);
  }

  @ParameterizedTest
  @EnumSource
  void theSchedulersChoiceNamesNoCpu(Placement placement) {
    int expected = placement == Placement.OS ? 0 : 5;
    assertThat(order(placement, ADJACENT, 5)).hasSize(expected);
  }

  @Test
  void aProcessWithoutACpuIsRefused() {
    Topology none = new Topology(List.of(new LogicalCpu(0, 0, 0, 0, 0, false)));

    assertThatIllegalArgumentException().isThrownBy(() -> order(Placement.SPREAD, none, 1));
  }
}
