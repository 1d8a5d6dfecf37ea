package io.coreyield.analysis.comparison;

import io.coreyield.analysis.findings.yields.Direction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Whether a machine has changed: the yields and throughputs of the runs whose machine looks like
 * that of the baseline. Speed-ups and dispatch do not count: they follow from other figures, or
 * from few of them.
 *
 * @param word that is looked for
 * @param compared how many yields and throughputs of the same machine were compared
 * @param found how many of them have the word
 */
public record RegressionCheck(Direction word, int compared, int found) {

  /** Looks for a word among the differences. */
  public static RegressionCheck of(Comparison comparison, Direction word) {
    Fingerprint baseline = comparison.baselineRun().fingerprint();
    List<Direction> words = new ArrayList<>();
    for (int run = 0; run < comparison.runs().size(); run++) {
      if (comparison.runs().get(run).fingerprint().isSameMachineAs(baseline)) {
        comparison
            .differences()
            .get(run)
            .forEach((row, difference) -> {
              if (row.kind().isChecked() && difference instanceof Difference.Measured measured) {
                words.add(measured.word());
              }
            });
      }
    }
    return new RegressionCheck(word, words.size(), Collections.frequency(words, word));
  }

  /** Whether nothing was found among what was compared; false, too, where nothing was compared. */
  public boolean passed() {
    return compared > 0 && found == 0;
  }
}
