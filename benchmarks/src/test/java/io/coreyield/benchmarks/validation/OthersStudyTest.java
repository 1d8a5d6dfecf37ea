package io.coreyield.benchmarks.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Of one run on a machine that exists: {@code docs/validation} has it, and the script for R. */
class OthersStudyTest {

  private static final List<OthersStudy.Compared> ROWS = new OthersStudy().rows();

  private static OthersStudy.Compared row(String figure, String by) {
    return ROWS.stream()
        .filter(row -> row.figure().startsWith(figure) && row.by().contains(by))
        .findFirst()
        .orElseThrow();
  }

  private static void same(OthersStudy.Compared row, double share) {
    for (ToDoubleFunction<Estimate> part :
        List.<ToDoubleFunction<Estimate>>of(Estimate::value, Estimate::low, Estimate::high)) {
      double theirs = part.applyAsDouble(row.theirs());
      Offset<Double> near = within(Math.abs(row.theirs().value()) * share);
      if (!Double.isNaN(theirs)) {
        assertThat(part.applyAsDouble(row.ours())).as(row.figure()).isCloseTo(theirs, near);
      }
    }
  }

  /** All but ten digits are cut off by R's output. */
  @Test
  void whatRDoesAlikeIsAlike() {
    same(row("10⁹ elements/s, workers: 1", "t.test"), 1e-9);
    same(row("10⁹ elements/s, workers: 2", "t.test"), 1e-9);
    same(row("speed-up within rounds", "t.test"), 1e-9);
    same(row("Spearman", "cor"), 1e-9);
    same(row("standard deviation between forks", "lme"), 1e-6);
    same(row("standard deviation within forks", "lme"), 1e-6);
    // Fieller's interval is that of the inverted test.
    same(row("speed-up as of independent arms", "Welch"), 1e-4);
  }

  @Test
  void theBootstrapIsWiderThanItsPercentiles() {
    OthersStudy.Compared row = row("mean by bootstrap", "boot.ci");
    assertThat(row.ours().halfWidth() / row.theirs().halfWidth()).isBetween(1.1, 1.35);
  }

  /** The mean is the same; the interval of pooled iterations is half as wide. */
  @Test
  void jmhPoolsIterations() {
    OthersStudy.Compared row = row("ms per operation, workers: 1", "95");
    assertThat(row.ours().value()).isCloseTo(row.theirs().value(), within(1e-9));
    assertThat(row.theirs().halfWidth()).isLessThan(0.6 * row.ours().halfWidth());
  }
}
