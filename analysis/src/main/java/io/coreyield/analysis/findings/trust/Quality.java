package io.coreyield.analysis.findings.trust;

import java.util.List;

/**
 * The checks of the measurement itself.
 *
 * @param ledger the iterations that count, with what disturbed them
 * @param forkStates whether each fork reached a steady state
 */
public record Quality(AaControl control, Ledger ledger, List<ForkState> forkStates) {

  /** Of a run in which CoreYield measured nothing. */
  public static final Quality NONE = new Quality(AaControl.NONE, new Ledger(List.of()), List.of());
}
