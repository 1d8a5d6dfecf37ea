package io.coreyield.analysis.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.recording.RecordedRuns;
import io.coreyield.analysis.report.page.HostileRuns;
import io.coreyield.analysis.report.tables.Cell;
import io.coreyield.analysis.wording.Markdown;
import io.coreyield.analysis.wording.Tex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of machines that try to be a formula, a command, markup or an escape sequence. */
class HostileTextTest {

  /** For programs: a text of JSON is what it is. */
  private static final Pattern JSON = Pattern.compile("\\.jsonl?$");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
  void aCellIsNoFormula(String words) {
    assertThat(new Cell.Words(words).csvFields()).singleElement().asString().startsWith("'");
    assertThat(new Cell.Unmeasured(words).csvFields().getLast()).startsWith("'");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      textBlock =
          """
          \\input{/etc/passwd}, \\textbackslash{}input\\{/etc/passwd\\}
          a%b,                  a\\%b
          ^^5cinput,            \\textasciicircum{}\\textasciicircum{}5cinput
          $x_1$ & #,            \\$x\\_1\\$ \\& \\#
          <a|b>,                \\textless{}a\\textbar{}b\\textgreater{}
          漢字,                 ??
          Zoë 4×2,              Zoë 4$\\times$2
          """)
  void texIsText(String hostile, String escaped) {
    assertThat(Tex.escaped(hostile)).isEqualTo(escaped);
    assertThat(Tex.escaped("a\n\n\u001b[2J\u202eb")).isEqualTo("a   [2J?b");
  }

  @Test
  void markdownIsText() {
    assertThat(Markdown.escaped("[x](javascript:y) `c` *b* <i>\n# h | \u001b[2J"))
        .isEqualTo("\\[x\\](javascript:y) \\`c\\` \\*b\\* \\<i\\> \\# h \\| \\[2J");
  }

  @Test
  void noFileOfABundleHoldsAnythingOfIt() throws IOException {
    Path zip = directory.resolve("run.zip");
    Bundle.write(
        RecordedRuns.write(HostileRuns.of(PairedRuns.full()), directory.resolve("run")),
        zip,
        false);

    for (Map.Entry<String, byte[]> entry : BundleTest.entries(zip).entrySet()) {
      String name = entry.getKey();
      String text = new String(entry.getValue(), StandardCharsets.UTF_8);
      if (name.endsWith(".png") || name.endsWith(".pdf")) {
        continue;
      }
      assertThat(text).as(name).doesNotContain("\u001b");
      if (name.endsWith(".html")) {
        assertThat(text).as(name).doesNotContain("<script>document.title");
      } else if (name.endsWith(".md")) {
        assertThat(text).as(name).doesNotContainPattern("(?<!\\\\)<script>");
      } else if (name.endsWith(".tex")) {
        assertThat(text).as(name).doesNotContain("<script>", "${7");
      } else if (!JSON.matcher(name).find()) {
        assertThat(text).as(name).doesNotContain("\u202e");
      }
    }
  }
}
