package io.coreyield.benchmarks.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashReportsTest {

  @TempDir private Path directory;

  @Test
  void aPercentSignOfThePathIsNoPattern() {
    assertThat(new CrashReports(Path.of("/runs/5%p")).jvmArguments())
        .contains("-XX:ErrorFile=/runs/5%%p/hs_err_pid%p.log");
  }

  @Test
  void onlyNewReportsAreNamed() throws Exception {
    CrashReports crashes = new CrashReports(directory);
    Files.createFile(directory.resolve("hs_err_pid1.log"));
    Set<String> before = crashes.names();
    assertThat(crashes.named("it failed", before)).isEqualTo("it failed");
    Files.createFile(directory.resolve("hs_err_pid2.log"));
    Files.createFile(directory.resolve("replay_pid2.log"));
    assertThat(crashes.named("it failed", before))
        .isEqualTo("it failed; the run directory has the JVM's crash report, hs_err_pid2.log");
  }

  @Test
  void withoutADirectoryThereAreNone() {
    assertThat(CrashReports.NOWHERE.named("it failed", CrashReports.NOWHERE.names()))
        .isEqualTo("it failed");
  }
}
