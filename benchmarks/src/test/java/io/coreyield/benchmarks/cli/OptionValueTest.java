package io.coreyield.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.coreyield.benchmarks.load.CoreLoadProfiler;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as people type them. */
class OptionValueTest {

  @ParameterizedTest
  @CsvSource({
    "90s, 90", "1s, 1", "10m, 600", "1h, 3600",
    "1h30m, 5400", "1h0m5s, 3605", "2m90s, 210", "0h1m, 60"
  })
  void readsDurations(String text, long seconds) {
    assertThat(OptionValue.duration(text)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "10", "10 m", "-5m", "1.5h", "5m1h", "10M", "ten", "99999h", "1d", "٣m"})
  void refusesWhatIsNoDuration(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OptionValue.duration(text))
        .withMessage(
            "'%s' is not a duration: give hours, minutes and seconds as in 90s, 10m or 1h30m",
            text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "0h0m0s"})
  void refusesNoTimeAtAll(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OptionValue.duration(text))
        .withMessage("'%s' is zero: give more than 0s", text);
  }

  @ParameterizedTest
  @CsvSource({"2%, 0.02", "0.02, 0.02", "0.5%, 0.005", "100%, 1", "-3%, -0.03"})
  void readsPercentages(String text, double fraction) {
    assertThat(OptionValue.percentage(text).fraction()).isEqualTo(fraction);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "two", "2%%", "2 percent", "1,5%"})
  void refusesWhatIsNoPercentage(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OptionValue.percentage(text))
        .withMessage("'%s' is not a percentage: give one as in 2%% or 0.02", text);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "268435456, 268435456", "2^0, 1", "2^28, 268435456", "2^32, 4294967296"})
  void readsElements(String text, long count) {
    assertThat(OptionValue.elements(text).count()).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "many", "1e6", "2^", "^2", "3^2", "2^-1", "1.5", "99999999999999999999"})
  void refusesWhatIsNoWholeNumber(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OptionValue.elements(text))
        .withMessage("n = '%s': give a whole number up to 2^32, as in 268435456 or 2^28", text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0", "-1, -1", "4294967297, 4294967297",
    "2^33, 8589934592", "2^62, 4611686018427387904", "2^63, 9223372036854775807",
    "2^999, 9223372036854775807"
  })
  void refusesElementsWhoseSumOverflows(String text, long shown) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OptionValue.elements(text))
        .withMessage(
            "n = %d: give 1 to 4294967296 (2^32), beyond which the sum of 0 … n-1 overflows 64 bits",
            shown);
  }

  @ParameterizedTest
  @CsvSource({"coreload, ''", "coreload:cpus=all, :cpus=all", "coreload:cpus=none, :cpus=none"})
  void theProfilersShortNameBecomesItsClass(String given, String options) {
    String[] args = {"-f", "1", "-prof", given, "coreload"};

    String[] expanded = JmhCommand.expand(args);

    String profiler = CoreLoadProfiler.class.getName() + options;
    assertThat(expanded).containsExactly("-f", "1", "-prof", profiler, "coreload");
    assertThat(args).as("the caller's array").contains(given);
    assertThat(JmhCommand.namesCoreLoad(expanded)).isTrue();
    assertThat(JmhCommand.namesCoreLoad(args)).isFalse();
  }

  @Test
  void otherProfilersAreLeftAlone() {
    String[] args = {"-prof", "gc", "-prof", "coreloads", "-p", "coreload", "-prof"};

    assertThat(JmhCommand.expand(args)).isEqualTo(args);
    assertThat(JmhCommand.namesCoreLoad(args)).isFalse();
    assertThat(JmhCommand.expand(new String[0])).isEmpty();
  }
}
