package io.coreyield.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.chart.LoadMap.Edge;
import io.coreyield.analysis.chart.LoadMap.Row;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topologies;
import io.coreyield.analysis.model.machine.Topology;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadRowsTest {

  private static List<Row> rows(Topology topology) {
    return LoadRows.of(topology, topology.cpus().stream().map(LogicalCpu::id).toList());
  }

  /** Cores of two siblings, in so many nodes, each node a package. */
  private static Topology nodes(int nodes, int coresEach) {
    int cores = nodes * coresEach;
    return new Topology(
        IntStream.range(0, 2 * cores)
            .mapToObj(id -> {
              int core = id % cores;
              int node = core / coresEach;
              return new LogicalCpu(id, core, node, node, 0, true);
            })
            .toList());
  }

  @Test
  void upTo32LogicalCpusHaveARowEachWithSiblingsTogether() {
    List<Row> rows = rows(Topologies.of(16, 2));
    assertThat(rows).hasSize(32);
    assertThat(rows.subList(0, 3))
        .containsExactly(
            new Row("CPU 0", List.of(0), 0, Edge.NONE),
            new Row("CPU 16", List.of(16), 0, Edge.NONE),
            new Row("CPU 1", List.of(1), 0, Edge.CORE));
  }

  @Test
  void upTo32CoresHaveARowEach() {
    List<Row> rows = rows(Topologies.of(32, 2));
    assertThat(rows).hasSize(32);
    assertThat(rows.get(1)).isEqualTo(new Row("CPU 1, 33", List.of(1, 33), 1, Edge.NONE));
  }

  @Test
  void moreCoresShareRowsWithinTheirNode() {
    List<Row> rows = rows(nodes(2, 32));
    assertThat(rows).hasSize(32);
    assertThat(rows.getFirst())
        .isEqualTo(new Row("cores 0–1", List.of(0, 64, 1, 65), 2, Edge.NONE));
    assertThat(rows.get(16).edge()).isEqualTo(Edge.PACKAGE);
    assertThat(rows(Topologies.of(128, 2)).getFirst().name()).isEqualTo("cores 0–3");
  }

  @Test
  void asManyNodesHaveARowEach() {
    List<Row> rows = rows(nodes(32, 4));
    assertThat(rows).hasSize(32);
    assertThat(rows.getLast().name()).isEqualTo("node 31");
    assertThat(rows.getLast().indexes()).hasSize(8);
    assertThat(rows(nodes(40, 2))).hasSize(40);
  }

  @Test
  void everySampledCpuIsInOneRowAndNoOther() {
    List<Integer> sampled = IntStream.range(1, 200).boxed().toList();
    List<Row> rows = LoadRows.of(nodes(4, 32), sampled);
    assertThat(rows.stream().flatMap(row -> row.indexes().stream()))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 199).boxed().toList());
  }
}
