package io.coreyield.analysis.report.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.report.BibtexParser;
import io.coreyield.analysis.report.page.HostileRuns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BibliographyTest {

  /** What BibTeX's standard styles ask of each kind. */
  private static final Map<String, Set<String>> REQUIRED =
      Map.of(
          "article", Set.of("author", "title", "journal", "volume", "pages", "year"),
          "inproceedings", Set.of("author", "title", "booktitle", "pages", "year", "doi"),
          "book", Set.of("author", "title", "publisher", "year", "doi"),
          "misc", Set.of("author", "title"));

  private static final Run RUN = SimulatedRuns.quick(1, 2);

  private static BibtexParser.Entry entry(Map<String, BibtexParser.Entry> entries, String key) {
    return Objects.requireNonNull(entries.get(key));
  }

  static Collection<String> keys() {
    return Bibliography.keys();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyEntryIsWhole(String key) {
    Map<String, BibtexParser.Entry> entries =
        BibtexParser.parse(Bibliography.bibtex(Set.of(key), RUN.info()));
    assertThat(entries).containsOnlyKeys(key);
    BibtexParser.Entry entry = entry(entries, key);
    assertThat(entry.fields().keySet())
        .containsAll(REQUIRED.getOrDefault(entry.type(), Set.of("a kind that is known")));
    assertThat(entry.fields().values())
        .allSatisfy(value -> assertThat(value).isNotBlank().isASCII().doesNotContain("%"));
    assertThat(entry.fields().getOrDefault("year", "2000")).matches("(19|20)[0-9]{2}");
    String year = entry.fields().getOrDefault("year", "");
    assertThat(key).endsWith(year);
    assertThat(Bibliography.words(key)).endsWith(year);
    assertThat(entry.fields().getOrDefault("pages", "1--2")).matches("[0-9:]+--[0-9:]+");
    assertThat(entry.fields().getOrDefault("doi", "10.1/a")).matches("10\\.[0-9]+/[^\\s{}\\\\%]+");
  }

  @Test
  void eachIsThereOnceAndSoftwareHasItsVersion() {
    RunInfo info = RUN.info();
    String bibtex = Bibliography.bibtex(List.of("jmh", "coreyield", "jmh"), info);
    Map<String, BibtexParser.Entry> entries = BibtexParser.parse(bibtex);
    assertThat(entries).containsOnlyKeys("coreyield", "jmh");
    assertThat(entry(entries, "coreyield").fields()).containsEntry("note", "Version 0.1.0");
    assertThat(entry(entries, "jmh").fields()).containsEntry("note", "Version 1.37");
  }

  @Test
  void aHostileVersionStaysAText() {
    RunInfo hostile = HostileRuns.of(RUN).info();
    Map<String, BibtexParser.Entry> entries =
        BibtexParser.parse(Bibliography.bibtex(Bibliography.keys(), hostile));
    assertThat(entries).hasSize(Bibliography.keys().size());
    assertThat(entry(entries, "coreyield").fields().get("note"))
        .contains("\\textless{}script", "\\textbraceleft{}7*7\\textbraceright{}")
        .doesNotContain("\u001b", "\u202e");
  }

  @Test
  void whatLatexOrBibtexTakesForMarkupIsEscaped() {
    assertThat(Bibliography.escaped("}@a{\\input x}% #1 $y$ _^~&"))
        .isEqualTo(
            "\\textbraceright{}\\symbol{64}a\\textbraceleft{}\\textbackslash{}input"
                + " x\\textbraceright{}\\% \\#1 \\$y\\$ \\_\\textasciicircum{}\\textasciitilde{}\\&");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@misc{a, title = {x}", "@misc{a, title = {{x}}", "@misc{a, title = x}",
        "@misc{a, title = {x}, title = {y}}", "@misc{a} @misc{a}", "@misc{a, title = {b@c}}",
        "words @misc{a}"
      })
  void theParserOfTheTestsAboveIsStrict(String faulty) {
    assertThatThrownBy(() -> BibtexParser.parse(faulty))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
