package io.coreyield.benchmarks.machine.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of CPUs as Linux writes them. */
class CpuListTest {

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "'0', '0'",
    "'0 1', '0-1'",
    "'0 1 2 3 8', '0-3,8'",
    "'1 3 5', '1,3,5'",
    "'63 64 65 127 128 8191', '63-65,127-128,8191'"
  })
  void setBitsBecomeAList(String bits, String expected) {
    BitSet cpus = new BitSet();
    Stream.of(bits.split(" ", -1))
        .filter(bit -> !bit.isEmpty())
        .forEach(bit -> cpus.set(Integer.parseInt(bit)));

    assertThat(CpuList.format(cpus)).isEqualTo(expected);
    if (!expected.isEmpty()) {
      assertThat(CpuList.parse(expected)).contains(cpus);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "1,", "3-1", "-1", "0-8192", "0-99999", "999999", "1-2-3", "0 1"})
  void whatIsNoListIsNone(String text) {
    assertThat(CpuList.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "00000101, '0,8'",
    "'00000000,00000040,00000000,00000000', 70",
    "'0000,00000000,000000cc', '2-3,6-7'",
    "'ffffffff,FFFFFFFF', 0-63"
  })
  void masksOfOldKernels(String mask, String list) {
    assertThat(CpuList.parseMask(mask)).isEqualTo(CpuList.parse(list));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "g", "1,", "123456789", "0-3", "1 2"})
  void whatIsNoMaskIsNone(String text) {
    assertThat(CpuList.parseMask(text)).isEmpty();
  }

  @Test
  void aMaskOfMoreCpusThanAMachineHasIsNone() {
    assertThat(CpuList.parseMask("1" + ",00000000".repeat(256))).isEmpty();
    assertThat(CpuList.parseMask("80000000" + ",00000000".repeat(255)))
        .isEqualTo(CpuList.parse("8191"));
  }
}
