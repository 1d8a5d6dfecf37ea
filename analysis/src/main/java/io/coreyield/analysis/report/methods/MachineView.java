package io.coreyield.analysis.report.methods;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.analysis.wording.Quantities;
import java.util.List;

/**
 * The machine, and what the run ran under.
 *
 * @param jvmArguments of the forks, empty where there were none
 * @param unfitReasons why the machine was not fit to measure, empty where it was
 */
public record MachineView(
    boolean simulated,
    Machine machine,
    Environment environment,
    String memory,
    String jvmArguments,
    List<String> unfitReasons) {

  static MachineView of(MeasuredFindings findings) {
    RunInfo info = findings.run().info();
    return new MachineView(
        info.simulated(),
        info.machine(),
        info.environment(),
        Quantities.bytes(info.machine().memoryBytes()),
        String.join(" ", info.environment().jvm().arguments()),
        AnswerWords.unfit(findings.answer().unfitReasons()));
  }
}
