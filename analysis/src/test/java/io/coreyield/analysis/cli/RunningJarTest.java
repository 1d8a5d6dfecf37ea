package io.coreyield.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunningJarTest {

  private final Path path;
  private final RunningJar jar;

  RunningJarTest(@TempDir Path directory) throws IOException {
    path = Files.write(directory.resolve("a.jar"), new byte[1000]);
    jar = new RunningJar(path);
  }

  @Test
  void staysTheSame() throws IOException {
    assertThat(jar.changeNow()).isEmpty();
    Files.readAllBytes(path);
    assertThat(jar.changeNow()).isEmpty();
  }

  @Test
  void isCut() throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.truncate(999);
    }
    assertThat(jar.changeNow()).contains("the jar %s was changed while it ran".formatted(path));
  }

  @Test
  void isRemoved() throws IOException {
    Files.delete(path);
    assertThat(jar.changeNow()).isPresent();
  }

  @Test
  void isReplacedByOneOfTheSameSizeAndTime() throws IOException {
    Path other = Files.write(path.resolveSibling("b.jar"), new byte[1000]);
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(path));
    Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);
    assertThat(jar.changeNow()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "a.jar, a.jar",
    "a.jar:a.jar, a.jar",
    "a.jar:b.jar,",
    "classes,",
    "classes:a.jar,",
    "'',"
  })
  void isTheOnlyOneOnTheClassPath(String classPath, @Nullable Path jar) {
    String ofThisSystem = classPath.replace(":", File.pathSeparator);
    assertThat(RunningJar.alone(ofThisSystem)).isEqualTo(Optional.ofNullable(jar));
  }
}
