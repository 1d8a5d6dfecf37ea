package io.coreyield.analysis.report;

import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.recording.ControlCharacters;
import java.util.Collection;
import java.util.stream.Collectors;

/** References as BibTeX. */
final class Bibliography {

  private Bibliography() {}

  /** The entries of these, each once, in their order. */
  static String bibtex(Collection<Reference> cited, RunInfo info) {
    return cited.stream()
        .distinct()
        .sorted()
        .map(reference -> reference.bibtex(info))
        .collect(Collectors.joining("\n"));
  }

  /**
   * A text of another's as it may stand in a field: no command, no brace that BibTeX would count,
   * no control character.
   */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    ControlCharacters.spaced(text).codePoints().forEach(c -> escaped.append(escaped(c)));
    return escaped.toString();
  }

  private static String escaped(int codePoint) {
    return switch (codePoint) {
      case '\\' -> "\\textbackslash{}";
      case '{' -> "\\textbraceleft{}";
      case '}' -> "\\textbraceright{}";
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '"' -> "\\textquotedbl{}";
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      case '|' -> "\\textbar{}";
      case '%', '&', '$', '#', '_' -> "\\" + Character.toString(codePoint);
      // Some readers take it for the next entry.
      case '@' -> "\\symbol{64}";
      default -> Character.toString(codePoint);
    };
  }
}
