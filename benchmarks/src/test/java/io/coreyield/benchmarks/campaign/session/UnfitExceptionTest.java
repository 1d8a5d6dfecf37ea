package io.coreyield.benchmarks.campaign.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.model.machine.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnfitExceptionTest {

  private static final Warning NOTE = new Warning("boost-on", "boost is on", "leave it");
  private static final List<Warning> UNFIT =
      List.of(
          Warning.unfit("battery", "runs on battery", "plug in"),
          Warning.unfit("hot", "at 99 °C", "let it cool"),
          NOTE);

  @Test
  void notesPass() throws Exception {
    UnfitException.throwIfUnfit(List.of(NOTE));
    UnfitException.throwIfUnfit(List.of());
  }

  @Test
  void oneSentenceHasEveryReasonWithItsRemedy() {
    assertThatThrownBy(() -> UnfitException.throwIfUnfit(UNFIT))
        .isInstanceOf(UnfitException.class)
        .hasMessage(
            "--strict: nothing was measured because this machine is not fit: runs on battery (plug"
                + " in); at 99 °C (let it cool)");
  }
}
