package io.coreyield.analysis.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.report.brief.BriefTable;
import io.coreyield.analysis.report.brief.BriefTable.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTableTest {

  private static final BriefTable TABLE =
      new BriefTable(
          "Three",
          List.of(Column.words("long words", 2), Column.words("name", 0), Column.number("n", 1)),
          List.of(
              List.of("what it does", "a", "1"),
              List.of("that", "bcdefg", "20"),
              List.of("this", "h", "300")),
          0);

  @Test
  void aLineHoldsWhatFits() {
    assertThat(TerminalTable.lines(TABLE, 27, 9))
        .containsExactly(
            "Three:",
            "  long words    name      n",
            "  what it does  a         1",
            "  that          bcdefg   20",
            "  this          h       300");
  }

  @Test
  void theLeastImportantColumnGivesWayFirst() {
    assertThat(TABLE.fitting(27)).containsExactly(0, 1, 2);
    assertThat(TABLE.fitting(26)).containsExactly(1, 2);
    assertThat(TABLE.fitting(13)).containsExactly(1, 2);
    assertThat(TABLE.fitting(12)).containsExactly(1);
    assertThat(TABLE.fitting(1)).containsExactly(1);
  }

  @Test
  void rowsThatAreLeftOutAreCounted() {
    assertThat(TerminalTable.lines(TABLE, 26, 4))
        .containsExactly("Three:", "  name      n", "  a         1", "  and 2 more in the report");
    assertThat(TerminalTable.lines(TABLE, 80, 5)).hasSize(5).noneMatch(l -> l.contains("more"));
  }

  @Test
  void everyRowHasACellForEachColumn() {
    assertThatThrownBy(
            () -> new BriefTable("One", List.of(Column.words("a", 0)), List.of(List.of()), 0))
        .hasMessageContaining("'One'");
  }
}
