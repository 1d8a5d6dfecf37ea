package io.coreyield.benchmarks.campaign.run;

import java.util.Arrays;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** What JMH's exceptions say, in one line. */
public final class RunnerFailure {

  private RunnerFailure() {}

  /** The message of the deepest cause: what went wrong in the fork, if it could tell. */
  public static String sentence(RunnerException failure) {
    Throwable deepest = deepest(failure);
    String message = deepest.getMessage();
    String sentence = message == null ? deepest.getClass().getSimpleName() : message;
    return sentence.lines().findFirst().orElse(sentence).replaceFirst("^ERROR: ", "").strip();
  }

  /** JMH hands what the fork threw on as suppressed exceptions. */
  private static Throwable deepest(Throwable throwable) {
    return Stream.concat(
            Stream.ofNullable(throwable.getCause()), Arrays.stream(throwable.getSuppressed()))
        .findFirst()
        .map(RunnerFailure::deepest)
        .orElse(throwable);
  }
}
