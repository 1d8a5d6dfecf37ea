package io.coreyield.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.Surroundings;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.WindowWorker;
import io.coreyield.analysis.model.trial.WorkerTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports pass between JVMs unchanged. */
class IterationReportTest {

  static final IterationReport FULL =
      new IterationReport(
          Phase.MEASUREMENT,
          1_000,
          9_000,
          7,
          123,
          List.of(new WorkerTime(400, 399L, 3, 5, 2), new WorkerTime(401, 0L, 0, 0, 0)),
          new CpuUse(10, 20),
          Set.of(Taint.OFF_CPU, Taint.MISPLACED),
          List.of(
              new ArmWindow(
                  PairArm.BOTH,
                  -5,
                  70,
                  List.of(
                      new WindowWorker(3, 1.5, 75, 74L, 3, 3, 2.9),
                      new WindowWorker(7, 2, 80, null, null, null, null)))),
          List.of(1L, 2L, 3L, 4L, 5L, 6L, Long.MAX_VALUE),
          Map.of("dispatch", 1.5, "einschließlich", Double.NaN));

  static Stream<IterationReport> reports() {
    return Stream.of(
        FULL,
        new IterationReport(
            Phase.WARMUP,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            1,
            0,
            List.of(new WorkerTime(1, null, null, null, 0)),
            null,
            Set.of(),
            List.of(),
            List.of(17L),
            Map.of()),
        new IterationReport(
            Phase.WARMUP,
            0,
            0,
            0,
            0,
            List.of(),
            new CpuUse(0, 0),
            Set.of(),
            List.of(),
            List.of(),
            Map.of()));
  }

  private static byte[] bytes(IterationReport report) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    report.writeTo(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void comesBackEqualAndTakesAllItsBytes(IterationReport report) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes(report)));

    assertThat(IterationReport.readFrom(in)).isEqualTo(report);
    assertThat(in.read()).isEqualTo(-1);
  }

  @Test
  void aCutReportIsNoReport() throws IOException {
    byte[] bytes = bytes(FULL);
    for (int length = 0; length < bytes.length; length++) {
      DataInputStream cut =
          new DataInputStream(new ByteArrayInputStream(Arrays.copyOf(bytes, length)));
      assertThatThrownBy(() -> IterationReport.readFrom(cut)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void becomesAnIterationWithItsScore() {
    Surroundings surroundings = new Surroundings(7L, null, 9L);
    assertThat(FULL.toIteration(4, 2.5, surroundings))
        .isEqualTo(
            new Iteration(
                4,
                Phase.MEASUREMENT,
                1_000,
                9_000,
                7,
                2.5,
                123,
                FULL.workers(),
                FULL.cpuUse(),
                FULL.taints(),
                FULL.windows(),
                FULL.operationNs(),
                surroundings));
    assertThat(FULL.toIteration(4, 2.5).surroundings()).isEqualTo(Surroundings.UNKNOWN);
  }
}
