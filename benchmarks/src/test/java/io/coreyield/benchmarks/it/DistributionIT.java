package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.coreyield.analysis.recording.RunDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code dist/make} packs, unpacked elsewhere, with nothing on the path but the tools that its
 * launcher asks for and a link to it.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "distributions are for Linux and macOS")
class DistributionIT {

  private static final long MAX_BYTES = 60_000_000;
  private static final Path BASE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

  private static final String CAMPAIGN =
      "run --kernels range --models platform,process --workers 1,2 --n 2^22 --rounds 2 --no-siblings --out DIR";

  @TempDir private static Path scratch;
  private static Path archive = Path.of("");
  private static Path home = Path.of("");

  @BeforeAll
  static void unpackElsewhere() throws Exception {
    assumeThat(BASE.resolve("target/sbom.json"))
        .as("what 'mvn -Pdist package' makes: ./run.sh test does so")
        .exists();
    List<Process> makers = List.of(make("one"), make("two"));
    for (Process maker : makers) {
      assertThat(maker.waitFor()).isZero();
    }
    archive = made("one");
    Path elsewhere = Files.createDirectories(scratch.resolve("else where"));
    assertThat(run(Map.of(), tool("tar"), "-xzf", archive.toString(), "-C", elsewhere.toString()))
        .extracting(Ended::exit)
        .isEqualTo(0);
    try (Stream<Path> top = Files.list(elsewhere)) {
      home = top.toList().getFirst();
    }
    Path bin = Files.createDirectories(scratch.resolve("bin"));
    for (String tool : List.of("dirname", "readlink")) {
      Path script =
          Files.writeString(bin.resolve(tool), "#!/bin/sh\nexec " + tool(tool) + " \"$@\"\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
    Files.createSymbolicLink(bin.resolve("coreyield"), home.resolve("bin/coreyield"));
    Files.createDirectories(scratch.resolve("work"));
    Files.createDirectories(scratch.resolve("tmp"));
  }

  private static Process make(String directory) throws IOException {
    return new ProcessBuilder(
            BASE.resolve("../dist/make").toString(),
            System.getProperty("java.home"),
            scratch.resolve(directory).toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Path made(String directory) throws IOException {
    List<String> names = names(scratch.resolve(directory));
    assertThat(names).singleElement().asString().matches("coreyield-.+-.+-.+\\.tar\\.gz");
    return scratch.resolve(directory).resolve(names.getFirst());
  }

  private static String tool(String name) {
    return Stream.of("/usr/bin/", "/bin/")
        .map(directory -> directory + name)
        .filter(file -> Files.isExecutable(Path.of(file)))
        .findFirst()
        .orElseThrow();
  }

  private static Ended run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(scratch, "out", ".txt");
    Path err = Files.createTempFile(scratch, "err", ".txt");
    Path work = scratch.resolve("work");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory((Files.exists(work) ? work : scratch).toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    int exit = builder.start().waitFor();
    return new Ended(
        exit,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private static Ended coreyield(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(scratch.resolve("bin/coreyield").toString()));
    command.addAll(List.of(arguments));
    return run(
        Map.of(
            "PATH", scratch.resolve("bin").toString(),
            "XDG_CACHE_HOME", scratch.resolve("cache").toString(),
            "JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + scratch.resolve("tmp")),
        command.toArray(String[]::new));
  }

  @Test
  void measuresAndReportsWithoutAnotherJava() throws Exception {
    Ended run = coreyield(CAMPAIGN.split(" ", -1));
    Path directory = scratch.resolve("work/DIR");
    JsonNode verdict = json(directory.resolve("report/verdict.json"));
    assertThat(run.exit())
        .as(run.out() + run.err())
        .isEqualTo(verdict.at("/trust/level").asString().equals("no-answer") ? 1 : 0);
    assertThat(run.out()).contains("coreyield bundle DIR").doesNotContain("java -jar");
    assertThat(new RunDirectory(directory).read().trials()).isNotEmpty();

    Files.delete(directory.resolve("report/report.html"));
    Ended report = coreyield("report", "DIR");
    assertThat(report.exit()).as(report.err()).isZero();
    for (String made :
        List.of("report.html", "figures/scaling-range.png", "figures/scaling-range.pdf")) {
      assertThat(directory.resolve("report").resolve(made)).isNotEmptyFile();
    }
    assertThat(names(scratch.resolve("work"))).containsExactly("DIR");
    assertThat(names(scratch.resolve("tmp"))).as("JMH may leave its lock").isSubsetOf("jmh.lock");
    assertThat(names(scratch.resolve("cache/coreyield")))
        .as("forks start from a cache that the first campaign makes")
        .singleElement()
        .asString()
        .startsWith("forks-");
  }

  @Test
  void isSmall() throws IOException {
    assertThat(Files.size(archive)).isLessThanOrEqualTo(MAX_BYTES);
  }

  @Test
  void helpNamesTheCommandThatWasTyped() throws Exception {
    Ended help = coreyield("--help");
    assertThat(help.exit()).isZero();
    assertThat(help.out())
        .contains("Usage: coreyield ", "  coreyield report DIR")
        .doesNotContain("java -jar");
    assertThat(home.resolve("completion/coreyield.bash"))
        .content()
        .startsWith("#!/usr/bin/env bash")
        .contains("complete -F _complete_coreyield");
  }

  /** One that a new library lacks is added to dist/licences, or to the list in dist/make. */
  @Test
  void everyPartHasItsLicence() throws IOException {
    List<String> parts =
        json(home.resolve("sbom.json"))
            .get("components")
            .valueStream()
            .filter(part -> !part.get("group").asString().equals("io.coreyield"))
            .map(part -> part.get("name").asString())
            .toList();
    assertThat(parts).contains("jmh-core", "oshi-core", "xchart", "picocli");
    for (String part : parts) {
      try (Stream<Path> texts = Files.walk(home.resolve("licences").resolve(part))) {
        assertThat(texts.filter(Files::isRegularFile)).as(part).isNotEmpty();
      }
    }
    assertThat(home.resolve("LICENSE")).isNotEmptyFile();
    assertThat(home.resolve("runtime/legal/java.base/LICENSE")).isNotEmptyFile();
  }

  @Test
  void twoOfOneCommitAreTheSameBytes() throws IOException {
    assertThat(Files.mismatch(archive, made("two"))).isEqualTo(-1);
  }

  /** As Homebrew and SDKMAN install it. */
  @Test
  void withoutARuntimeItTakesTheJavaOfTheSystem() throws Exception {
    Path bare = Files.createDirectories(scratch.resolve("bare"));
    for (String part : List.of("bin/coreyield", "lib/benchmarks.jar")) {
      Files.createDirectories(bare.resolve(part).getParent());
      Files.copy(home.resolve(part), bare.resolve(part), StandardCopyOption.COPY_ATTRIBUTES);
    }
    String launcher = bare.resolve("bin/coreyield").toString();
    String path = scratch.resolve("bin").toString();

    Ended withJava =
        run(
            Map.of("PATH", path, "JAVA_HOME", System.getProperty("java.home")),
            launcher,
            "--version");
    assertThat(withJava.exit()).as(withJava.err()).isZero();
    assertThat(withJava.out()).startsWith("CoreYield ");
    Ended without = run(Map.of("PATH", path), launcher, "--version");
    assertThat(without.exit()).isEqualTo(2);
    assertThat(without.err())
        .isEqualTo(
            "coreyield: there is no java: install Java 25 or newer, or set JAVA_HOME to one\n");
  }

  @Test
  void measuresInAContainer() throws Exception {
    Ended image =
        run(System.getenv(), BASE.resolve("../dist/try-image").toString(), archive.toString());
    assumeThat(image.exit()).as("NOT TESTED: the image. " + image.err()).isNotEqualTo(77);
    assertThat(image.exit()).as(image.err()).isZero();
  }

  private static JsonNode json(Path file) {
    return JsonMapper.shared().readTree(file);
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
