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
 * Checks a bundle: every checksum, that no file is missing or too many, every schema, and that the
 * verdict is what the raw samples say.
 */
public final class Verification {

  private final BundleArchive bundle;
  private final List<String> differences = new ArrayList<>();
  private final NavigableMap<String, Digest> digests = new TreeMap<>();

  private Verification(BundleArchive bundle) {
    this.bundle = bundle;
  }

  /**
   * What was found.
   *
   * @param differences one sentence each without its full stop, that names the file and what is
   *     wrong with it; empty where nothing is
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
   * @throws RecordingException if it is no bundle, or one whose list of files is damaged
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
      digest(name);
    }
    manifest(Bag.MANIFEST, true);
    manifest(Bag.TAG_MANIFEST, false);
    declaration();
    differences.addAll(new Schemas(bundle, digests).differences());
    differences.addAll(new StoredVerdict(bundle).differences(differences.isEmpty()));
    return new Result(differences, bundle.names().size());
  }

  private void digest(String name) throws IOException {
    try (InputStream in = bundle.open(name)) {
      digests.put(name, Digest.of(in));
    } catch (RecordingException e) {
      differences.add(name + ": is damaged, its content is not what the zip file says");
    }
  }

  private void manifest(String name, boolean payload) throws IOException {
    if (!digests.containsKey(name)) {
      if (!bundle.names().contains(name)) {
        differences.add(name + ": is missing, so nothing can be said of the files that it lists");
      }
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
    for (String path : bundle.names()) {
      boolean belongs = payload == path.startsWith(BundleArchive.DATA);
      boolean ours = payload || !path.equals(Bag.TAG_MANIFEST);
      if (belongs && ours && !listed.containsKey(path)) {
        differences.add(path + ": is too many, " + name + " does not list it");
      }
    }
  }

  private void checksum(String manifest, String path, String checksum) {
    Digest digest = digests.get(path);
    if (digest == null) {
      if (!bundle.names().contains(path)) {
        differences.add("%s: is missing, %s lists it".formatted(path, manifest));
      }
    } else if (!digest.sha256().equals(checksum)) {
      differences.add(
          "%s: was changed, its SHA-256 is %s, and %s says %s"
              .formatted(path, digest.sha256(), manifest, checksum));
    }
  }

  private void declaration() throws IOException {
    if (digests.containsKey(Bag.DECLARATION) && !text(Bag.DECLARATION).equals(Bag.DECLARED)) {
      differences.add(Bag.DECLARATION + ": is not that of BagIt 1.0 in UTF-8");
    }
    oxum();
  }

  /** Only where the payload can be counted: of a file that is damaged no bytes are known. */
  private void oxum() throws IOException {
    List<String> payload =
        bundle.names().stream().filter(name -> name.startsWith(BundleArchive.DATA)).toList();
    if (!digests.containsKey(Bag.INFO) || !digests.keySet().containsAll(payload)) {
      return;
    }
    long bytes =
        digests.entrySet().stream()
            .filter(file -> file.getKey().startsWith(BundleArchive.DATA))
            .mapToLong(file -> file.getValue().bytes())
            .sum();
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
