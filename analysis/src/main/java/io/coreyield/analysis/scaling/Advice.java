package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.Kernel;

/**
 * How many workers to start for one kind of code.
 *
 * @param kernel the kind of code, by what binds it
 * @param workers how many
 * @param reason why, in words, without a full stop
 */
public record Advice(Kernel kernel, int workers, String reason) {

  /** In a sentence without its full stop. */
  public String sentence() {
    return "for code bound by %s start %s: %s"
        .formatted(kernel.boundBy(), Phrases.count(workers, "worker"), reason);
  }
}
