package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.Environment;
import io.coreyield.analysis.model.LogicalCpu;
import io.coreyield.analysis.model.Machine;
import io.coreyield.analysis.model.Topology;
import io.coreyield.analysis.model.Warning;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of fitness, on machines that do not exist. */
class FitnessTest {

  private static Machine machine(int cpus, int usable, @Nullable String virtualization) {
    List<LogicalCpu> all =
        IntStream.range(0, cpus)
            .mapToObj(id -> new LogicalCpu(id, id, 0, 0, 0, id < usable))
            .toList();
    return new Machine("CPU", "Vendor", null, new Topology(all), List.of(), 1, virtualization);
  }

  private static Environment environment(
      @Nullable String quota, @Nullable String governor, @Nullable Double load) {
    return new Environment(
        null, "os", "6", "amd64", "25", "vm", "1", "java", List.of(), 4, 4, "0-1", quota, null,
        null, governor, load);
  }

  private static List<String> codes(Machine machine, Environment environment) {
    return Fitness.check(machine, environment).stream().map(Warning::code).toList();
  }

  @Test
  void aQuietWholeMachineHasNoWarning() {
    assertThat(codes(machine(4, 4, null), environment(null, "performance", 1.0))).isEmpty();
    assertThat(codes(machine(4, 4, null), environment(null, null, null))).isEmpty();
  }

  @Test
  void everyReasonIsNamedOnce() {
    assertThat(codes(machine(4, 2, "KVM"), environment("100000 100000", "powersave", 9.0)))
        .containsExactly("load-high", "unfit-quota", "governor", "virtual-machine", "affinity");
  }

  @Test
  void loadCountsAgainstTheUsableCpus() {
    assertThat(codes(machine(4, 4, null), environment(null, null, 1.01)))
        .containsExactly("load-high");
    assertThat(codes(machine(8, 8, null), environment(null, null, 1.01))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"100000 100000, true", "399999 100000, true", "400000 100000, false"})
  void aQuotaBelowTheCpusMakesUnfit(String quota, boolean isUnfit) {
    List<Warning> warnings = Fitness.check(machine(4, 4, null), environment(quota, null, null));

    assertThat(warnings.stream().anyMatch(Fitness::makesUnfit)).isEqualTo(isUnfit);
  }

  @Test
  void everyWarningHasItsFiguresAndARemedy() {
    List<Warning> warnings =
        Fitness.check(machine(4, 2, "KVM"), environment("150000 100000", "powersave", 9.0));

    assertThat(warnings)
        .extracting(Warning::message)
        .containsExactly(
            "the load average was 9.00 on 2 logical CPUs before anything was measured",
            "a CPU quota of 1.50 CPUs holds back 2 logical CPUs",
            "the frequency governor is 'powersave': the clock may follow the load",
            "runs under KVM: neighbours can take CPU time, and siblings may be hidden",
            "this process may use 2 of 4 logical CPUs (0-1)");
    assertThat(warnings).allMatch(warning -> !warning.remedy().isBlank());
  }
}
