package io.coreyield.analysis.model.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {

  @Test
  void theValueMayHoldAnything() {
    assertThat(Label.of("slurm.job-id=a=b c, d")).isEqualTo(new Label("slurm.job-id", "a=b c, d"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "=b", "a=", "A=b", "1a=b", "a b=c", "a=b\nc", "a=\u001b[2J", "a=\u202eb"})
  void otherTextsAreRefused(String text) {
    assertThatThrownBy(() -> Label.of(text)).hasMessageStartingWith("give KEY=VALUE");
  }

  @Test
  void aCommandLineHasThoseAfterTheOption() {
    assertThat(
            Label.in(
                List.of(
                    "run",
                    "--label",
                    "a=1",
                    "--out",
                    "b=2",
                    "--label=c=3",
                    "--label",
                    "\u001b",
                    "--label")))
        .containsExactly(new Label("a", "1"), new Label("c", "3"));
  }
}
