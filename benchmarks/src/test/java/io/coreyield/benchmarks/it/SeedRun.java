package io.coreyield.benchmarks.it;

import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The experiment of 2017, measured once for all tests of this JVM. */
record SeedRun(Jar jar, Path directory, Ended ended) {

  static final String SEED = "7";

  private static final class Once {
    static final SeedRun RUN = measure();
  }

  static SeedRun measured() {
    return Once.RUN;
  }

  /** The options but for where to. */
  static List<String> options(String seed) {
    return List.of(
        ("run --kernels range --models platform,process,global-lock --workers 1,2 --n 2^22"
                + " --rounds 2 --seed "
                + seed
                + " --out")
            .split(" ", -1));
  }

  private static SeedRun measure() {
    try {
      Path home = Files.createTempDirectory("seed-run");
      Jar jar = Jar.copiedTo(home);
      String[] arguments =
          Stream.concat(options(SEED).stream(), Stream.of("DIR")).toArray(String[]::new);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> Trees.delete(home)));
      return new SeedRun(jar, jar.directory().resolve("DIR"), jar.run(arguments));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Run read() throws IOException {
    return new RunDirectory(directory).read();
  }
}
