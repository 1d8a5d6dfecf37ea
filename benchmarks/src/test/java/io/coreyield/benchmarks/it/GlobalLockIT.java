package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.CpuUse;
import io.coreyield.analysis.model.Iteration;
import io.coreyield.analysis.model.Run;
import io.coreyield.analysis.model.Trial;
import io.coreyield.analysis.model.WorkerTime;
import io.coreyield.analysis.recording.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under a global lock N workers take at least N times as long, as threads of 2017 did. */
class GlobalLockIT {

  @TempDir static Path directory;

  private static Run run = SeedRun.none();

  @BeforeAll
  static void measure() throws IOException, InterruptedException {
    Jar jar = Jar.copiedTo(directory);
    jar.run(
        ("run --kernels range --models platform,global-lock --workers 1,2 --n 2^24"
                + " --rounds 2 --no-report --out DIR")
            .split(" ", -1));
    run = new RunDirectory(jar.directory().resolve("DIR")).read();
  }

  private static List<Iteration> iterations(ConcurrencyModel model, int workers) {
    return run.trials().stream()
        .filter(t -> t.configuration().anyMatch(c -> c.model() == model && c.workers() == workers))
        .map(Trial::measurements)
        .flatMap(List::stream)
        .toList();
  }
}
