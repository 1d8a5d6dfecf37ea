package io.coreyield.analysis.wording.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.ComparedRuns;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Reading;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.comparison.Setting;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompareHeadlineTest {

  private static final List<Kernel> KERNELS = Kernel.MAIN;
  private static final ComparedRun A = ComparedRuns.run("A", 1000, 0.2, 1e9);

  private static String headline(ComparedRun... runs) {
    String headline = CompareHeadline.of(Comparison.of(Arrays.asList(runs), null));
    assertThat(headline.split(" ", -1)).as(headline).hasSizeLessThanOrEqualTo(25);
    return headline.replace('\u00a0', ' ');
  }

  private static ComparedRun run(String name, double yield, double throughput) {
    return ComparedRuns.run(name, 1 + name.charAt(0) - 'A', yield, throughput);
  }

  /** One worker's throughput of some kernels, with a standard error of a hundredth. */
  private static ComparedRun kernels(String name, double... throughputs) {
    Map<Row, Reading> readings = new HashMap<>();
    for (int i = 0; i < throughputs.length; i++) {
      Row row = new Row(Kind.ONE_WORKER, KERNELS.get(i), ConcurrencyModel.PLATFORM, null);
      Setting setting = new Setting(1L << 26, Scaling.WEAK, Placement.OS, 1, null);
      readings.put(
          row,
          new Reading(
              ComparedRuns.figure(throughputs[i], 0.01 * throughputs[i]), setting, 13, false));
    }
    return ComparedRuns.run(name, name.charAt(0), readings);
  }

  @Test
  void twoRunsAreSpeedAndHyperthreads() {
    assertThat(headline(A, run("B", 0.2, 1.24e9)))
        .isEqualTo(
            "B is 24 % faster with one worker; a hyperthread adds the same (within 3.4 points).");
    assertThat(headline(A, run("B", 0.35, 0.8e9)))
        .isEqualTo("B is 20 % slower with one worker; a hyperthread adds 15 points more.");
    assertThat(headline(A, run("b", 0.125, 1e9)))
        .isEqualTo(
            "b is as fast (within 3.4 %) with one worker; a hyperthread adds 7.5 points less.");
  }

  @Test
  void theFirstRunIsTheBaseline() {
    assertThat(headline(run("B", 0.2, 2e9), A)).startsWith("A is 50 % slower with one worker; ");
  }

  @Test
  void severalKindsOfCodeAreARange() {
    ComparedRun base = kernels("A", 1e9, 1e9, 1e9);
    assertThat(headline(base, kernels("B", 1.24e9, 1.2e9, 1.3e9)))
        .isEqualTo("B is 20–30 % faster with one worker.");
    assertThat(headline(base, kernels("B", 1.24e9, 1e9, 1.3e9)))
        .isEqualTo("B is up to 30 % faster with one worker.");
    assertThat(headline(base, kernels("B", 1.24e9, 0.9e9, 1e9)))
        .isEqualTo("B is from 10 % slower to 24 % faster with one worker.");
    assertThat(headline(base, kernels("B", 0.7e9, 0.8e9, 1e9)))
        .isEqualTo("B is up to 30 % slower with one worker.");
  }

  @Test
  void whatIsNotClearIsNotCalledTheSame() {
    ComparedRun base = kernels("A", 1e9, 1e9, 1e9, 1e9, 1e9, 1e9);
    assertThat(headline(base, kernels("B", 1.03e9, 1e9, 1e9, 1e9, 1e9, 1e9)))
        .isEqualTo("B is neither clearly faster nor slower with one worker.");
  }

  @Test
  void severalRunsAreCounted() {
    assertThat(headline(A, run("B", 0.4, 1.24e9), run("C", 0.2, 1.5e9), run("D", 0.1, 0.8e9)))
        .isEqualTo(
            "With one worker, 2 of 3 are faster than A (C most, by 50 %), 1 slower;"
                + " a hyperthread adds more on 1, less on 1.");
    assertThat(headline(A, run("B", 0.2, 1e9), run("C", 0.2, 1e9)))
        .isEqualTo("With one worker, all are as fast as A; a hyperthread adds the same on all.");
    assertThat(headline(A, run("B", 0.2, 0.9e9), run("C", 0.2, 1e9)))
        .startsWith("With one worker, 1 of 2 are slower than A (B by 10 %); ");
  }

  @Test
  void whyNothingIsCompared() {
    assertThat(headline(A, ComparedRuns.simulated(run("S", 0.2, 1e9))))
        .isEqualTo("S cannot be compared with A: one machine is simulated, the other measured.");
    ComparedRun capture = ComparedRuns.capture("2017", 0.15);
    assertThat(headline(A, capture, capture))
        .isEqualTo(
            "No other run can be compared with A: what another tool captured has no interval.");
    assertThat(headline(A, ComparedRuns.run("N", 3, Map.of())))
        .isEqualTo("N cannot be compared with A: one of the two runs has no such figure.");
  }

  @Test
  void aThousandRunsAreOneSentence() {
    ComparedRun[] runs = new ComparedRun[1000];
    List<Double> speeds = List.of(1e9, 1.2e9, 0.8e9);
    for (int i = 0; i < runs.length; i++) {
      runs[i] = ComparedRuns.run("r" + i, i, 0.2, speeds.get(i % 3));
    }
    assertThat(headline(runs)).startsWith("With one worker, 333 of 999 are faster than r0 (r");
  }
}
