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

/** Placements on machines of every kind. */
class PlacementOrderTest {

  private static LogicalCpu cpu(int id, int core, int pkg) {
    return new LogicalCpu(id, core, pkg, pkg, 0, true);
  }

  /** Siblings (0, 4), (1, 5) …: most servers. */
  private static final Topology HALVES =
      new Topology(IntStream.range(0, 8).mapToObj(id -> cpu(id, id % 4, 0)).toList());

  /** Siblings (0, 1), (2, 3) …: many desktops and cloud machines. */
  private static final Topology NEIGHBOURS =
      new Topology(IntStream.range(0, 8).mapToObj(id -> cpu(id, id / 2, 0)).toList());

  /** Two cores with siblings, then four without. */
  private static final Topology HYBRID =
      new Topology(IntStream.range(0, 8).mapToObj(id -> cpu(id, id < 4 ? id / 2 : id, 0)).toList());

  /** Two packages of two cores; numbers alternate, and core numbers repeat. */
  private static final Topology TWO_PACKAGES =
      new Topology(IntStream.range(0, 8).mapToObj(id -> cpu(id, id / 2 % 2, id % 2)).toList());

  private static List<Integer> order(Placement placement, Topology topology, int workers) {
    return PlacementOrder.of(placement, topology, workers);
  }

  @Test
  void spreadTakesEveryCoreBeforeASibling() {
    assertThat(order(Placement.SPREAD, HALVES, 8)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(order(Placement.SPREAD, NEIGHBOURS, 8)).containsExactly(0, 2, 4, 6, 1, 3, 5, 7);
    assertThat(order(Placement.SPREAD, HYBRID, 8)).containsExactly(0, 2, 4, 5, 6, 7, 1, 3);
  }

  @Test
  void siblingsFillACoreBeforeTheNext() {
    assertThat(order(Placement.SIBLINGS, HALVES, 8)).containsExactly(0, 4, 1, 5, 2, 6, 3, 7);
    assertThat(order(Placement.SIBLINGS, NEIGHBOURS, 8)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(order(Placement.SIBLINGS, HYBRID, 8)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void coresOfOneNumberInTwoPackagesAreTwoCores() {
    assertThat(order(Placement.SPREAD, TWO_PACKAGES, 8)).containsExactly(0, 2, 1, 3, 4, 6, 5, 7);
    assertThat(order(Placement.SIBLINGS, TWO_PACKAGES, 8)).containsExactly(0, 4, 2, 6, 1, 5, 3, 7);
  }

  @Test
  void onlyUsableCpusAreTakenWhereACpusetCutsAPair() {
    Topology cut =
        new Topology(
            NEIGHBOURS.cpus().stream()
                .map(cpu ->
                    new LogicalCpu(
                        cpu.id(), cpu.core(), 0, 0, 0, List.of(1, 2, 3, 6).contains(cpu.id())))
                .toList());

    assertThat(order(Placement.SPREAD, cut, 4)).containsExactly(1, 2, 6, 3);
    assertThat(order(Placement.SIBLINGS, cut, 4)).containsExactly(1, 2, 3, 6);
    assertThat(order(Placement.SAME, cut, 2)).containsExactly(1, 1);
  }

  @Test
  void moreWorkersThanCpusGoRoundAgain() {
    assertThat(order(Placement.SPREAD, NEIGHBOURS, 11))
        .containsExactly(0, 2, 4, 6, 1, 3, 5, 7, 0, 2, 4);
  }

  @Test
  void fewerWorkersTakeTheFirst() {
    assertThat(order(Placement.SPREAD, NEIGHBOURS, 2)).containsExactly(0, 2);
    assertThat(order(Placement.SIBLINGS, NEIGHBOURS, 2)).containsExactly(0, 1);
    assertThat(order(Placement.SAME, NEIGHBOURS, 3)).containsExactly(0, 0, 0);
  }

  @ParameterizedTest
  @EnumSource
  void theSchedulersChoiceNamesNoCpu(Placement placement) {
    int expected = placement == Placement.OS ? 0 : 5;
    assertThat(order(placement, HALVES, 5)).hasSize(expected);
  }

  @Test
  void aProcessWithoutACpuIsRefused() {
    Topology none = new Topology(List.of(new LogicalCpu(0, 0, 0, 0, 0, false)));

    assertThatIllegalArgumentException().isThrownBy(() -> order(Placement.SPREAD, none, 1));
  }
}
