package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the system gives too little: one sentence with the remedy, and nothing is written. */
class LimitsIT {

  private static final String TINY =
      "run --kernels range --models platform --workers 1 --n 2^22 --rounds 1 --iterations 1"
          + " --no-siblings --no-report --seed 7 --out DIR";

  private final Path home;
  private final Jar jar;

  LimitsIT(@TempDir Path home) throws IOException {
    this.home = home;
    this.jar = Jar.copiedTo(home);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ulimit -n 40; exec "$@" | this process may have 40 files open, and .* as with ulimit -n 1024
          rmdir ../tmp; exec "$@" | the temporary directory \\S+ does not serve .*: give another one with java -Djava.io.tmpdir=DIR
          """)
  void tooLittle(String script, String sentence) throws Exception {
    refuses(script, sentence);
  }

  /** With figures, for which it is too small as well. */
  @Test
  void tooSmallAHeap() throws Exception {
    refuses(
        "java=$1; shift; exec \"$java\" -Xmx8m \"$@\"",
        "run --rounds 1 --out DIR",
        "this JVM may take 8 MiB of memory, and .* as with java -Xmx1g");
  }

  /** Seen only by the process itself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mount -t tmpfs -o ro tmpfs ../tmp                                             | Read-only file system
          mount -t tmpfs -o size=64k tmpfs ../tmp && ! cp benchmarks.jar ../tmp 2>/dev/null | No space left on device
          """)
  void aDiskThatDoesNotServe(String mount, String reason) throws Exception {
    String script = "exec unshare -rm sh -c '%s && exec \"$@\"' sh \"$@\"".formatted(mount);
    assumeStarts(script, "file systems can be mounted here");
    refuses(
        script,
        "the temporary directory \\S+ does not serve \\(%s\\): give another one .*"
            .formatted(reason));
  }

  /** Root may have any number, so another user has to run it. */
  @Test
  void tooFewProcesses() throws Exception {
    String script =
        "java=$1; shift; exec setpriv --reuid=65534 --regid=65534 --clear-groups"
            + " prlimit --nproc=40 \"$java\" -XX:ActiveProcessorCount=2 \"$@\"";
    for (Path path : List.of(home, jar.directory(), jar.temporary())) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    assumeStarts(
        "shift $(($# - 1)); exec setpriv --reuid=65534 --regid=65534 --clear-groups cat "
            + jar.file(),
        "another user can run it");
    refuses(script, "the system lets this user start \\d+ more threads, and a campaign needs .*");
  }

  @Test
  void withoutStandardErrorItRuns() throws Exception {
    Ended ended = jar.by("exec \"$@\" 2>&-").run(TINY);
    assertThat(ended.exit()).as(ended.out()).isIn(0, 1);
    assertThat(jar.read().trials()).isNotEmpty().allMatch(trial -> trial.succeeded());
  }

  private void assumeStarts(String script, String what) throws Exception {
    Process process =
        new ProcessBuilder("/bin/sh", "-c", script, "sh", "true")
            .directory(jar.directory().toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assumeTrue(process.waitFor() == 0, what);
  }

  private void refuses(String script, String sentence) throws Exception {
    refuses(script, "run --rounds 1 --no-figures --out DIR", sentence);
  }

  private void refuses(String script, String arguments, String sentence) throws Exception {
    Ended ended = jar.by(script).run(arguments);
    assertThat(ended.complaints().replaceFirst("WARNING: java.io.tmpdir .*\n", ""))
        .matches(sentence + ".*; see '\\S*java -jar benchmarks.jar run --help'");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(jar.directory().toFile().list()).containsExactly("benchmarks.jar");
  }
}
