package io.coreyield.analysis.report.terminal;

import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.wording.PlainText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A command line that a run was made with. */
final class Typed {

  private static final String OUT = "--out";

  private Typed() {}

  /** The same, to a new directory: {@code run} where nothing was typed. */
  static String again(List<String> commandLine) {
    String words =
        IntStream.range(0, commandLine.size())
            .filter(i -> !isOut(commandLine, i))
            .mapToObj(i -> PlainText.shellQuoted(ControlCharacters.spaced(commandLine.get(i))))
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? "run" : words;
  }

  private static boolean isOut(List<String> words, int i) {
    return words.get(i).equals(OUT)
        || words.get(i).startsWith(OUT + "=")
        || (i > 0 && words.get(i - 1).equals(OUT));
  }
}
