package io.coreyield.benchmarks.campaign.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes: a process can always lock what it has locked. */
class LockFileTest {

  /** Says whether it holds a file, then waits until its input ends. */
  static final class Holding {
    private Holding() {}

    public static void main(String[] arguments) throws IOException {
      Optional<LockFile> lock = LockFile.tryHold(Path.of(arguments[0]));
      System.out.println(lock.isPresent() ? "held" : LockFile.holder(Path.of(arguments[0])));
      System.in.read();
      lock.ifPresent(LockFile::close);
    }
  }

  @TempDir Path directory;

  @Test
  void oneProcessHoldsItAndTheOthersNameThatOne() throws Exception {
    Path file = directory.resolve("lock");
    Process first = start(file);
    assertThat(answer(first)).isEqualTo("held");
    Process second = start(file);
    assertThat(answer(second))
        .matches("process %d \\(since [0-2][0-9]:[0-5][0-9]\\)".formatted(first.pid()));
    end(second);

    // Killed, it deletes nothing, and holds nothing.
    first.destroyForcibly().waitFor();
    assertThat(file).exists();
    Process third = start(file);
    assertThat(answer(third)).isEqualTo("held");
    end(third);
    assertThat(file).doesNotExist();
  }

  @Test
  void aHolderThatIsNotNamedIsAnother() throws IOException {
    assertThat(LockFile.holder(Files.writeString(directory.resolve("jmh.lock"), "")))
        .isEqualTo("another process");
  }

  private static Process start(Path file) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            Holding.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String answer(Process process) throws IOException {
    return process.inputReader(StandardCharsets.UTF_8).readLine();
  }

  private static void end(Process process) throws Exception {
    process.getOutputStream().close();
    assertThat(process.waitFor()).isZero();
  }
}
