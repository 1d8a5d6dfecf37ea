package io.coreyield.benchmarks.campaign.run;

import io.coreyield.benchmarks.concurrency.WorkerFailedException;
import io.coreyield.benchmarks.machine.libc.StderrSilencer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.util.Utils;

/** JMH 1.37 without its noise. */
public final class Jmh {

  private static final AtomicBoolean QUIET = new AtomicBoolean();

  private Jmh() {}

  /** Any class with a field, for JMH to ask the layout of. */
  static final class Anything {
    int field;
  }

  /**
   * Makes JMH use {@code sun.misc.Unsafe} with stderr silenced, the first time that it is called:
   * JDK 24+ prints four lines at the first use, and a jar cannot set the flag against them.
   */
  public static void silence() {
    if (QUIET.compareAndSet(false, true)) {
      StderrSilencer.shutWhile(() -> Utils.getOffset(Anything.class, "field"));
    }
  }

  /** The first line of what our code said, or else of the deepest cause's message. */
  public static String reason(RunnerException failure) {
    Throwable deepest = deepest(failure);
    String message = deepest.getMessage();
    String sentence = message == null ? deepest.getClass().getSimpleName() : message;
    return sentence.lines().findFirst().orElse(sentence).replaceFirst("^ERROR: ", "").strip();
  }

  /** JMH passes what the fork threw as suppressed exceptions. */
  private static Throwable deepest(Throwable throwable) {
    if (throwable instanceof WorkerFailedException) {
      // Its cause is that a pipe ended, which says nothing.
      return throwable;
    }
    return Stream.concat(
            Stream.ofNullable(throwable.getCause()), Arrays.stream(throwable.getSuppressed()))
        .findFirst()
        .map(Jmh::deepest)
        .orElse(throwable);
  }
}
