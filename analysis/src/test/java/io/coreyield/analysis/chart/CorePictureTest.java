package io.coreyield.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.SecondWorkers;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.DisturbedRuns;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorePictureTest {

  private static CorePicture of(int cores, int threads, double yield) {
    Run run =
        PairedRuns.run(
            SimulatedRuns.machine(cores, threads), Map.of(Kernel.RANGE, yield), 0.0001, false);
    return CorePicture.of(MeasuredFindings.of(run));
  }

  @Test
  void aBoxIsAllThatACoreDoes() {
    CorePicture.Box half = CorePicture.Box.of(1, "as good as a core");
    assertThat(half.first()).isEqualTo(0.5);
    assertThat(half.second()).isEqualTo(0.5);
    CorePicture.Box full = CorePicture.Box.of(0, "nothing");
    assertThat(full.first()).isEqualTo(1);
    assertThat(full.second()).isZero();
    CorePicture.Box worse = CorePicture.Box.of(-0.12, "harmful");
    assertThat(worse.first()).isEqualTo(1);
    assertThat(worse.lost()).isEqualTo(0.12);
  }

  @Test
  void everyCoreHasABoxAndManyCoresHaveOnePerPackage() {
    CorePicture four = of(4, 2, 0.25);
    assertThat(four.kinds().getFirst().boxes())
        .hasSize(4)
        .allSatisfy(box -> assertThat(box.first()).isCloseTo(0.8, within(0.01)));
    assertThat(four.kinds().getFirst().worth()).isEqualTo("+25.0\u00a0%");
    assertThat(four.grouping()).isEqualTo(CorePicture.Grouping.CORE);
    CorePicture large = of(32, 2, 0.25);
    assertThat(large.grouping()).isEqualTo(CorePicture.Grouping.NUMA_NODE);
    assertThat(large.kinds().getFirst().boxes())
        .extracting(CorePicture.Box::name)
        .containsExactly("32 cores: " + large.kinds().getFirst().worth().substring(1));
  }

  @Test
  void wholeCoresAreFull() {
    CorePicture picture = of(2, 1, 0.25);
    assertThat(picture.kinds().getFirst().worth()).isEqualTo("1.99×");
    assertThat(picture.kinds().getFirst().boxes())
        .allSatisfy(box -> assertThat(box.first()).isCloseTo(0.995, within(0.002)));
  }

  @Test
  void withoutAnAnswerItIsPale() {
    assertThat(CorePicture.of(MeasuredFindings.of(DisturbedRuns.run(0.877))).kinds())
        .noneMatch(CorePicture.Kind::isAnswer);
  }

  @Test
  void zonesReachFromTheFloorToTheCeiling() {
    SecondWorkers workers = SecondWorkers.of(MeasuredFindings.of(PairedRuns.full()));
    GainScale scale = GainScale.of(workers);
    SecondWorkers.One one = workers.all().getFirst();
    double floor = one.controls().floor().value();
    double ceiling = one.controls().ceiling().value();
    double margin = Category.MARGIN * (ceiling - floor);
    assertThat(scale.zones(one))
        .extracting(GainScale.Zone::means)
        .containsExactly(
            Category.HARMFUL, Category.NOTHING, Category.SOMETHING, Category.AS_GOOD_AS_A_CORE);
    assertThat(scale.zones(one).get(1).to())
        .isCloseTo(scale.axis().fraction(floor + margin), within(1e-9));
    assertThat(scale.zones(one).getLast().to())
        .isCloseTo(scale.axis().fraction(ceiling), within(1e-9));
    assertThat(scale.text(0.81)).isEqualTo("81.0\u00a0%");
    assertThat(new GainScale(true, scale.axis()).text(0.81)).isEqualTo("1.81×");
  }
}
