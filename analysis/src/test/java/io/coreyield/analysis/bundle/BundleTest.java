package io.coreyield.analysis.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.cli.BundleCommand;
import io.coreyield.analysis.cli.Commands;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.RecordedRuns;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.recording.RunSource;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it changes the locale of the JVM")
class BundleTest {

  private static final Run NAMED = BundledRuns.named();

  @TempDir Path directory;

  private RunDirectory written(Run run) throws IOException {
    return RecordedRuns.write(run, directory.resolve("run"));
  }

  private Path bundled(RunSource source, String name) throws IOException {
    Path zip = directory.resolve(name);
    Bundle.write(source, zip, false);
    return zip;
  }

  static Map<String, byte[]> entries(Path zip) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (Enumeration<? extends ZipEntry> e = file.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        try (InputStream in = file.getInputStream(entry)) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return entries;
  }

  @Test
  void sameRunSameBytesWhereverAndWhenever() throws IOException {
    RunDirectory run = written(NAMED);
    byte[] first = Files.readAllBytes(bundled(run, "a.zip"));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Path elsewhere = Files.createDirectories(directory.resolve("else where/é"));
      Path copy = RecordedRuns.write(NAMED, elsewhere.resolve("r")).path();

      String other = directory.resolve("b.zip").toString();
      assertThat(Commands.run(new BundleCommand(), copy.toString(), "--out", other)).isZero();
      assertThat(Arrays.equals(Files.readAllBytes(Path.of(other)), first)).isTrue();
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void namesOfMachineAndUserAreLeftOut() throws IOException {
    List<String> leftOut = Bundle.write(written(NAMED), directory.resolve("a.zip"), false);

    assertThat(leftOut)
        .containsExactly(
            "run.json commandLine",
            "run.json environment.jvm.javaPath",
            "run.json environment.jvm.arguments",
            "run.json environment.host",
            "run.json warnings.message",
            "run.json warnings.remedy",
            "jmh.json jvm",
            "jmh.json jvmArgs");
    Map<String, byte[]> entries = entries(directory.resolve("a.zip"));
    assertThat(text(entries, "data/README.md")).contains("`run.json environment.host`");
    assertThat(text(entries, "bag-info.txt")).contains("run.json environment.host");
    for (var entry : entries.entrySet()) {
      for (byte[] bytes : layers(entry.getKey(), entry.getValue())) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        assertThat(text.contains(BundledRuns.HOST)).as("host in " + entry.getKey()).isFalse();
        assertThat(text.contains(BundledRuns.USER)).as("user in " + entry.getKey()).isFalse();
        assertThat(text).as("user of two words in " + entry.getKey()).doesNotContain("quux");
      }
    }
  }

  /** The bytes of a file, and of a PDF those of its streams. */
  private static List<byte[]> layers(String name, byte[] bytes) throws IOException {
    List<byte[]> layers = new ArrayList<>(List.of(bytes));
    if (name.endsWith(".pdf")) {
      try (PDDocument pdf = Loader.loadPDF(bytes)) {
        for (COSObjectKey key : pdf.getDocument().getXrefTable().keySet()) {
          if (pdf.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
            try (InputStream in = stream.createInputStream()) {
              layers.add(in.readAllBytes());
            }
          }
        }
      }
      assertThat(layers).as(name).hasSizeGreaterThan(2);
    }
    return layers;
  }

  private static String text(Map<String, byte[]> entries, String name) {
    return new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  private static void assertRefused(ThrowingCallable writing, String message) {
    assertThatThrownBy(writing).isInstanceOf(RecordingException.class).hasMessage(message);
  }

  @Test
  void whatIsABundleAlreadyIsNoneAgain() throws IOException {
    Path first = bundled(written(NAMED), "first.zip");
    Path second = directory.resolve("second.zip");
    assertRefused(
        () -> Bundle.write(RunSource.at(first), second, false),
        first + ": is a bundle already: attach it as it is, or bundle the run itself");
    assertThat(second).doesNotExist();
  }

  @Test
  void onRequestTheyStay() throws IOException {
    RunDirectory run = written(NAMED);
    Path zip = directory.resolve("a.zip");

    assertThat(Bundle.write(run, zip, true)).isEmpty();
    Map<String, byte[]> entries = entries(zip);
    for (Path file : List.of(run.runJson(), run.trialsJsonl(), run.loadCsv(), run.swapCsv())) {
      assertThat(entries.get("data/" + file.getFileName()))
          .as(file.toString())
          .isEqualTo(Files.readAllBytes(file));
    }
    assertThat(Verification.of(zip).differences()).isEmpty();
  }

  @Test
  void whatNamesNothingIsUnchanged() throws IOException {
    RunDirectory run = written(NAMED);
    Map<String, byte[]> entries = entries(bundled(run, "a.zip"));

    assertThat(entries.get("data/trials.jsonl")).isEqualTo(Files.readAllBytes(run.trialsJsonl()));
    assertThat(entries.get("data/load.csv")).isEqualTo(Files.readAllBytes(run.loadCsv()));
    assertThat(text(entries, "data/run.json"))
        .isEqualTo(
            Files.readString(run.runJson())
                .replace("\"" + BundledRuns.HOST + ".example.org\"", "null")
                .replace(BundledRuns.HOST, "HOST")
                .replace(BundledRuns.USER, "USER")
                .replace("Zelda Quux", "USER"));
  }

  @Test
  void aBundleCanBeReadVerifiedAndRebuilt() throws IOException {
    Path zip = bundled(written(NAMED), "a.zip");

    assertThat(RunSource.at(zip).read().trials()).isEqualTo(NAMED.trials());
    assertThat(Verification.of(zip).differences()).isEmpty();
    Path rebuilt = directory.resolve("rebuilt");
    int files = Rebuild.into(RunSource.at(zip), rebuilt);
    assertThat(files).isGreaterThan(60);
    Map<String, byte[]> entries = entries(zip);
    try (var paths = Files.walk(rebuilt)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = "data/" + rebuilt.relativize(path).toString().replace('\\', '/');
        assertThat(entries.get(name)).as(name).isEqualTo(Files.readAllBytes(path));
      }
    }
  }

  @Test
  void whatCannotBeReadLeavesNoDirectoryBehind() throws IOException {
    RunDirectory run = written(NAMED);
    Files.writeString(run.runJson(), "{");
    Path rebuilt = directory.resolve("rebuilt");

    assertThatThrownBy(() -> Rebuild.into(run, rebuilt)).isInstanceOf(RecordingException.class);
    assertThat(rebuilt).doesNotExist();
  }

  @Test
  void aCaptureOfAnotherToolCanBeBundled() throws IOException {
    Path zip = bundled(written(BundledRuns.captured()), "a.zip");

    assertThat(Verification.of(zip).differences()).isEmpty();
    assertThat(RunSource.at(zip).read().info().origin()).isInstanceOf(Captured.class);
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    RunDirectory run = written(NAMED);
    Path zip = Files.createFile(directory.resolve("a.zip"));

    assertRefused(
        () -> Bundle.write(run, zip, false),
        zip + ": is there already: delete it, or give another name with --out");
    assertRefused(
        () -> Rebuild.into(run, directory),
        directory
            + ": holds files already: give a new directory with --out, nothing is overwritten");
    Path nowhere = directory.resolve("no/such/a.zip");
    assertRefused(
        () -> Bundle.write(run, nowhere, false),
        nowhere
            + ": cannot be written (its directory does not exist): give another place with --out");
  }
}
