package io.coreyield.analysis.report.methods;

import io.coreyield.analysis.wording.TextTemplates;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A paragraph with citations, as pandoc marks them: {@code [@efron1987; @davison1997]} before a
 * full stop. Only templates cite: a placeholder replaces an {@code @} in a value until it is
 * written.
 *
 * @param text in one line
 */
record CitedText(String text) {

  private static final Pattern CITATION = Pattern.compile(" \\[(@\\w+(?:; @\\w+)*)]");
  private static final char AT = '\ue000';

  /** Fills a template, in which lines are broken at will. */
  static CitedText of(String template, Object view) {
    String filled =
        TextTemplates.text(template, view, text -> text.replace(AT, ' ').replace('@', AT));
    return new CitedText(filled.replaceAll("\\s+", " ").strip());
  }

  /** The keys of what is cited. */
  Stream<String> keys() {
    return CITATION.matcher(text).results().flatMap(match -> keys(match.group(1)).stream());
  }

  private static List<String> keys(String marks) {
    return List.of(marks.substring(1).split("; @", -1));
  }

  /**
   * The text in a markup language.
   *
   * @param escape for what is text
   * @param citation of these keys, with the space before it
   */
  String written(UnaryOperator<String> escape, Function<List<String>, String> citation) {
    StringBuilder written = new StringBuilder();
    Matcher matcher = CITATION.matcher(text);
    int from = 0;
    while (matcher.find()) {
      written
          .append(escape.apply(text.substring(from, matcher.start()).replace(AT, '@')))
          .append(citation.apply(keys(matcher.group(1))));
      from = matcher.end();
    }
    return written.append(escape.apply(text.substring(from).replace(AT, '@'))).toString();
  }
}
