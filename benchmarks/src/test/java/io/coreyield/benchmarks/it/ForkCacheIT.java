package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.trial.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ahead-of-time cache of forks is made once, and a campaign also works without. */
class ForkCacheIT {

  private static final String PREPARING = "Preparing forks, once for this jar and JVM";

  @TempDir private Path home;
  private Jar jar;

  @BeforeEach
  void copy() throws Exception {
    jar = Jar.copiedTo(home);
  }

  private String progress(String out) throws Exception {
    Ended ended =
        jar.run(
            "run --kernels range --models platform,process --workers 1 --n 2^20 --rounds 1"
                + " --no-siblings --out "
                + out);
    return ended.out() + ended.err();
  }

  @Test
  void itIsMadeOnce() throws Exception {
    assertThat(progress("DIR")).contains(PREPARING);
    assertThat(progress("OTHER")).doesNotContain(PREPARING);
    try (Stream<Path> files = Files.list(jar.cache().resolve("coreyield"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .singleElement()
          .satisfies(name -> assertThat(name).startsWith("forks-").endsWith(".aot"));
    }
    assertThat(jar.read().trials()).hasSizeGreaterThan(1).allMatch(Trial::succeeded);
  }

  @Test
  void withoutAPlaceForItForksStartAsUsual() throws Exception {
    Files.writeString(jar.cache(), "a file, where a directory should be");

    assertThat(progress("DIR")).doesNotContain(PREPARING);
    assertThat(jar.read().trials()).hasSizeGreaterThan(1).allMatch(Trial::succeeded);
  }

  @Test
  void aDamagedCacheIsNotUsed() throws Exception {
    progress("OTHER");
    try (Stream<Path> files = Files.list(jar.cache().resolve("coreyield"))) {
      for (Path cache : files.toList()) {
        Files.writeString(cache, "no cache");
      }
    }

    progress("DIR");
    assertThat(jar.read().trials()).hasSizeGreaterThan(1).allMatch(Trial::succeeded);
  }
}
