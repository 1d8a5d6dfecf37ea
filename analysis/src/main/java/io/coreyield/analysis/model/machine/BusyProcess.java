package io.coreyield.analysis.model.machine;

import java.util.Locale;

/**
 * Another process that used CPU time.
 *
 * @param pid the operating system's number
 * @param name of its program, without arguments
 * @param cpus how many logical CPUs' time it took
 */
public record BusyProcess(long pid, String name, double cpus) {

  public String label() {
    return String.format(Locale.ROOT, "%s (process %d, %.2f CPUs)", name, pid, cpus);
  }
}
