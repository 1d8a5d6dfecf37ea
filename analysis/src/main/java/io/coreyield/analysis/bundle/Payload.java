package io.coreyield.analysis.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Files by path, sorted. Each can be read any number of times. */
final class Payload {

  /** Where a file's bytes come from. */
  @FunctionalInterface
  interface Content {
    InputStream open() throws IOException;
  }

  private final NavigableMap<String, Content> files = new TreeMap<>();

  /** Adds a file; a path is added once. */
  void add(String path, Content content) {
    if (files.put(path, content) != null) {
      throw new IllegalArgumentException(path + " was added before");
    }
  }

  void add(String path, byte[] content) {
    add(path, () -> new ByteArrayInputStream(content));
  }

  void add(String path, String text) {
    add(path, text.getBytes(StandardCharsets.UTF_8));
  }

  void addTexts(String directory, Map<String, String> texts) {
    texts.forEach((name, text) -> add(directory + name, text));
  }

  NavigableMap<String, Content> files() {
    return files;
  }

  /** Each file's length and checksum. */
  NavigableMap<String, Digest> digests() throws IOException {
    NavigableMap<String, Digest> digests = new TreeMap<>();
    for (Map.Entry<String, Content> file : files.entrySet()) {
      try (InputStream in = file.getValue().open()) {
        digests.put(file.getKey(), Digest.of(in));
      }
    }
    return digests;
  }
}
