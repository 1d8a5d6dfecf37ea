package io.coreyield.benchmarks.campaign.session;

import java.io.Serial;

/** What the user asked for cannot be done; the message says why and what to do. */
public sealed class UnusableException extends Exception permits UnfitException {
  @Serial private static final long serialVersionUID = 1L;

  public UnusableException(String message) {
    super(message);
  }
}
