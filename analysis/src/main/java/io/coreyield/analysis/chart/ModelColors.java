package io.coreyield.analysis.chart;

import io.coreyield.analysis.model.plan.ConcurrencyModel;

/**
 * The colour of each concurrency model, the same in every figure and on the page: from the palette
 * of Okabe and Ito (2008), which colour-blind readers can tell apart.
 */
public final class ModelColors {

  private ModelColors() {}

  /** The model's colour as the web writes it: {@code #0072B2}. */
  public static String hex(ConcurrencyModel model) {
    return switch (model) {
      case PLATFORM -> "#0072B2";
      case VIRTUAL -> "#56B4E9";
      case FORK_JOIN -> "#009E73";
      case PROCESS -> "#CC79A7";
      case GLOBAL_LOCK -> "#D55E00";
    };
  }
}
