package io.coreyield.benchmarks.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadBarTest {

  @Test
  void withoutSiblingsNothingStandsBetween() {
    assertThat(new LoadBar(List.of(List.of(0.0), List.of(1.0), List.of(0.5)), false).within(3))
        .isEqualTo("▁█▅");
  }

  @Test
  void whatHasNoRoomIsToldOfCoresAndThenOfSeveral() {
    List<List<Double>> cores =
        IntStream.range(0, 128).mapToObj(core -> List.of(core < 64 ? 1.0 : 0.0, 0.0)).toList();
    LoadBar bar = new LoadBar(cores, true);
    assertThat(bar.within(400)).hasSize(128 * 3 - 1).startsWith("@. @. ").endsWith(" ..");
    assertThat(bar.within(128)).isEqualTo("+".repeat(64) + ".".repeat(64));
    assertThat(bar.within(8)).isEqualTo("++++....");
    assertThat(bar.within(2)).isEqualTo("+.");
    assertThat(bar.within(1)).isEmpty();
    assertThat(bar.within(-5)).isEmpty();
  }

  @Test
  void whatIsNotKnownIsNotIdle() {
    List<Double> one = List.of(0.0, Double.NaN);
    List<Double> none = List.of(Double.NaN, Double.NaN);
    assertThat(new LoadBar(List.of(one, none), false).within(9)).isEqualTo("▁? ??");
    assertThat(new LoadBar(List.of(one, none), true).within(2)).isEqualTo(".?");
  }

  @Test
  void sharesBeyondTheWholeAreTheWhole() {
    LoadBar bar = new LoadBar(Collections.nCopies(2, List.of(1.7, -0.2)), false);
    assertThat(bar.within(9)).isEqualTo("█▁ █▁");
  }
}
