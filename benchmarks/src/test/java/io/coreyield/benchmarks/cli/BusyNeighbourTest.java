package io.coreyield.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.ChildJvm;
import io.coreyield.analysis.model.machine.BackgroundLoad;
import io.coreyield.analysis.model.machine.BusyProcess;
import io.coreyield.benchmarks.machine.BackgroundLoadProbe;
import io.coreyield.benchmarks.machine.Oshi;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A JVM that is busy is seen by another that it did not start. */
class BusyNeighbourTest {

  private static final int MAX_LOOKS = 100;

  private static ProcessBuilder java(Class<?> main, String... arguments) {
    return ChildJvm.of(
        main, List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"), arguments);
  }

  /** On a busy machine few probes show it: they are repeated until one does. */
  @Test
  void itIsNamed() throws Exception {
    Process busy = java(Busy.class).start();
    try {
      assertThat(busy.getInputStream().read()).as("it runs").isEqualTo('b');
      String out = ChildJvm.output(java(Looks.class, Long.toString(busy.pid())));

      assertThat(out.strip()).matches("java \\(process %d, [0-9.]+ CPUs\\)".formatted(busy.pid()));
    } finally {
      busy.destroyForcibly().waitFor();
    }
  }

  @Test
  void machineEndsWithOneOfTwoLines() throws Exception {
    String out = ChildJvm.output(java(Main.class, "machine"));
    assertThat(out.lines()).last().asString().matches("fit to measure|not fit: [a-z, -]+");
    assertThat(out.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 127));
    assertThat(out.lines()).anyMatch(line -> line.matches("    other JVMs: ([0-9]|unknown).*"));
  }

  /** Works until it is killed, or the one that started it is gone. */
  static final class Busy {
    public static void main(String... none) {
      System.out.println("b");
      ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
      while (parent.isAlive()) {
        Thread.onSpinWait();
      }
    }
  }

  /** Looks until it sees the process of that number at work, and names it. */
  static final class Looks {
    public static void main(String... pid) {
      Oshi oshi = Oshi.open();
      for (int look = 0; look < MAX_LOOKS; look++) {
        BackgroundLoad seen = BackgroundLoadProbe.begin(oshi).end();
        for (BusyProcess jvm : seen.busyJvms()) {
          if (jvm.pid() == Long.parseLong(pid[0])) {
            System.out.println(jvm.label());
            return;
          }
        }
      }
    }
  }
}
