package io.coreyield.benchmarks.campaign.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topologies;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.benchmarks.campaign.plan.Machines;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which logical CPUs {@code topology} measures. */
class TopologySessionTest {

  @Test
  void oneUsableCpuIsNoPair() {
    Topology one =
        new Topology(
            List.of(new LogicalCpu(0, 0, 0, 0, 0, false), new LogicalCpu(3, 1, 0, 0, 0, true)));

    Machine two = Machines.machine(2);

    assertThat(TopologySession.obstacle(Machines.machine(one), true))
        .hasValue(
            "this process may run on logical CPU 3 only: there is no pair to measure;"
                + " give it two or more");
    assertThat(TopologySession.obstacle(two, false))
        .hasValue("topology needs to pin threads, which this platform cannot: use Linux");
    assertThat(TopologySession.obstacle(two, true)).isEmpty();
    assertThat(TopologySession.obstacle(two.withQuota(new CpuQuota(0.15, 100_000)), true))
        .isEmpty();
    assertThat(TopologySession.obstacle(two.withQuota(new CpuQuota(0.1, 100_000)), true))
        .hasValue(
            "the CPU quota is too small for two workers at once: 0.1 CPUs of time (10 ms in every"
                + " 100 ms); lift it to measure pairs");
  }

  @Test
  void onlyUsableCpusCanBeChosen() throws Exception {
    Topology topology = Topologies.of(4, 1);

    assertThat(TopologySession.cpus(topology, null)).containsExactly(0, 1, 2, 3);
    assertThat(TopologySession.cpus(topology, BitSet.valueOf(new long[] {0b1010})))
        .containsExactly(1, 3);
    assertThatThrownBy(() -> TopologySession.cpus(topology, BitSet.valueOf(new long[] {0b10001})))
        .isInstanceOf(UnusableException.class)
        .hasMessage("logical CPU 4 cannot be used by this process: give --cpus of 0-3");
    assertThatThrownBy(() -> TopologySession.cpus(topology, BitSet.valueOf(new long[] {1})))
        .isInstanceOf(UnusableException.class)
        .hasMessage("one logical CPU is no pair: give --cpus two or more");
  }
}
