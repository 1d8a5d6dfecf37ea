package io.coreyield.analysis.model.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FitnessRuleTest {

  private static final Path PAGE = Path.of("..", "docs", "FITNESS.md");

  private static String row(FitnessRule rule) {
    return "| %s | `%s` | %s | %s | %s |"
        .formatted(
            rule.severity().name().toLowerCase(Locale.ROOT),
            rule.code(),
            rule.condition(),
            rule.why(),
            rule.remedy());
  }

  /** {@code docs/FITNESS.md} has a row for every rule, in order, and no other. */
  @Test
  void thePageHasEveryRule() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream().filter(l -> l.matches("\\| (unfit|note) .*")).toList();

    assertThat(rows)
        .isEqualTo(Arrays.stream(FitnessRule.values()).map(FitnessRuleTest::row).toList());
  }

  @Test
  void codesAreUnlike() {
    assertThat(Arrays.stream(FitnessRule.values()).map(FitnessRule::code).toList())
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z-]+"));
  }

  @ParameterizedTest
  @EnumSource
  void aFindingSaysWhatWhyAndWhatToDo(FitnessRule rule) {
    Warning finding = rule.finding("this and that");

    assertThat(finding.message()).isEqualTo("this and that: " + rule.why());
    assertThat(finding.remedy()).isEqualTo(rule.remedy()).isNotBlank();
    assertThat(finding.makesUnfit()).isEqualTo(rule.severity() == FitnessRule.Severity.UNFIT);
    assertThat(finding.code()).isEqualTo(rule.code()).endsWith(finding.name());
    assertThat(List.of(rule.condition(), rule.why(), rule.remedy()))
        .allMatch(text -> !text.endsWith(".") && !text.contains("|") && !text.contains("\n"));
  }

  @Test
  void theConditionHasTheThreshold() {
    assertThat(FitnessRule.LOAD.condition()).contains(" 0.25 ");
    assertThat(FitnessRule.BACKGROUND_LOAD_HIGH.condition()).contains(" 25 % ");
  }
}
