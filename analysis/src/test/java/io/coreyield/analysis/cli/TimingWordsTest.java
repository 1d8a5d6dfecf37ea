package io.coreyield.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.model.trial.Captured.Timing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimingWordsTest {

  /** Words that end with a semicolon each, as values may have spaces. */
  private static TimingWords of(String words) {
    List<TimingWords.Word> list = new ArrayList<>();
    for (String word : words.split("; ?", -1)) {
      String[] parts = word.split(" ", 2);
      list.add(new TimingWords.Word(parts[0], parts[1]));
    }
    return TimingWords.of(list);
  }

  @Test
  void whatIsNotGivenAgainStays() {
    TimingWords read =
        of(
            "--what a file; --timing 5.866,5.792,0.024; --workers 1; --elements 2^28; --what python;"
                + " --timing 6.236, 12.172, 0.028; --workers 2");
    assertThat(read.labels()).containsExactly("a file");
    assertThat(read.timings())
        .containsExactly(
            new Timing("python", 1, 1L << 28, 5.866, 5.792, 0.024),
            new Timing("python", 2, 1L << 28, 6.236, 12.172, 0.028));
  }

  @Test
  void workersBelongToOneTiming() {
    assertThatThrownBy(() -> of("--timing 1,1,0; --workers 1; --elements 9; --timing 2,2,0"))
        .hasMessageContaining("lacks its --workers");
    assertThatThrownBy(() -> of("--timing 1,1,0; --workers 1"))
        .hasMessageContaining("lacks its --elements");
    assertThatThrownBy(() -> of("--elements 9"))
        .hasMessage("--elements 9 belongs to no --timing: give the --timing before it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2",
        "a,1,1",
        "-1,1,1",
        "NaN,1,1",
        "1e308,1,1",
        "0,1,1",
        "1,99999999999,0",
        "1,1,1,1"
      })
  void timesThatAreNone(String times) {
    assertThatThrownBy(() -> of("--timing " + times)).hasMessageStartingWith("--timing " + times);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "2^99", "1e9", "99999999999999999999", "2^", "x"})
  void elementsThatAreNone(String elements) {
    assertThatThrownBy(() -> of("--timing 1,1,0; --workers 1; --elements " + elements))
        .hasMessageStartingWith("--elements " + elements + ": give a whole number from 1");
  }
}
