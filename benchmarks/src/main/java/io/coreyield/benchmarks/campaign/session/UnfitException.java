package io.coreyield.benchmarks.campaign.session;

import io.coreyield.analysis.model.machine.Warning;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** The machine is not fit to measure, and the user wants it to be; the message says why. */
public final class UnfitException extends UnusableException {
  @Serial private static final long serialVersionUID = 1L;

  private UnfitException(String message) {
    super(message);
  }

  /** Throws it if a finding makes the machine unfit. */
  static void throwIfUnfit(List<Warning> findings) throws UnfitException {
    String unfit =
        findings.stream()
            .filter(Warning::makesUnfit)
            .map(finding -> "%s (%s)".formatted(finding.message(), finding.remedy()))
            .collect(Collectors.joining("; "));
    if (!unfit.isEmpty()) {
      throw new UnfitException(
          "--strict: nothing was measured because this machine is not fit: " + unfit);
    }
  }
}
