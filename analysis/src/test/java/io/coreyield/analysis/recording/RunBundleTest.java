package io.coreyield.analysis.recording;

import static io.coreyield.analysis.recording.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.recording.RawZip.Entry;
import io.coreyield.analysis.recording.file.Limits;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunBundleTest {

  private static final Run RUN = SimulatedRuns.quick(SimulatedRuns.machine(2, 2));
  private static final String AGAIN = ": get the bundle again from where it came";

  @TempDir Path directory;
  private Path zip = Path.of("run.zip");

  @BeforeEach
  void name() {
    zip = directory.resolve("run.zip");
  }

  private RawZip zipped(String root) throws IOException {
    Path run = Files.createTempDirectory(directory, "run");
    RecordedRuns.write(RUN, run);
    RawZip made = new RawZip();
    for (String name : names(run)) {
      made.add(Entry.of(root + name, Files.readAllBytes(run.resolve(name))));
    }
    return made;
  }

  private static List<String> names(Path run) {
    return RunFiles.NAMES.stream().filter(name -> Files.exists(run.resolve(name))).toList();
  }

  private void assertReads() throws IOException {
    RunSource source = RunSource.at(zip);
    assertThat(source).isInstanceOf(RunSource.Zip.class);
    Run read = source.read();
    assertThat(read.info()).isEqualTo(RUN.info());
    assertThat(read.trials()).isEqualTo(RUN.trials());
    assertThat(RecordedRuns.samples(read.load())).isEqualTo(RecordedRuns.samples(RUN.load()));
    assertThat(read.swap()).isEqualTo(RUN.swap());
  }

  private void assertZipRefused(String message) {
    assertRefused(() -> RunSource.at(zip).read(), zip, message);
  }

  private void assertEntryRefused(RawZip made, String entry, String reason) throws IOException {
    made.write(zip);
    assertZipRefused("!/" + entry + ": " + reason + AGAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "data/", "my run/", "bundle/data/"})
  void readsARunWhereverItLies(String root) throws IOException {
    zipped(root).add(Entry.of("other/notes.txt", "hello")).write(zip);

    assertReads();
  }

  /** With sizes after the content, as programs write that stream. */
  @Test
  void readsWhatJavaZips() throws IOException {
    Path run = Files.createDirectories(directory.resolve("run"));
    RecordedRuns.write(RUN, run);
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      out.putNextEntry(new ZipEntry("run/"));
      for (String name : names(run)) {
        out.putNextEntry(new ZipEntry("run/" + name));
        Files.copy(run.resolve(name), out);
      }
    }

    assertReads();
  }

  @Test
  void errorsNameEntryAndLine() throws IOException {
    zipped("elsewhere/")
        .add(Entry.of("data/run.json", "{\n  \"schema\": \"coreyield/run/0\"\n}\n"))
        .write(zip);

    assertZipRefused(
        "!/data/run.json:2: schema is 'coreyield/run/0', and this version reads 'coreyield/run/2': use the CoreYield version that wrote the run, or measure again");
  }

  @Test
  void missing() throws IOException {
    assertZipRefused(": does not exist: give a bundle, as 'bundle' wrote it");
    new RawZip().add(Entry.of("readme.txt", "")).write(zip);
    assertZipRefused("!/data/run.json: is missing: give a bundle of a run, as 'bundle' wrote it");
    zipped("a/").add(Entry.of("b/run.json", "{}")).write(zip);
    assertZipRefused(": holds several runs (a/, b/): give a zip file of one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /etc/passwd          | has an absolute path
          C:/windows/x         | has an absolute path
          c:x                  | has an absolute path
          ../x                 | has a path with '..' in it
          a/../../x            | has a path with '..' in it
          a/./x                | has a path with '.' in it
          a//x                 | has a path with '//' in it
          a\\x                 | has a backslash in its path
          ..\\..\\x            | has a backslash in its path
          DATA/run.json        | occurs twice, after upper and lower case and accents are made alike
          data/run.json        | occurs twice, after upper and lower case and accents are made alike
          """)
  void names(String name, String fault) throws IOException {
    assertEntryRefused(zipped("data/").add(Entry.of(name, "x")), name, fault);
  }

  @Test
  void namesThatAreAlikeOnSomeFileSystem() throws IOException {
    assertEntryRefused(
        new RawZip().add(Entry.of("caf\u00e9", "")).add(Entry.of("cafe\u0301", "")),
        "cafe\u0301",
        "occurs twice, after upper and lower case and accents are made alike");
    assertEntryRefused(
        new RawZip().add(Entry.of("stra\u00dfe", "")).add(Entry.of("STRASSE", "")),
        "STRASSE",
        "occurs twice, after upper and lower case and accents are made alike");
    assertEntryRefused(
        new RawZip().add(Entry.of("a/b", "")).add(Entry.of("A", "")),
        "a",
        "is both a file and a directory");
  }

  @Test
  void escapeSequencesInNamesStayOffTheTerminal() throws IOException {
    new RawZip().add(Entry.of("a\u001b[2J\u202eb", "")).write(zip);

    assertZipRefused("!/a?[2J?b: has no readable name" + AGAIN);
  }

  @Test
  void whatIsNoPlainFile() throws IOException {
    String special = "is a symbolic link or another special file";
    assertEntryRefused(zipped("").add(Entry.of("x", "/etc").mode(0120777)), "x", special);
    assertEntryRefused(zipped("").add(Entry.of("x", "").mode(0010644)), "x", special);
    assertEntryRefused(zipped("").add(Entry.of("x/", "").mode(0100644)), "x/", special);
    for (int encrypted : new int[] {1, 1 << 6, 1 << 13}) {
      assertEntryRefused(zipped("").add(Entry.of("x", "").flags(encrypted)), "x", "is encrypted");
    }
    assertEntryRefused(
        zipped("").add(Entry.of("x", "").flags(1 << 5)),
        "x",
        "is packed in a way that no bundle of ours is");
  }

  @Test
  void bombs() throws IOException {
    byte[] zeros = new byte[8 << 20];
    assertEntryRefused(
        zipped("").add(Entry.of("x", zeros)),
        "x",
        "grows more than 250 times when it is decompressed");
    assertEntryRefused(
        zipped("").add(Entry.of("x", zeros).size(0xFFFF_FFFFL)),
        "x",
        "is larger than 4294967294 bytes");
    RawZip many = new RawZip();
    for (int i = 0; i <= Limits.ENTRIES; i++) {
      many.add(Entry.stored("f" + i, ""));
    }
    many.write(zip);
    assertZipRefused(": holds more than 4096 files" + AGAIN);
    for (int i = 0; i <= Limits.DIRECTORY_BYTES / 512; i++) {
      many.add(Entry.stored("f".repeat(500) + i, ""));
    }
    many.write(zip);
    assertZipRefused(": holds more than 4096 files" + AGAIN);
  }

  /** What it declares is all that it may give. */
  @Test
  void moreThanItDeclares() throws IOException {
    String damaged =
        "!/run.json: is damaged (its content is not what its checksum says): get the bundle again";
    for (long size : List.of(3L, 4_000_000L)) {
      new RawZip().add(Entry.of("run.json", new byte[3 << 20]).size(size)).write(zip);
      assertZipRefused(
          size < 1 << 20
              ? damaged
              : "!/run.json: grows more than 250 times when it is decompressed" + AGAIN);
    }
  }

  @Test
  void cutFiles() throws IOException {
    byte[] good = zipped("").bytes();
    for (int cut : new int[] {0, 1, 21, good.length / 2, good.length - 1}) {
      Files.write(zip, Arrays.copyOf(good, cut));
      assertZipRefused(": is no zip file, or was cut short" + AGAIN);
    }
  }

  @Test
  void everyFlippedByteIsARefusalOrChangesNothingThatIsRead() throws IOException {
    byte[] good = zipped("").bytes();
    Random random = new Random(20_261_125);
    for (int i = 0; i < 200; i++) {
      byte[] bad = good.clone();
      int at = random.nextInt(bad.length);
      bad[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(zip, bad);
      RecordingException refusal =
          catchThrowableOfType(RecordingException.class, () -> assertReads());
      if (refusal != null) {
        assertThat(refusal.getMessage()).as("byte %d", at).doesNotContain("Exception", "java.");
      }
    }
  }
}
