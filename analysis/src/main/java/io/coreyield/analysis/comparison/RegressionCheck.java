package io.coreyield.analysis.comparison;

import io.coreyield.analysis.findings.yields.Direction;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a machine has changed: the yields and throughputs of the runs whose machine looks like
 * that of the reference. Other machines do not count, nor do speed-ups and dispatch, which follow
 * from other figures or from few of them.
 *
 * @param word that is looked for
 * @param compared how many yields and throughputs of the same machine were compared
 * @param found those that have the word, each in words: run, row
 */
public record RegressionCheck(Direction word, int compared, List<String> found) {

  /** Copies the list. */
  public RegressionCheck {
    found = List.copyOf(found);
  }

  /** Looks for a word among the differences. */
  public static RegressionCheck of(Comparison comparison, Direction word) {
    int compared = 0;
    List<String> found = new ArrayList<>();
    for (int run = 0; run < comparison.runs().size(); run++) {
      ComparedRun compare = comparison.runs().get(run);
      if (!compare.fingerprint().isSameMachineAs(comparison.referenceRun().fingerprint())) {
        continue;
      }
      for (var entry : comparison.differences().get(run).entrySet()) {
        if (entry.getKey().kind().isChecked()
            && entry.getValue() instanceof Difference.Told(var _, Direction said)) {
          compared++;
          if (said == word) {
            found.add(words(compare, entry.getKey(), said));
          }
        }
      }
    }
    return new RegressionCheck(word, compared, found);
  }

  private static String words(ComparedRun run, Row row, Direction said) {
    return "%s: %s, %s: %s".formatted(run.name(), row.kind().title(), row.subject(), said);
  }

  /** Whether nothing was found among what was compared; false, too, where nothing was compared. */
  public boolean passed() {
    return compared > 0 && found.isEmpty();
  }
}
