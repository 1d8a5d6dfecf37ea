package io.coreyield.benchmarks.concurrency;

import java.util.Set;
import java.util.stream.Collectors;

/** The processes that this one started since a moment. */
final class Children {

  private final Set<ProcessHandle> before = all();

  private static Set<ProcessHandle> all() {
    return ProcessHandle.current().descendants().collect(Collectors.toSet());
  }

  Set<ProcessHandle> started() {
    Set<ProcessHandle> started = all();
    started.removeAll(before);
    return started;
  }

  ProcessHandle kill() {
    ProcessHandle victim = started().iterator().next();
    victim.destroyForcibly();
    victim.onExit().join();
    return victim;
  }
}
