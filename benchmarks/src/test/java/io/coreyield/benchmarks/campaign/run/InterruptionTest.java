package io.coreyield.benchmarks.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptionTest {

  private final List<Integer> said = new ArrayList<>();

  private Interruption telling() {
    Interruption interruption = new Interruption();
    interruption.tell(said::add);
    return interruption;
  }

  /** On a busy machine it may not come to that by itself. */
  @Test
  void whatIsKeptIsSaidWhenTheTimeIsOver() {
    try (Interruption interruption = telling()) {
      interruption.has(2);
      interruption.has(3);
      interruption.isOver();
      assertThat(said).containsExactly(3);
    }
  }

  @Test
  void itIsSaidOnce() {
    try (Interruption interruption = telling()) {
      interruption.has(2);
      interruption.keeps(2);
      interruption.isOver();
      assertThat(said).containsExactly(2);
    }
  }

  @Test
  void nothingIsSaidOfWhatIsNoRun() {
    try (Interruption interruption = telling()) {
      interruption.isOver();
      assertThat(said).isEmpty();
    }
  }
}
