package io.coreyield.benchmarks.campaign.session;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.benchmarks.machine.FitnessCheck;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Refuses unfit machines.
 *
 * @param strict whether an unfit machine is refused; otherwise it is only warned about
 */
record FitnessGate(boolean strict) {

  /**
   * The fitness warnings.
   *
   * @throws UnfitException if that makes the machine unfit, and it must be fit
   */
  List<Warning> check(Machine machine, Environment environment) throws UnfitException {
    return admit(FitnessCheck.check(machine, environment));
  }

  List<Warning> admit(List<Warning> findings) throws UnfitException {
    String unfit =
        findings.stream()
            .filter(Warning::makesUnfit)
            .map(finding -> "%s (%s)".formatted(finding.message(), finding.remedy()))
            .collect(Collectors.joining("; "));
    if (strict && !unfit.isEmpty()) {
      throw new UnfitException(
          "--strict: nothing was measured because this machine is not fit: " + unfit);
    }
    return findings;
  }
}
