package io.coreyield.analysis.findings.trust;

import java.util.List;

/**
 * The checks of the measurement itself.
 *
 * @param found of the machine, each with its weight
 * @param ledger the iterations that count, with what disturbed them
 * @param forkStates whether each fork reached a steady state
 */
public record Quality(
    List<Trust> found, AaControl control, Ledger ledger, List<ForkState> forkStates) {

  /** Of a run in which CoreYield measured nothing. */
  public static final Quality NONE =
      new Quality(List.of(), AaControl.NONE, new Ledger(List.of()), List.of());
}
