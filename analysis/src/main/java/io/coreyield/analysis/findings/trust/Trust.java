package io.coreyield.analysis.findings.trust;

import io.coreyield.analysis.model.plan.NamedChoice;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far to trust a figure or an answer.
 *
 * @param doubt the one reason that counts most; null exactly where trust is high
 */
public record Trust(Level level, @Nullable Doubt doubt) {

  /** From best to worst. */
  public enum Level implements NamedChoice {
    HIGH,
    LIMITED,
    /** What was found could change the answer, or there is none. */
    NO_ANSWER
  }

  public static final Trust HIGH = new Trust(Level.HIGH, null);

  public Trust {
    if ((level == Level.HIGH) != (doubt == null)) {
      throw new IllegalArgumentException("trust is high, or there is a doubt");
    }
  }

  public static Trust limited(Doubt doubt) {
    return new Trust(Level.LIMITED, doubt);
  }

  public static Trust noAnswer(Doubt doubt) {
    return new Trust(Level.NO_ANSWER, doubt);
  }

  /** That of a figure which gives no answer by itself. */
  public static Trust noAnswer(String reason) {
    return noAnswer(new Doubt.Unanswered(reason));
  }

  /** The lowest of all, of equal ones the first; high of none. */
  public static Trust lowest(Collection<Trust> all) {
    return all.stream().reduce(HIGH, Trust::and);
  }

  /** The lower of both, of equal ones this. */
  public Trust and(Trust other) {
    return other.level.compareTo(level) > 0 ? other : this;
  }

  /** The doubt, if there is one. */
  public Optional<Doubt> reason() {
    return Optional.ofNullable(doubt);
  }

  public boolean isHigh() {
    return level == Level.HIGH;
  }

  public boolean isAnswer() {
    return level != Level.NO_ANSWER;
  }
}
