package io.coreyield.benchmarks.load;

import java.io.Serializable;

/** What a fork and its host send each other, serialised at the edges of an iteration only. */
sealed interface LinkMessage extends Serializable {

  /** From the fork: an iteration is about to start. */
  record IterationStarts() implements LinkMessage {}

  /** From the fork: an iteration has just ended. */
  record IterationEnds() implements LinkMessage {}

  /** From the fork, after the end of an iteration: what it did. */
  record Report(IterationReport report) implements LinkMessage {}

  /** From the host: it has read the load, and the fork may go on. */
  record Seen() implements LinkMessage {}

  /** From the host: it refused the last message, for a reason in one sentence. */
  record Refused(String reason) implements LinkMessage {}
}
