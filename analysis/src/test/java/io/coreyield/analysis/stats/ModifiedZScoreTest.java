package io.coreyield.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ModifiedZScoreTest {

  /** R 4: {@code x <- c(1, 2, 3, 4, 100); 0.6745 * (x - median(x)) / mad(x, constant = 1)}. */
  @Test
  void agreesWithR() {
    ModifiedZScore scores = ModifiedZScore.of(1, 2, 3, 4, 100);
    assertThat(scores.median()).isEqualTo(3);
    assertThat(scores.mad()).isEqualTo(1);
    assertThat(scores.score(100)).isCloseTo(65.4265, within(1e-9));
    assertThat(scores.score(1)).isCloseTo(-1.349, within(1e-9));
    assertThat(scores.isOutlier(100)).isTrue();
    assertThat(scores.isOutlier(1)).isFalse();
  }

  @Test
  void whereHalfAreEqualAnyOtherLiesApart() {
    ModifiedZScore scores = ModifiedZScore.of(2, 2, 2, 2.1);
    assertThat(scores.isOutlier(2)).isFalse();
    assertThat(scores.isOutlier(2.1)).isTrue();
  }

  @Test
  void needsFiniteValues() {
    assertThatIllegalArgumentException().isThrownBy(ModifiedZScore::of);
    assertThatIllegalArgumentException().isThrownBy(() -> ModifiedZScore.of(1, Double.NaN));
  }
}
