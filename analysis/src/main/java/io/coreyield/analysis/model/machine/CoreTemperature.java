package io.coreyield.analysis.model.machine;

import org.jspecify.annotations.Nullable;

/**
 * How hot the processor is: of all its sensors, the one that is nearest to its limit.
 *
 * @param celsius the temperature, °C
 * @param criticalCelsius at which the processor protects itself, °C; null where unknown
 */
public record CoreTemperature(double celsius, @Nullable Double criticalCelsius) {}
