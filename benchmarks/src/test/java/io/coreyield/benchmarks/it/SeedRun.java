package io.coreyield.benchmarks.it;

import io.coreyield.analysis.model.trial.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The experiment of 2017, measured once for all tests of this JVM. */
record SeedRun(Jar jar, Path directory, Ended ended) {

  static final int SEED = 7;

  private static final class Once {
    static final SeedRun RUN = measure();
  }

  static SeedRun measured() {
    return Once.RUN;
  }

  /** Its arguments, with that seed. */
  static String arguments(int seed) {
    return "run --kernels range --models platform,process,global-lock --workers 1,2 --n 2^22"
        + " --rounds 2 --seed %d --out DIR".formatted(seed);
  }

  private static SeedRun measure() {
    try {
      Path home = Files.createTempDirectory("seed-run");
      Jar jar = Jar.copiedTo(home).withCache();

      Runtime.getRuntime().addShutdownHook(new Thread(() -> Trees.delete(home)));
      return new SeedRun(jar, jar.out(), jar.run(arguments(SEED)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Run read() throws IOException {
    return jar.read();
  }
}
