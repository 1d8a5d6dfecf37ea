package io.coreyield.benchmarks.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a mistyped word may have been meant to be. */
final class NearWord {

  /** Shorter words are near to too many others. */
  private static final int MIN_LETTERS = 3;

  /** From so many letters on two may be wrong. */
  private static final int MIN_LETTERS_FOR_TWO = 5;

  private NearWord() {}

  /** The nearest of these that is near; a beginning of three letters or more is near, too. */
  static Optional<String> of(String word, List<String> known) {
    String lower = word.toLowerCase(Locale.ROOT);
    String letters = lower.replace("-", "");
    if (letters.length() < MIN_LETTERS) {
      return Optional.empty();
    }
    int most = letters.length() < MIN_LETTERS_FOR_TWO ? 1 : 2;
    return known.stream()
        .filter(k -> k.startsWith(lower) || edits(lower, k) <= most)
        .min(Comparator.comparingInt(k -> edits(lower, k)));
  }

  /** Letters to insert, leave out, change, or swap with the next one, as few as will do. */
  static int edits(String from, String to) {
    int[][] d = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : least(d, from, to, i, j);
      }
    }
    return d[from.length()][to.length()];
  }

  private static int least(int[][] d, String from, String to, int i, int j) {
    int changed = d[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int least = Math.min(changed, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
