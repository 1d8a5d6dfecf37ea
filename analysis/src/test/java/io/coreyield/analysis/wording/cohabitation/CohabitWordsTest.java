package io.coreyield.analysis.wording.cohabitation;

import static io.coreyield.analysis.model.plan.Kernel.ARRAY_CACHE;
import static io.coreyield.analysis.model.plan.Kernel.ARRAY_STREAM;
import static io.coreyield.analysis.model.plan.Kernel.RANGE_ILP;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.cohabitation.Cohabitation;
import io.coreyield.analysis.findings.cohabitation.MadeUpMatrix;
import io.coreyield.analysis.model.machine.Topologies;
import io.coreyield.analysis.model.plan.Kernel;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohabitWordsTest {

  private static final List<Kernel> THREE = List.of(RANGE_ILP, ARRAY_STREAM, ARRAY_CACHE);

  private static Cohabitation matrix(int threadsPerCore, double[][] speeds) {
    return MadeUpMatrix.of(Topologies.of(4, threadsPerCore), THREE, speeds);
  }

  private static final double[][] UNLIKE = {{0.51, 0.9, 0.75}, {0.9, 0.5, 0.6}, {0.6, 0.33, 0.5}};

  @Test
  void theSentenceNamesWhatToPairAndWhatNot() {
    assertThat(CohabitWords.sentence(matrix(2, UNLIKE)))
        .isEqualTo(
            "Pair code that fills the integer units with code that streams memory: 1.80× one thread;"
                + " never put code that streams memory beside code that works in its core's cache on"
                + " one core: 0.93×.");
  }

  @Test
  void whereNothingHarmsItNamesTheLeast() {
    double[][] kind = {{0.6, 0.9, 0.8}, {0.9, 0.7, 0.7}, {0.8, 0.7, 0.8}};

    assertThat(CohabitWords.sentence(matrix(2, kind)))
        .endsWith("; the least is two workers with range-ilp: 1.20×.");
  }

  @Test
  void whereNothingGainsItSaysSo() {
    double[][] turns = {{0.5, 0.5, 0.5}, {0.5, 0.5, 0.5}, {0.5, 0.5, 0.5}};

    assertThat(CohabitWords.sentence(matrix(2, turns)))
        .startsWith("No two kinds of code gain from sharing a core: at best ")
        .contains("1.00× one thread");
  }

  @Test
  void withoutSiblingsItSpeaksOfTwoCores() {
    assertThat(CohabitWords.sentence(matrix(1, UNLIKE)))
        .isEqualTo(
            "No core has siblings here; two kinds of code on two cores do 2.00× one thread.");
  }

  @Test
  void theOneThatSuffersMoreIsNamed() {
    assertThat(CohabitWords.asymmetries(matrix(2, UNLIKE)))
        .containsExactly(
            "Beside each other, array-cache keeps 33\u00a0% of its speed, and array-stream 60\u00a0%.",
            "Beside each other, array-cache keeps 60\u00a0% of its speed, and range-ilp 75\u00a0%.");
  }

  @Test
  void adviceNamesAPartnerAndWhatToAvoid() {
    assertThat(matrix(2, UNLIKE).partners().stream().map(CohabitWords::advice))
        .containsExactly(
            "Code that fills the integer units: share a core with array-stream (1.80×); the least is with more of it (1.02×).",
            "Code that streams memory: share a core with range-ilp (1.80×), never with array-cache (0.93×).",
            "Code that works in its core's cache: share a core with range-ilp (1.35×), never with array-stream (0.93×).");
  }
}
