package io.coreyield.benchmarks.machine.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.Stream;
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
}
