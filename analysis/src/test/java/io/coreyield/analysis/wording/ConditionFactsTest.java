package io.coreyield.analysis.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.machine.BackgroundLoad;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.CoreTemperature;
import io.coreyield.analysis.model.machine.CpuPressure;
import io.coreyield.analysis.model.machine.CpuSetting;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionFactsTest {

  @Test
  void whatIsNotToldIsNotShown() {
    assertThat(MachineFacts.conditions(Conditions.UNKNOWN)).isEmpty();
  }

  @Test
  void whatIsToldIsShownWithItsUnit() {
    Conditions conditions =
        new Conditions(
            List.of(new CpuSetting("0-3", "performance"), new CpuSetting("4-7", "powersave")),
            List.of(new CpuSetting("0-7", "balance_performance")),
            "intel_pstate",
            true,
            false,
            new CoreTemperature(61.4, 100.0),
            1L,
            new CpuPressure(3.4, 1.2),
            new BackgroundLoad(300, 0.125, 0.0, 0L, 2, List.of(), null),
            null,
            "0x2b000571");

    assertThat(MachineFacts.conditions(conditions))
        .containsExactly(
            new Fact("Governor", "performance (0-3), powersave (4-7)"),
            new Fact("Microcode", "0x2b000571"),
            new Fact("Driver of the clock", "intel_pstate"),
            new Fact("Energy preference", "balance_performance"),
            new Fact("Boost", "on"),
            new Fact("Power", "mains"),
            new Fact("Temperature", "61 °C, critical at 100 °C"),
            new Fact("Slowed by heat since the boot", "1 time"),
            new Fact(
                "Tasks waited for a CPU",
                "3\u00a0% of the 10 s before the start, 1\u00a0% of the minute"),
            new Fact("Other programs took", "0.13 logical CPUs"),
            new Fact("The hypervisor took", "0.00 logical CPUs"),
            new Fact("Other JVMs", "2"));
  }
}
