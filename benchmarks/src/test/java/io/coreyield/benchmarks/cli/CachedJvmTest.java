package io.coreyield.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a second JVM is started, and how. */
class CachedJvmTest {

  private final Path jar;
  private final Path cache;

  CachedJvmTest(@TempDir Path directory) {
    jar = directory.resolve("benchmarks.jar");
    cache = directory.resolve("benchmarks.aot");
  }

  @BeforeEach
  void builtJar() throws IOException {
    Files.createFile(jar);
    Files.createFile(cache);
  }

  private Optional<List<String>> command(List<String> options, String... arguments) {
    List<String> typed = new ArrayList<>(options);
    typed.addAll(List.of("-jar", jar.toString()));
    typed.addAll(List.of(arguments));
    return CachedJvm.command("/jdk/bin/java", typed, List.of(arguments));
  }

  @Test
  void keepsTheOptionsOfTheUser() {
    assertThat(
            command(List.of("-Xmx1g", "--enable-native-access=ALL-UNNAMED"), "compare", "a", "-jar")
                .orElseThrow())
        .containsExactly(
            "/jdk/bin/java",
            "-XX:AOTCache=" + cache,
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-Xlog:disable",
            "-XX:TieredStopAtLevel=1",
            "-Xmx1g",
            "-jar",
            jar.toString(),
            "compare",
            "a",
            "-jar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "topology", "machine", "validate", "SummationBenchmark", "-l"})
  void whatMeasuresStaysInTheJvmOfTheUser(String command) {
    assertThat(command(List.of(), command)).isEmpty();
    assertThat(command(List.of())).isEmpty();
  }

  @Test
  void aCacheIsUsedOnce() {
    assertThat(command(List.of("-XX:AOTCache=" + cache), "compare", "a", "b")).isEmpty();
  }

  @Test
  void aCacheOfAnOlderJarIsNotUsed() throws IOException {
    Files.setLastModifiedTime(cache, FileTime.fromMillis(1_000_000));
    assertThat(command(List.of(), "report", "a")).isEmpty();
    Files.delete(cache);
    assertThat(command(List.of(), "report", "a")).isEmpty();
  }

  @Test
  void largeRunsPayForTheWholeCompiler() throws IOException {
    Path run = Files.createDirectory(jar.resolveSibling("run"));
    try (RandomAccessFile load = new RandomAccessFile(run.resolve("load.csv").toFile(), "rw")) {
      load.setLength(30_000_000);
    }
    assertThat(command(List.of(), "report", run.toString()).orElseThrow())
        .noneMatch(option -> option.startsWith("-XX:Tiered"));
  }

  @Test
  void onlyTheJarHasACache() {
    assertThat(
            CachedJvm.command(
                "/jdk/bin/java",
                List.of("-cp", jar.toString(), "io.coreyield.benchmarks.cli.Main", "report", "a"),
                List.of("report", "a")))
        .isEmpty();
  }
}
