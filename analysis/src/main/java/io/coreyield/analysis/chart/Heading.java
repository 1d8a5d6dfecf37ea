package io.coreyield.analysis.chart;

import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.RunInfo;

/**
 * What is written above a chart in a file.
 *
 * @param origin that nothing was measured here; empty of a real machine. Printed figures say it too
 * @param title what is shown
 * @param subtitle of what machine
 */
public record Heading(String origin, String title, String subtitle) {

  /** Of a run. */
  public static Heading of(String title, RunInfo info) {
    return info.origin() instanceof Measured
        ? of(title, info.machine(), info.simulated())
        : new Heading("Captured by another tool", title, info.machine().cpu());
  }

  /** Of a machine. */
  public static Heading of(String title, Machine machine, boolean simulated) {
    return new Heading(
        simulated ? "Simulated, nothing was measured" : "",
        title,
        machine.cpu() + " · " + machine.topology().summary());
  }

  /** Origin and title. */
  public String line() {
    return origin.isEmpty() ? title : origin + ": " + title;
  }
}
