package io.coreyield.analysis.model.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state that the machine was in before anything was measured.
 *
 * @param governors the frequency governors of the usable logical CPUs; empty where none is shown
 * @param energyPreferences whether those shall save energy or be fast; empty where it is not shown
 * @param frequencyDriver the kernel's driver of the clock: {@code intel_pstate}; null where none is
 *     shown
 * @param boost whether the clock may rise above its nominal one; null where unknown
 * @param onBattery whether a battery is all that feeds the machine; null where no supply is shown
 * @param coreTemperature how hot the processor was; null where no sensor is shown
 * @param thermalThrottleCount how often heat slowed the usable logical CPUs since the boot; null
 *     where unknown
 * @param pressure how long tasks waited for a CPU; null where unknown
 * @param backgroundLoad what else ran; null where it was not probed
 * @param loadUnavailable why the load of the logical CPUs is not available; null where it is
 * @param microcode the revision of the processor's microcode, as the kernel writes it: {@code
 *     0xa601209}; null where unknown
 */
public record Conditions(
    List<CpuSetting> governors,
    List<CpuSetting> energyPreferences,
    @Nullable String frequencyDriver,
    @Nullable Boolean boost,
    @Nullable Boolean onBattery,
    @Nullable CoreTemperature coreTemperature,
    @Nullable Long thermalThrottleCount,
    @Nullable CpuPressure pressure,
    @Nullable BackgroundLoad backgroundLoad,
    @Nullable String loadUnavailable,
    @Nullable String microcode) {

  public static final Conditions UNKNOWN =
      new Conditions(List.of(), List.of(), null, null, null, null, null, null, null, null, null);

  public Conditions {
    governors = List.copyOf(governors);
    energyPreferences = List.copyOf(energyPreferences);
  }
}
