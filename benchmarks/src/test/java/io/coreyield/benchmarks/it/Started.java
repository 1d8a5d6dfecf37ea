package io.coreyield.benchmarks.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A process that may still run. */
record Started(Process process, Path outFile, Path errFile) {

  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final Pattern PROGRESS =
      Pattern.compile("(?m)left   round \\d+(?:   so far .*?)?   (.*)$");

  /** Waits for its end; one that does not end is killed, and fails the test. */
  Ended end() throws IOException, InterruptedException {
    if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("did not end within %s:%n%s".formatted(LONGEST, out()));
    }
    return new Ended(process.exitValue(), out(), Files.readString(errFile));
  }

  String out() throws IOException {
    return Files.readString(outFile);
  }

  /** The trials that it has announced, in their order. */
  List<String> announced() throws IOException {
    return PROGRESS
        .matcher(Files.readString(errFile))
        .results()
        .map((MatchResult line) -> line.group(1))
        .toList();
  }

  /** Waits until it has announced so many trials. */
  void awaitTrials(int count) throws IOException, InterruptedException {
    while (announced().size() < count) {
      requireAlive();
      Thread.sleep(20);
    }
  }

  /** Waits until something holds of the running process. */
  void await(BooleanSupplier condition) throws IOException, InterruptedException {
    while (!condition.getAsBoolean()) {
      requireAlive();
      Thread.sleep(20);
    }
  }

  private void requireAlive() throws IOException {
    if (!process.isAlive()) {
      throw new AssertionError(
          "ended by itself:%n%s%n%s".formatted(out(), Files.readString(errFile)));
    }
  }

  /** Sends a signal to this process alone, as {@code kill} does. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }
}
