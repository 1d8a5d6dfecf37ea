package io.coreyield.benchmarks.it;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A control group of this machine, of version 1 or 2, with a CPU quota in periods of 100 ms. */
record QuotaGroup(Path directory, boolean isVersion2) implements AutoCloseable {

  static final long PERIOD_US = 100_000;

  private static final Path ROOT = Path.of("/sys/fs/cgroup");
  private static final int MAX_TRIES = 50;

  /** Makes one; skips the test, with the reason, where that is not allowed. */
  static QuotaGroup make(long quotaUs) {
    boolean isVersion2 = Files.exists(ROOT.resolve("cgroup.controllers"));
    List<Path> parents =
        isVersion2
            ? List.of(ROOT)
            : List.of(
                ROOT.resolve("cpu"), ROOT.resolve("cpu,cpuacct"), ROOT.resolve("cpuacct,cpu"));
    String reason = "no cpu controller is mounted below " + ROOT;
    for (Path parent : parents) {
      Path directory = parent.resolve("coreyield-it-" + ProcessHandle.current().pid());
      QuotaGroup group = new QuotaGroup(directory, isVersion2);
      if (Files.isDirectory(parent)) {
        try {
          if (isVersion2) {
            Files.writeString(parent.resolve("cgroup.subtree_control"), "+cpu");
          }
          Files.createDirectory(directory);
          group.allow(quotaUs);
          return group;
        } catch (IOException e) {
          reason = "no control group can be made: " + e.getMessage();
          group.close();
        }
      }
    }
    return abort(reason);
  }

  /** Sets another quota, µs in each period. */
  void allow(long quotaUs) throws IOException {
    if (isVersion2) {
      Files.writeString(directory.resolve("cpu.max"), quotaUs + " " + PERIOD_US);
    } else {
      Files.writeString(directory.resolve("cpu.cfs_period_us"), "" + PERIOD_US);
      Files.writeString(directory.resolve("cpu.cfs_quota_us"), "" + quotaUs);
    }
  }

  /** Moves a process into it, and all that it starts from now on. */
  void add(Process process) throws IOException {
    Files.writeString(directory.resolve("cgroup.procs"), "" + process.pid());
  }

  /** Removes it as soon as its processes have ended; it is left where they do not. */
  @Override
  public void close() {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      try {
        Files.deleteIfExists(directory);
        return;
      } catch (IOException _) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
