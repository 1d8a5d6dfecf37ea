package io.coreyield.analysis.report.methods;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.wording.DoubtWords;
import io.coreyield.analysis.wording.MachineFacts;
import io.coreyield.analysis.wording.Quantities;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The machine, and what the run ran under.
 *
 * @param smt the kernel's switch for SMT in words; null where there is none
 * @param jvmArguments of the forks, empty where there were none
 * @param trust in the answer
 * @param doubts what was found of the machine that lowers trust, empty where nothing was
 */
public record MachineView(
    boolean simulated,
    Machine machine,
    Environment environment,
    String memory,
    @Nullable String smt,
    String jvmArguments,
    Trust.Level trust,
    List<String> doubts) {

  static MachineView of(MeasuredFindings findings) {
    RunInfo info = findings.run().info();
    return new MachineView(
        info.simulated(),
        info.machine(),
        info.environment(),
        Quantities.bytes(info.machine().memoryBytes()),
        MachineFacts.smt(info.environment().smtControl()),
        String.join(" ", info.environment().jvm().arguments()),
        findings.trust().level(),
        DoubtWords.reasons(findings.quality().found()));
  }
}
