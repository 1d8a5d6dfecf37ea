package io.coreyield.analysis.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.recording.RawZip;
import io.coreyield.analysis.recording.RecordedRuns;
import io.coreyield.analysis.recording.file.BundleArchive;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

  private static final String VERDICT = "data/report/verdict.json";

  @TempDir static Path shared;
  @TempDir Path directory;

  private static Path good = Path.of("good.zip");

  @BeforeAll
  static void bundle() throws IOException {
    good = shared.resolve("good.zip");
    Bundle.write(
        RecordedRuns.write(SimulatedRuns.quick(SimulatedRuns.machine(2, 2)), shared.resolve("run")),
        good,
        false);
    assertThat(Verification.of(good).differences()).isEmpty();
  }

  private List<String> differences(Map<String, byte[]> entries) throws IOException {
    RawZip zip = new RawZip();
    entries.forEach((name, content) -> zip.add(RawZip.Entry.of(name, content)));
    return Verification.of(zip.write(directory.resolve("changed.zip"))).differences();
  }

  /** Whatever another program made of it, as long as the content is the same. */
  @Test
  void packedAgain() throws IOException {
    assertThat(differences(BundleTest.entries(good))).isEmpty();
  }

  @Test
  void changedMissingAndTooMany() throws IOException {
    Map<String, byte[]> entries = BundleTest.entries(good);
    byte[] load = Objects.requireNonNull(entries.get("data/load.csv")).clone();
    load[load.length - 2] ^= 1;
    entries.put("data/load.csv", load);
    entries.remove("data/swap.csv");
    entries.put("data/more.txt", new byte[] {1});
    entries.put("tag.txt", new byte[] {1});

    assertThat(differences(entries))
        .anySatisfy(d -> assertThat(d).startsWith("data/load.csv: was changed, its SHA-256 is "))
        .contains(
            "data/swap.csv: is missing, manifest-sha256.txt lists it",
            "data/more.txt: is too many, manifest-sha256.txt does not list it",
            "tag.txt: is too many, tagmanifest-sha256.txt does not list it",
            "data/ro-crate-metadata.json: names data/swap.csv, which is missing",
            "data/datapackage.json: names data/swap.csv, which is missing");
  }

  /** Whoever changes a verdict can make the checksums anew, but not the samples. */
  @Test
  void aVerdictThatTheSamplesDoNotSay() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>(BundleTest.entries(good));
    String verdict =
        new String(Objects.requireNonNull(entries.get(VERDICT)), StandardCharsets.UTF_8);
    String other =
        verdict
            .replaceFirst("\"elementsPerSecond\" : ([0-9.E]+)", "\"elementsPerSecond\" : 12.5")
            .replaceFirst("\"cores\" : 2", "\"cores\" : 3")
            .replaceFirst("\"state\" : \"complete\",", "");
    entries.put(VERDICT, other.getBytes(StandardCharsets.UTF_8));

    List<String> differences = Verification.of(forged(entries)).differences();
    assertThat(differences)
        .hasSize(3)
        .contains(
            VERDICT + ": machine.cores: stored 3, recomputed 2",
            VERDICT + ": state: stored nothing, recomputed \"complete\"");
    assertThat(differences.getLast())
        .startsWith(VERDICT + ": scaling[0].points[0].elementsPerSecond: stored 12.5, recomputed ");
  }

  /** With checksums that hold. */
  private Path forged(Map<String, byte[]> entries) throws IOException {
    Path forged = directory.resolve("forged.zip");
    Payload payload = new Payload();
    entries.forEach((name, content) -> {
      if (name.startsWith("data/")) {
        payload.add(name, content);
      }
    });
    Bag.write(forged, payload, List.of());
    return forged;
  }

  /** A reader takes the first of two values, a program the last. */
  @Test
  void aSecondAnswer() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>(BundleTest.entries(good));
    String verdict =
        new String(Objects.requireNonNull(entries.get(VERDICT)), StandardCharsets.UTF_8);
    String other = verdict.replaceFirst("\"answer\"", "\"answer\" : \"100 %\", \"answer\"");
    assertThat(other).isNotEqualTo(verdict);
    entries.put(VERDICT, other.getBytes(StandardCharsets.UTF_8));

    assertThat(Verification.of(forged(entries)).differences())
        .anySatisfy(d -> assertThat(d).startsWith(VERDICT + ": "));
  }

  @Test
  void aFileThatNothingDescribes() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>(BundleTest.entries(good));
    entries.put("data/report/extra.html", new byte[] {'x'});

    assertThat(Verification.of(forged(entries)).differences())
        .containsExactly("data/ro-crate-metadata.json: does not describe data/report/extra.html");
  }

  @Test
  void whatIsNoBundle() throws IOException {
    Path zip = new RawZip().add(RawZip.Entry.of("x", "")).write(directory.resolve("x.zip"));

    assertThatThrownBy(() -> Verification.of(zip))
        .isInstanceOf(RecordingException.class)
        .hasMessage(zip + ": holds no bagit.txt: give a bundle, as 'bundle' wrote it");
  }

  /** A bit that changes no content (a time, padding) may go unnoticed. */
  @Test
  void everyFlippedByteThatChangesContentIsFound() throws IOException {
    long seed = 20_261_125L;
    Random random = new Random(seed);
    byte[] bytes = Files.readAllBytes(good);
    Map<String, String> content = checksums(good);
    Path flipped = directory.resolve("flipped.zip");
    int found = 0;
    for (int i = 0; i < 150; i++) {
      int at = random.nextInt(bytes.length);
      byte bit = (byte) (1 << random.nextInt(8));
      bytes[at] ^= bit;
      Files.write(flipped, bytes);
      bytes[at] ^= bit;
      if (found(flipped).isEmpty()) {
        assertThat(checksums(flipped))
            .as("bit %d of byte %d (seed %d)", bit, at, seed)
            .isEqualTo(content);
      } else {
        found++;
      }
    }
    assertThat(found).isGreaterThan(135);
  }

  private static Map<String, String> checksums(Path zip) throws IOException {
    Map<String, String> checksums = new TreeMap<>();
    try (BundleArchive archive = BundleArchive.open(zip)) {
      for (String name : archive.names()) {
        try (InputStream in = archive.open(name)) {
          checksums.put(name, Digest.of(in).sha256());
        }
      }
    }
    return checksums;
  }

  private static String found(Path zip) throws IOException {
    try {
      return String.join("\n", Verification.of(zip).differences());
    } catch (RecordingException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
