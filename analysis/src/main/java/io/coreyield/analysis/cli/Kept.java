package io.coreyield.analysis.cli;

import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.PlainText;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** What an interrupted run has on disk, and how it goes on. */
public final class Kept {

  private Kept() {}

  /** One sentence for the user of a command. */
  public static String sentence(CommandSpec command, Path directory, int trials) {
    String path = PlainText.shellQuoted(directory.toString());
    String resume = "'%s run --resume %s'".formatted(Program.programs(command).measuring(), path);
    return trials == 0
        ? "%s: nothing was measured yet: %s runs the first trial".formatted(directory, resume)
        : "%s kept in %s; '%s report %s' and %s go on from there"
            .formatted(
                Phrases.count(trials, "trial"), directory, Program.of(command), path, resume);
  }
}
