package io.coreyield.benchmarks.campaign.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.model.machine.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitnessGateTest {

  private static final Warning NOTE = new Warning("boost-on", "boost is on", "leave it");
  private static final List<Warning> UNFIT =
      List.of(
          Warning.unfit("battery", "runs on battery", "plug in"),
          Warning.unfit("hot", "at 99 °C", "let it cool"),
          NOTE);

  @Test
  void withoutStrictEverythingPasses() throws Exception {
    assertThat(new FitnessGate(false).admit(UNFIT)).isEqualTo(UNFIT);
  }

  @Test
  void notesPass() throws Exception {
    assertThat(new FitnessGate(true).admit(List.of(NOTE))).containsExactly(NOTE);
    assertThat(new FitnessGate(true).admit(List.of())).isEmpty();
  }

  @Test
  void oneSentenceHasEveryReasonWithItsRemedy() {
    assertThatThrownBy(() -> new FitnessGate(true).admit(UNFIT))
        .isInstanceOf(UnfitException.class)
        .hasMessage(
            "--strict: nothing was measured because this machine is not fit: runs on battery (plug"
                + " in); at 99 °C (let it cool)");
  }
}
