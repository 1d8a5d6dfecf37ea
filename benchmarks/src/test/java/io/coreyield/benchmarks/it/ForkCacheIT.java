package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.trial.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    jar = Jar.copiedTo(home).withCache();
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
  void itIsMadeOnceAndADamagedOneIsNotUsed() throws Exception {
    assertThat(progress("OTHER")).contains(PREPARING);
    List<Path> made;
    try (Stream<Path> files = Files.list(jar.cache().resolve("coreyield"))) {
      made = files.toList();
    }
    assertThat(made)
        .singleElement()
        .satisfies(cache ->
            assertThat(cache.getFileName().toString()).startsWith("forks-").endsWith(".aot"));

    Files.writeString(made.getFirst(), "no cache");
    assertThat(progress("DIR")).doesNotContain(PREPARING);
    assertThat(jar.read().trials()).hasSizeGreaterThan(1).allMatch(Trial::succeeded);
  }

  @Test
  void withoutAPlaceForItForksStartAsUsual() throws Exception {
    Files.writeString(jar.cache(), "a file, where a directory should be");

    assertThat(progress("DIR")).doesNotContain(PREPARING);
    assertThat(jar.read().trials()).hasSizeGreaterThan(1).allMatch(Trial::succeeded);
  }
}
