package io.coreyield.analysis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A capture that is rendered from a known load comes back as that load, within its rounding. */
class DstatRoundTripTest {

  private static final int CPUS = 12;
  private static final int ROWS = 200;

  @TempDir private Path directory;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void comesBack(long seed) throws IOException {
    Random random = new Random(seed);
    double[] userMs = new double[CPUS];
    StringBuilder text = new StringBuilder("Script started on 2026-03-04 05:06:07+01:00 [x]\n");
    for (int row = 0; row <= ROWS; row++) {
      if (row % 20 == 0) {
        header(text);
      }
      text.append("\u001b[0;0m\u001b[2K\u001b[0;37m04-03 ")
          .append(time(row))
          .append("\u001b[0;34m|");
      for (int cpu = 0; cpu < CPUS; cpu++) {
        double user = 100 * random.nextDouble();
        userMs[cpu] += row == 0 ? 0 : 10 * user;
        text.append(cpu == 0 ? "" : "\u001b[0;34m:").append(row(Math.round(user)));
      }
      text.append("\u001b[1;30m\r\n");
    }
    Capture capture = CaptureFixtures.read(CaptureFixtures.write(directory, text.toString()));
    Capture.Stretch stretch = capture.stretches().getFirst();
    assertThat(stretch.load().samples()).isEqualTo(ROWS + 1);
    for (int cpu = 0; cpu < CPUS; cpu++) {
      // Half a percent of a second a row at the most, and on average far less.
      assertThat((double) CaptureFixtures.total(stretch.load(), cpu).userMs())
          .as("CPU %d", cpu)
          .isBetween(userMs[cpu] - 5.0 * ROWS, userMs[cpu] + 5.0 * ROWS)
          .isBetween(userMs[cpu] - 500, userMs[cpu] + 500);
    }
  }

  private static void header(StringBuilder text) {
    text.append("----system---- ");
    for (int cpu = 0; cpu < CPUS; cpu++) {
      text.append("-----cpu").append(cpu).append("-usage----");
    }
    text.append("\r\n     time     |");
    for (int cpu = 0; cpu < CPUS; cpu++) {
      text.append(cpu == 0 ? "" : ":").append("usr sys idl wai stl");
    }
    text.append("\r\n");
  }

  private static String row(long user) {
    return "\u001b[1;32m%3d \u001b[1;31m  0 %3d   0   0".formatted(user, 100 - user);
  }

  private static String time(int row) {
    return "05:%02d:%02d".formatted(6 + row / 60, row % 60);
  }
}
