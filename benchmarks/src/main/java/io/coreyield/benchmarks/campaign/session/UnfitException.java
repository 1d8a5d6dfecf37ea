package io.coreyield.benchmarks.campaign.session;

import java.io.Serial;

/** The machine is not fit to measure, and the user wants it to be; the message says why. */
public final class UnfitException extends UnusableException {
  @Serial private static final long serialVersionUID = 1L;

  /** With one sentence for the user. */
  public UnfitException(String message) {
    super(message);
  }
}
