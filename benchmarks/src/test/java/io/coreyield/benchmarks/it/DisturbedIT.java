package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others do to a campaign while it measures. */
class DisturbedIT {

  private static final String LONG =
      "run --kernels range --models platform --workers 1,2 --n 2^22 --rounds 100 --iterations 1"
          + " --no-siblings --no-report --seed 7 --out ";

  private final Jar jar;

  DisturbedIT(@TempDir Path home) throws IOException {
    jar = Jar.copiedTo(home);
  }

  @Test
  void aSecondOneIsRefusedAndALogicalCpuThatIsTakenAwayIsNoticed() throws Exception {
    assumeTrue(ThisMachine.read().logical() > 1, "one can be taken away");
    Started first = jar.start(LONG + "DIR");
    first.awaitTrials(2);

    long pid = first.process().pid();
    Jar elsewhere = jar.withTemporary("other");
    refused(elsewhere.run(LONG + "DIR"), "DIR is being written by process %d .*", pid);
    refused(
        elsewhere.run("run --resume DIR --no-report"),
        "DIR is being written by process %d .*",
        pid);
    refused(jar.run(LONG + "second"), "process %d .* measures on this machine.*", pid);
    assertThat(jar.directory().resolve("second")).doesNotExist();

    Process taskset =
        new ProcessBuilder("taskset", "-a", "-c", "-p", "0", Long.toString(pid))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean isTaken = taskset.waitFor() == 0;
    first.awaitTrials(first.announced().size() + 2);
    first.signal("INT");
    assertThat(first.end().exit()).isEqualTo(130);

    Run run = jar.read();
    assertThat(run.trials()).allMatch(Trial::succeeded);
    assertThat(run.trials()).extracting(Trial::number).doesNotHaveDuplicates();
    assumeTrue(isTaken, "the mask of a process can be changed here");
    assertThat(run.info().warnings())
        .filteredOn(warning -> warning.code().equals("unfit-cpus-changed"))
        .singleElement()
        .satisfies(warning ->
            assertThat(warning.message()).contains(" at the start of the run and 0 later"));
  }

  private static void refused(Ended ended, String sentence, long pid) {
    assertThat(ended.complaints()).hasLineCount(1).matches(sentence.formatted(pid));
    assertThat(ended.exit()).isEqualTo(2);
  }
}
