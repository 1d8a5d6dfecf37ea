package io.coreyield.analysis.model.plan;

/** How N workers are made to run at once. */
public enum ConcurrencyModel implements NamedChoice {
  /** A pool of N platform threads. */
  PLATFORM("platform threads"),
  /** N virtual threads, started anew for every operation. */
  VIRTUAL("virtual threads"),
  /** A {@code ForkJoinPool} of parallelism N, work split by recursive tasks. */
  FORK_JOIN("ForkJoin tasks"),
  /** N worker JVMs, kept alive for the trial. */
  PROCESS("forked JVMs"),
  /** N platform threads that hand one lock around, as a global interpreter lock does. */
  GLOBAL_LOCK("threads under a global lock");

  private final String title;

  ConcurrencyModel(String title) {
    this.title = title;
  }

  /** What it is, in words, in the plural: {@code platform threads}. */
  public String title() {
    return title;
  }

  /** Whether its workers can run at the same time: false under a global lock. */
  public boolean isParallel() {
    return this != GLOBAL_LOCK;
  }

  /** The model of that name; see {@link NamedChoice#find}. */
  public static ConcurrencyModel of(String id) {
    return NamedChoice.find(values(), "concurrency model", id);
  }

  @Override
  public String toString() {
    return id();
  }
}
