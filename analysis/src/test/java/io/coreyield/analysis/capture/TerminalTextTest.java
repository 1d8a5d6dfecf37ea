package io.coreyield.analysis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {

  @Test
  void coloursGo() {
    assertThat(TerminalText.shown("\u001b[0;34m 98 \u001b[1;31m2\u001b[0;0m\r")).isEqualTo(" 98 2");
    assertThat(TerminalText.shown("\u001b]0;a title\u0007x\u001b(By\u0007")).isEqualTo("xy");
  }

  @Test
  void theLastTextStays() {
    assertThat(TerminalText.shown("one\rtwo")).isEqualTo("two");
    assertThat(TerminalText.shown("\u001b7one\u001b8two\r")).isEqualTo("two");
    assertThat(TerminalText.shown("\u001b[sone\u001b[utwo")).isEqualTo("two");
    assertThat(TerminalText.shown("one\u001b[2K\u001b[0Gtwo")).isEqualTo("two");
  }

  @Test
  void aSequenceThatIsCutOffEndsTheLine() {
    assertThat(TerminalText.shown("x\u001b")).isEqualTo("x");
    assertThat(TerminalText.shown("x\u001b[12;3")).isEqualTo("x");
    assertThat(TerminalText.shown("x\u001b]0;never")).isEqualTo("x");
  }
}
