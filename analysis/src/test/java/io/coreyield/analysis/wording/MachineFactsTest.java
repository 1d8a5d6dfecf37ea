package io.coreyield.analysis.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineFactsTest {

  /** All values that Linux gives, a number being POWER's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          on             | on
          off            | off (switched off by the kernel or user)
          forceoff       | off, and cannot be switched on before a reboot
          notsupported   | not supported by this processor
          notimplemented | cannot be switched by this kernel
          4              | partly on (4 threads of each core)
          1              | partly on (1 thread of each core)
          new            | '''new'''
          """)
  void theSwitchForSmt(String control, String words) {
    assertThat(MachineFacts.smt(control)).isEqualTo(words);
  }

  @Test
  void withoutASwitchNothingIsSaid() {
    assertThat(MachineFacts.smt(null)).isNull();
  }
}
