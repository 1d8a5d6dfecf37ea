package io.coreyield.fleet.ingest;

import io.coreyield.analysis.bundle.Digest;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.recording.RunContent;
import io.coreyield.analysis.recording.RunSource;
import io.coreyield.fleet.store.RunRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What reading a run gave. */
sealed interface Reading {

  /** Its files are those that were read before: they were not read as a run again. */
  record Known() implements Reading {}

  /** It is new, or has changed. */
  record Read(RunRow row) implements Reading {}

  /**
   * Reads a run, unless its files are known.
   *
   * @param machine its name; null to use the one that the run gives
   * @param machines of the known runs, by digest
   * @throws IOException in one sentence with the file and what to do
   */
  static Reading of(Path path, @Nullable String machine, Map<String, String> machines)
      throws IOException {
    try (RunContent content = RunContent.of(RunSource.at(path))) {
      String digest = digest(content);
      String before = machines.get(digest);
      if (before != null && (machine == null || machine.equals(before))) {
        return new Known();
      }
      Findings findings = Findings.toCompare(content.readableRun());
      return new Read(RunRows.of(path, digest, machine, findings));
    }
  }

  /** Of the names and contents of its files: a bundle has that of the directory it was made of. */
  private static String digest(RunContent content) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : content.names()) {
      try (InputStream in = content.open(name)) {
        all.append(name).append(' ').append(Digest.of(in).sha256()).append('\n');
      }
    }
    return sha256(all.toString());
  }

  static String sha256(String text) throws IOException {
    return Digest.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).sha256();
  }
}
