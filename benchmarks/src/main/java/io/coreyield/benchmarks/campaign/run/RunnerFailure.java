package io.coreyield.benchmarks.campaign.run;

import java.util.Arrays;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** What JMH's exceptions say, in one line. */
public final class RunnerFailure {

  private RunnerFailure() {}

  /** The message of the deepest cause, which is that of the fork if it sent one. */
  public static String sentence(RunnerException failure) {
    Throwable deepest = deepest(failure);
    String message = deepest.getMessage();
    String sentence = message == null ? deepest.getClass().getSimpleName() : message;
    return sentence.lines().findFirst().orElse(sentence).replaceFirst("^ERROR: ", "").strip();
  }

  /** JMH passes what the fork threw as suppressed exceptions. */
  private static Throwable deepest(Throwable throwable) {
    return Stream.concat(
            Stream.ofNullable(throwable.getCause()), Arrays.stream(throwable.getSuppressed()))
        .findFirst()
        .map(RunnerFailure::deepest)
        .orElse(throwable);
  }
}
