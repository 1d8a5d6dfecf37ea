package io.coreyield.benchmarks.machine;

/**
 * What a process has used.
 *
 * @param pid the operating system's number
 * @param parent that of the process that started it; 0 of none
 * @param name of its program, without arguments
 * @param cpuMs CPU time since it began, of all its threads
 */
record ProcessTimes(long pid, long parent, String name, long cpuMs) {

  /** Whether it is a JVM, by the name of its launcher. */
  boolean isJvm() {
    return name.matches("javaw?(\\.exe)?");
  }
}
