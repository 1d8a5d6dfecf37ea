package io.coreyield.analysis.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaveatsTest {

  @Test
  void aClockThatFallsWithAllCoresIsSaidWithItsRemedy() {
    List<String> notes = Caveats.of(List.of(), List.of(), List.of(), Estimate.of(0.9, 0.89, 0.91));

    assertThat(notes)
        .singleElement()
        .asString()
        .startsWith("with all cores at work each runs at 0.90× [0.89, 0.91] the clock of one alone")
        .contains("fix the clock");
    assertThat(Caveats.of(List.of(), List.of(), List.of(), Estimate.of(0.98, 0.96, 1.0))).isEmpty();
  }
}
