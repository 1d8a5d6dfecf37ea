package io.coreyield.analysis.report.methods;

import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.wording.Tex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The works that the methods text may cite: {@code references.bib}, software first, then by year.
 * The line before an entry, which BibTeX ignores, is how a text names the work.
 */
final class Bibliography {

  private static final Pattern ENTRY =
      Pattern.compile("(?m)^(.+):\\n(@\\w+\\{(\\w+),\\n(?:  .*\\n)+}\\n)");

  private static final SequencedMap<String, Entry> ENTRIES = read();

  private Bibliography() {}

  private record Entry(String words, String bibtex) {}

  private static SequencedMap<String, Entry> read() {
    try (InputStream in =
        Objects.requireNonNull(Bibliography.class.getResourceAsStream("references.bib"))) {
      SequencedMap<String, Entry> entries = new LinkedHashMap<>();
      ENTRY
          .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .results()
          .forEach(match -> entries.put(match.group(3), new Entry(match.group(1), match.group(2))));
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every key, in order. */
  static Collection<String> keys() {
    return ENTRIES.sequencedKeySet();
  }

  /**
   * How a text names a work: {@code Georges et al. 2007}.
   *
   * @throws NullPointerException if there is no such key
   */
  static String words(String key) {
    return Objects.requireNonNull(ENTRIES.get(key), key).words();
  }

  /** The entries of these keys, each once, in order; of software with the version that ran. */
  static String bibtex(Collection<String> keys, RunInfo info) {
    return ENTRIES.entrySet().stream()
        .filter(entry -> keys.contains(entry.getKey()))
        .map(entry -> entry.getValue().bibtex())
        .collect(Collectors.joining("\n"))
        .replace("TOOL_VERSION", escaped(info.toolVersion()))
        .replace("JMH_VERSION", escaped(jmhVersion(info)));
  }

  /** Text for a field: no command, no brace that BibTeX would count, no control character. */
  static String escaped(String text) {
    return ControlCharacters.spaced(text)
        .codePoints()
        .mapToObj(Bibliography::escaped)
        .collect(Collectors.joining());
  }

  private static String escaped(int codePoint) {
    return switch (codePoint) {
      case '{' -> "\\textbraceleft{}";
      case '}' -> "\\textbraceright{}";
      case '\\', '~', '^', '"', '<', '>', '|', '%', '&', '$', '#', '_' ->
          Tex.escaped(Character.toString(codePoint));
      // Some readers take it for the next entry.
      case '@' -> "\\symbol{64}";
      default -> Character.toString(codePoint);
    };
  }

  private static String jmhVersion(RunInfo info) {
    return info.origin() instanceof Measured measured ? measured.jmhVersion() : RunInfo.NOT_KNOWN;
  }
}
