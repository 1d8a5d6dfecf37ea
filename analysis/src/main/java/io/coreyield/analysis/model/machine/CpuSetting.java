package io.coreyield.analysis.model.machine;

/**
 * What the kernel is set to on some logical CPUs.
 *
 * @param cpus which, as a list: {@code 0-3,8}
 * @param value the setting, as the kernel names it: {@code performance}
 */
public record CpuSetting(String cpus, String value) {}
