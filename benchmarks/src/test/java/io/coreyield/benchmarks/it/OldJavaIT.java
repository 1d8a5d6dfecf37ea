package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What both jars do where Java is older than they need. */
class OldJavaIT {

  private static final int CLASS_OF_JAVA_8 = 52;
  private static final String LAUNCHERS = "io/coreyield/analysis/cli/Launcher.class";

  static Stream<Path> jars() {
    Path benchmarks = Path.of(System.getProperty("basedir", ""));
    return Stream.of(
        benchmarks.resolve("target/benchmarks.jar"),
        benchmarks.resolve("../analysis/target/analysis.jar"));
  }

  @ParameterizedTest
  @MethodSource("jars")
  void java8CanLoadWhatItStarts(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      String main = jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
      for (String loaded : List.of(main.replace('.', '/') + ".class", LAUNCHERS)) {
        try (DataInputStream in = new DataInputStream(jar.getInputStream(jar.getEntry(loaded)))) {
          assertThat(in.readInt()).isEqualTo(0xcafebabe);
          assertThat(in.readUnsignedShort()).isZero();
          assertThat(in.readUnsignedShort()).as(loaded).isEqualTo(CLASS_OF_JAVA_8);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("jars")
  void anOlderJavaIsToldInOneSentence(Path jar) throws Exception {
    List<Path> older = olderJavas();
    assumeThat(older).as("Java 8 to 24 in /usr/lib/jvm").isNotEmpty();
    Process process =
        new ProcessBuilder(older.getFirst().toString(), "-jar", jar.toString(), "report", "x")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(said.strip()).hasLineCount(1).startsWith("CoreYield needs Java 25 or newer");
  }

  private static List<Path> olderJavas() throws IOException {
    Path place = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> homes = Files.list(place)) {
      return homes
          .filter(OldJavaIT::isOlder)
          .map(home -> home.resolve("bin/java"))
          .filter(Files::isExecutable)
          .toList();
    }
  }

  private static boolean isOlder(Path home) {
    try {
      return Files.readString(home.resolve("release"))
          .matches("(?s).*JAVA_VERSION=\"(1\\.8|9|1\\d|2[0-4])[.\"].*");
    } catch (IOException e) {
      return false;
    }
  }
}
