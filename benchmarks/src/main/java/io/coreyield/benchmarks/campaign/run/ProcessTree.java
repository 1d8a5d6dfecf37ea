package io.coreyield.benchmarks.campaign.run;

/** The processes that this one has started. */
final class ProcessTree {

  private ProcessTree() {}

  /** Ends all of them at once, and theirs. */
  static void kill() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }
}
