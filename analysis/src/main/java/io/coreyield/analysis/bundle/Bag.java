package io.coreyield.analysis.bundle;

import io.coreyield.analysis.recording.file.ControlCharacters;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A bag (RFC 8493) in a zip file. The same payload gives the same bytes. */
final class Bag {

  static final String DECLARATION = "bagit.txt";
  static final String INFO = "bag-info.txt";
  static final String MANIFEST = "manifest-sha256.txt";
  static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
  static final String DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

  /** Without a zone: of January 1980, Java would also write the time in the machine's zone. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private Bag() {}

  /**
   * Writes the zip file.
   *
   * @param payload with paths that begin with {@code data/}
   * @param info lines of {@code bag-info.txt}, name and value
   */
  static void write(Path zip, Payload payload, List<Map.Entry<String, String>> info)
      throws IOException {
    NavigableMap<String, Digest> digests = payload.digests();
    long bytes = digests.values().stream().mapToLong(Digest::bytes).sum();
    Payload tags = new Payload();
    tags.add(DECLARATION, DECLARED);
    tags.add(
        INFO,
        info.stream()
                .map(line ->
                    "%s: %s\n".formatted(line.getKey(), ControlCharacters.spaced(line.getValue())))
                .collect(Collectors.joining())
            + "Payload-Oxum: %d.%d\n".formatted(bytes, digests.size()));
    tags.add(MANIFEST, manifest(digests));
    Payload all = new Payload();
    payload.files().forEach(all::add);
    tags.files().forEach(all::add);
    all.add(TAG_MANIFEST, manifest(tags.digests()));
    pack(zip, all);
  }

  private static void pack(Path zip, Payload all) throws IOException {
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
      out.setLevel(Deflater.BEST_COMPRESSION);
      for (Map.Entry<String, Payload.Content> content : all.files().entrySet()) {
        ZipEntry entry = new ZipEntry(content.getKey());
        entry.setTimeLocal(NO_TIME);
        out.putNextEntry(entry);
        try (InputStream in = content.getValue().open()) {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
  }

  /** Our own names: none has a character that a manifest would escape. */
  private static String manifest(NavigableMap<String, Digest> digests) {
    return digests.entrySet().stream()
        .map(file -> file.getValue().sha256() + "  " + file.getKey() + "\n")
        .collect(Collectors.joining());
  }

  /**
   * Reads a manifest.
   *
   * @return checksum by path
   * @throws IllegalArgumentException naming the first wrong line
   */
  static NavigableMap<String, String> parse(String manifest) {
    NavigableMap<String, String> checksums = new TreeMap<>();
    int number = 0;
    for (String line : manifest.lines().toList()) {
      number++;
      String[] parts = line.split("[ \t]+", 2);
      if (parts.length != 2 || !parts[0].matches("[0-9a-fA-F]{64}")) {
        throw new IllegalArgumentException("line %d is no checksum and path".formatted(number));
      }
      String path = parts[1].startsWith("*") ? parts[1].substring(1) : parts[1];
      String decoded = path.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%");
      if (checksums.put(decoded, parts[0].toLowerCase(Locale.ROOT)) != null) {
        throw new IllegalArgumentException("line %d names a file again".formatted(number));
      }
    }
    return checksums;
  }
}
