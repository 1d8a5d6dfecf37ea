package io.coreyield.benchmarks.campaign.plan;

import static io.coreyield.benchmarks.campaign.session.SimulatedCampaigns.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topologies;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Length;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Selection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plans of what a user asked for. */
class AskedPlanTest {

  @Test
  void aKernelThatASimulatedMachineDoesNotHaveIsLeftOutWithTheReason() {
    Planner.Limits limits = new Planner.Limits(true, 1L << 38, Set.copyOf(Kernel.MAIN));
    Machine machine = Machines.machine(Topologies.of(2, 2));
    List<Kernel> asked = List.of(Kernel.RANGE, Kernel.RANGE_DIV);
    List<ConcurrencyModel> platform = List.of(ConcurrencyModel.PLATFORM);
    String reason = "the file of the simulated machine gives it no yield";

    Plan plan =
        Planner.plan(
            options(asked, platform, List.of(1), null, null), machine, Duration.ofDays(1), limits);
    assertThat(plan.configurations()).extracting(Configuration::kernel).containsOnly(Kernel.RANGE);
    assertThat(plan.leftOut())
        .contains(new Plan.LeftOut("range-div platform ×1", reason))
        .allMatch(out -> out.reason().equals(reason));
    assertThatThrownBy(() ->
            Planner.plan(
                options(asked.subList(1, 2), platform, List.of(1), null, null),
                machine,
                Duration.ofDays(1),
                limits))
        .hasMessage("nothing is left to run: range-div platform ×1: " + reason);
  }

  @Test
  void theControlIsTheFewestWorkersOfTheFirstParallelModel() {
    List<ConcurrencyModel> models =
        List.of(ConcurrencyModel.GLOBAL_LOCK, ConcurrencyModel.VIRTUAL, ConcurrencyModel.PLATFORM);
    CampaignOptions options =
        options(List.of(Kernel.RANGE_ILP, Kernel.RANGE), models, List.of(8, 2, 4), null, null);
    Plan plan = plan(options, Topologies.of(4, 2), true);

    assertThat(plan.configurations())
        .filteredOn(c -> c.equals(plan.control()))
        .extracting(Configuration::label)
        .containsExactly("range-ilp virtual ×2");
  }

  @Test
  void whereNoModelIsParallelAThreadIsAddedForTheControl() {
    CampaignOptions onlyLock =
        options(
            List.of(Kernel.RANGE_ILP),
            List.of(ConcurrencyModel.GLOBAL_LOCK),
            List.of(1, 2),
            null,
            null);
    Plan plan = plan(onlyLock, Topologies.of(4, 2), true);

    assertThat(plan.configurations())
        .extracting(Configuration::label)
        .containsExactly(
            "range-ilp global-lock ×1", "range-ilp global-lock ×2", "range-ilp platform ×1");
    assertThat(plan.control()).isEqualTo(plan.configurations().getLast());
  }

  @Test
  void askedForIterationsAreFixed() {
    Length length = new Length(2, 5, null, null);
    Plan plan = plan(new CampaignOptions(Selection.ANY, true, length), Topologies.of(4, 2), true);

    assertThat(plan.shape().adaptive()).isFalse();
    assertThat(plan.shape().measurementIterations()).isEqualTo(5);
    assertThat(plan.shape().blocks().measurement()).isEqualTo(5);
  }

  private static CampaignOptions asked(
      List<Integer> workers, List<Placement> placements, boolean pairs) {
    return new CampaignOptions(
        new Selection(
            List.of(Kernel.RANGE_ILP, Kernel.ARRAY_CHASE),
            List.of(ConcurrencyModel.GLOBAL_LOCK, ConcurrencyModel.VIRTUAL),
            workers,
            placements),
        pairs,
        40,
        Scaling.WEAK,
        null,
        new Length(null, null, null, null),
        250);
  }

  @Test
  void everyCoreOfEachKernelAndParallelModelIsPaired() {
    Plan plan = plan(asked(List.of(), List.of(), true), Topologies.of(2, 2), true);

    assertThat(plan.pairs())
        .extracting(CorePair::label)
        .containsExactly(
            "range-ilp virtual pair 0+2",
            "range-ilp virtual pair 1+3",
            "array-chase virtual pair 0+2",
            "array-chase virtual pair 1+3");
    assertThat(plan.shape().blocks().windowMs()).isEqualTo(40);
    assertThat(plan(asked(List.of(), List.of(), false), Topologies.of(2, 2), true).pairs())
        .isEmpty();
  }

  @Test
  void whereNothingCanBePinnedPairsAndPlacementsAreLeftOutWithTheReason() {
    CampaignOptions options = asked(List.of(2), List.of(Placement.OS, Placement.SIBLINGS), true);
    Plan plan = plan(options, Topologies.of(2, 2), false);

    assertThat(plan.pairs()).isEmpty();
    assertThat(plan.configurations()).allMatch(c -> c.placement() == Placement.OS);
    assertThat(plan.leftOut())
        .allMatch(out -> out.reason().equals("this platform cannot pin threads"))
        .extracting(Plan.LeftOut::label)
        .containsExactly(
            "range-ilp global-lock ×2 siblings", "range-ilp virtual ×2 siblings",
            "array-chase global-lock ×2 siblings", "array-chase virtual ×2 siblings",
            "range-ilp virtual siblings of 2 cores", "array-chase virtual siblings of 2 cores");
  }

  private static Plan plan(CampaignOptions options, Topology topology, boolean canPin) {
    return Planner.plan(
        options, Machines.machine(topology), Duration.ofDays(1), Machines.limits(canPin));
  }

  @Test
  void whatTheUserNamedIsNeverLeftOut() {
    CampaignOptions options =
        options(
            List.of(Kernel.RANGE_DOUBLE, Kernel.RANGE),
            List.of(ConcurrencyModel.GLOBAL_LOCK, ConcurrencyModel.PROCESS),
            List.of(300, 1, 300),
            null,
            Duration.ofSeconds(30));

    Plan plan = plan(options, Topologies.of(2, 2), true);

    assertThat(plan.leftOut()).isEmpty();
    assertThat(plan.configurations())
        .extracting(Configuration::label)
        .containsExactly(
            "range-double global-lock ×1", "range-double global-lock ×300",
            "range-double process ×1", "range-double process ×300",
            "range global-lock ×1", "range global-lock ×300",
            "range process ×1", "range process ×300");
  }
}
