package io.coreyield.analysis.bundle;

import io.coreyield.analysis.recording.file.BundleArchive;
import io.coreyield.analysis.recording.file.Limits;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Checks a bundle: every checksum, that no file is missing or too many, the descriptions, and the
 * verdict against the raw samples.
 */
public final class Verification {

  private final BundleArchive bundle;
  private final List<String> differences = new ArrayList<>();
  private final NavigableMap<String, Digest> digests = new TreeMap<>();

  private Verification(BundleArchive bundle) {
    this.bundle = bundle;
  }

  /**
   * The outcome.
   *
   * @param differences one sentence each without its full stop, that names the file and what is
   *     wrong with it; empty if the bundle is whole
   * @param files how many files were checked
   */
  public record Result(List<String> differences, int files) {

    /** Copies the list. */
    public Result {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Checks a bundle.
   *
   * @throws RecordingException if it is no bundle, or its list of files is damaged
   */
  public static Result of(Path path) throws IOException {
    try (BundleArchive bundle = BundleArchive.open(path)) {
      return new Verification(bundle).result();
    }
  }

  private Result result() throws IOException {
    if (!bundle.names().contains(Bag.DECLARATION)) {
      throw new RecordingException(
          bundle.path(), "holds no bagit.txt: give a bundle, as 'bundle' wrote it");
    }
    for (String name : bundle.names()) {
      try (InputStream in = bundle.open(name)) {
        digests.put(name, Digest.of(in));
      } catch (RecordingException e) {
        differences.add(name + ": is damaged, its content is not what the zip file says");
      }
    }
    manifest(Bag.MANIFEST, true);
    manifest(Bag.TAG_MANIFEST, false);
    if (digests.containsKey(Bag.DECLARATION) && !text(Bag.DECLARATION).equals(Bag.DECLARED)) {
      differences.add(Bag.DECLARATION + ": is not that of BagIt 1.0 in UTF-8");
    }
    payloadOxum();
    differences.addAll(new Descriptions(bundle, digests).differences());
    differences.addAll(StoredVerdict.differences(bundle, differences.isEmpty()));
    return new Result(differences, bundle.names().size());
  }

  private void manifest(String name, boolean payload) throws IOException {
    if (!bundle.names().contains(name)) {
      differences.add(name + ": is missing, so nothing can be said of the files that it lists");
    }
    if (!digests.containsKey(name)) {
      return;
    }
    NavigableMap<String, String> listed;
    try {
      listed = Bag.parse(text(name));
    } catch (IllegalArgumentException e) {
      differences.add("%s: %s".formatted(name, e.getMessage()));
      return;
    }
    listed.forEach((path, checksum) -> checksum(name, path, checksum));
    bundle.names().stream()
        .filter(path -> payload == path.startsWith(BundleArchive.DATA))
        .filter(path -> !path.equals(Bag.TAG_MANIFEST) && !listed.containsKey(path))
        .forEach(path -> differences.add(path + ": is too many, " + name + " does not list it"));
  }

  private void checksum(String manifest, String path, String checksum) {
    Digest digest = digests.get(path);
    if (!bundle.names().contains(path)) {
      differences.add("%s: is missing, %s lists it".formatted(path, manifest));
    } else if (digest != null && !digest.sha256().equals(checksum)) {
      differences.add(
          "%s: was changed, its SHA-256 is %s, and %s says %s"
              .formatted(path, digest.sha256(), manifest, checksum));
    }
  }

  /** The total size of the payload; unknown if one of its files is damaged. */
  private void payloadOxum() throws IOException {
    List<String> payload =
        bundle.names().stream().filter(name -> name.startsWith(BundleArchive.DATA)).toList();
    if (!digests.containsKey(Bag.INFO) || !digests.keySet().containsAll(payload)) {
      return;
    }
    long bytes = payload.stream().map(digests::get).mapToLong(Digest::bytes).sum();
    String oxum = "Payload-Oxum: %d.%d".formatted(bytes, payload.size());
    if (text(Bag.INFO).lines().noneMatch(oxum::equals)) {
      differences.add("%s: does not say '%s'".formatted(Bag.INFO, oxum));
    }
  }

  private String text(String name) throws IOException {
    try (InputStream in = bundle.open(name)) {
      return new String(in.readNBytes(Limits.JSON_BYTES), StandardCharsets.UTF_8);
    }
  }
}
