package io.coreyield.benchmarks.machine.libc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.benchmarks.machine.ForkProperties;
import java.util.BitSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The clocks of threads and processes, and where threads run. */
class ClocksTest {

  /** Works until its thread has been on a CPU for so long. */
  private static void burn(long cpuNs) {
    long endNs = ThreadClock.cpuNs() + cpuNs;
    while (ThreadClock.cpuNs() < endNs) {
      Thread.onSpinWait();
    }
  }

  private static <T> T onAThreadOfItsOwn(Callable<T> action) throws Exception {
    try (var thread = Executors.newSingleThreadExecutor()) {
      return thread.submit(action).get();
    }
  }

  @Test
  void aThreadsCpuTimeNeverPassesItsWallTime() {
    assumeTrue(ThreadClock.cpuNs() != ThreadClock.UNKNOWN, "no thread clock here");
    long lastNs = ThreadClock.cpuNs();
    for (int i = 0; i < 50; i++) {
      long outerStartNs = System.nanoTime();
      long startNs = ThreadClock.cpuNs();
      burn(200_000);
      long endNs = ThreadClock.cpuNs();
      long outerNs = System.nanoTime() - outerStartNs;

      assertThat(startNs).isGreaterThanOrEqualTo(lastNs);
      assertThat(endNs - startNs).isGreaterThanOrEqualTo(200_000);
      // The kernel rounds the two clocks apart by less than a scheduling tick.
      assertThat(endNs - startNs).isLessThanOrEqualTo(outerNs + 100_000);
      lastNs = endNs;
    }
  }

  @Test
  void aSleepingThreadUsesNoCpuTime() throws Exception {
    assumeTrue(ThreadClock.cpuNs() != ThreadClock.UNKNOWN, "no thread clock here");
    long usedNs =
        onAThreadOfItsOwn(() -> {
          long startNs = ThreadClock.cpuNs();
          Thread.sleep(300);
          return ThreadClock.cpuNs() - startNs;
        });

    assertThat(usedNs).isBetween(0L, TimeUnit.MILLISECONDS.toNanos(100));
  }

  @Test
  void theProcessClockHoldsWhatItsThreadsUsed() {
    assumeTrue(ProcessClock.self().isPresent(), "no process clock here");
    CpuUse before = ProcessClock.self().orElseThrow();
    burn(TimeUnit.MILLISECONDS.toNanos(60));
    CpuUse after = ProcessClock.self().orElseThrow();

    assertThat(after.userNs()).isGreaterThanOrEqualTo(before.userNs());
    assertThat(after.systemNs()).isGreaterThanOrEqualTo(before.systemNs());
    assertThat(after.since(before).totalNs()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(50));
  }

  @Test
  void endedChildrenCountOnceTheyWereWaitedFor() throws Exception {
    assumeTrue(ProcessClock.endedChildren().isPresent(), "no process clock here");
    CpuUse before = ProcessClock.endedChildren().orElseThrow();
    Process child =
        new ProcessBuilder(ForkProperties.javaLauncher().toString(), "-version").start();
    child.waitFor();
    CpuUse after = ProcessClock.endedChildren().orElseThrow();

    // No JVM starts in less.
    assertThat(after.since(before).totalNs()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(5));
  }

  @Test
  void aPinnedThreadRunsThereAndOnlyThere() throws Exception {
    assumeTrue(ThreadAffinity.isSupported(), "this platform cannot pin threads");
    BitSet allowed = ThreadAffinity.allowed().orElseThrow();
    assertThat(allowed.get(ThreadAffinity.currentCpu())).isTrue();
    for (int cpu : allowed.stream().toArray()) {
      BitSet only = new BitSet();
      only.set(cpu);
      onAThreadOfItsOwn(() -> {
        ThreadAffinity.pin(cpu);
        assertThat(ThreadAffinity.currentCpu()).isEqualTo(cpu);
        assertThat(ThreadAffinity.allowed()).contains(only);
        ThreadAffinity.restrict(allowed);
        assertThat(ThreadAffinity.allowed()).contains(allowed);
        return cpu;
      });
    }
    assertThat(ThreadAffinity.allowed()).as("of other threads").contains(allowed);
  }

  @Test
  void aCpuThatIsNotThereIsRefusedInASentence() {
    assumeTrue(ThreadAffinity.isSupported(), "this platform cannot pin threads");
    for (int cpu : new int[] {8191, 8192, 100_000}) {
      assertThatIllegalStateException()
          .isThrownBy(() -> ThreadAffinity.pin(cpu))
          .withMessage(
              "logical CPU {%d} cannot be used by this process: it is offline or outside its cpuset",
              cpu);
    }
  }
}
