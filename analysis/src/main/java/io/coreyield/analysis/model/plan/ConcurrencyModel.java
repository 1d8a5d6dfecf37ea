package io.coreyield.analysis.model.plan;

/** How N workers are made to run at once. */
public enum ConcurrencyModel implements NamedChoice {
  /** A pool of N platform threads. */
  PLATFORM("platform", "platform threads"),
  /** N virtual threads, started anew for every operation. */
  VIRTUAL("virtual", "virtual threads"),
  /** A {@code ForkJoinPool} of parallelism N, work split by recursive tasks. */
  FORK_JOIN("fork-join", "ForkJoin tasks"),
  /** N worker JVMs, kept alive for the trial. */
  PROCESS("process", "forked JVMs"),
  /** N platform threads that hand one lock around, as a global interpreter lock does. */
  GLOBAL_LOCK("global-lock", "threads under a global lock");

  private final String id;
  private final String title;

  ConcurrencyModel(String id, String title) {
    this.id = id;
    this.title = title;
  }

  @Override
  public String id() {
    return id;
  }

  /** What it is, in words, in the plural: {@code platform threads}. */
  public String title() {
    return title;
  }

  /** Whether its workers can run at the same time: false under a global lock. */
  public boolean isParallel() {
    return this != GLOBAL_LOCK;
  }

  /**
   * The model of that name.
   *
   * @throws IllegalArgumentException naming the known models, if there is none
   */
  public static ConcurrencyModel of(String id) {
    return NamedChoice.find(values(), "concurrency model", id);
  }

  /** All names, comma-separated, in order. */
  public static String ids() {
    return NamedChoice.list(values());
  }

  @Override
  public String toString() {
    return id;
  }
}
