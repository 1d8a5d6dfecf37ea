package io.coreyield.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;

class CommandsTest {

  @Command(name = "fails")
  private record Failing(String message) implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException(message);
    }
  }

  /** As {@code File.deleteOnExit} says it while a figure is drawn after Ctrl-C. */
  @ParameterizedTest
  @CsvSource({"Shutdown in progress, 0", "the figure has no room, 1"})
  void anEndThatIsUnderWayIsNoError(String message, int sentences) {
    StringWriter err = new StringWriter();

    int code =
        Commands.line(new Failing(message), new PrintWriter(err), new PrintWriter(err, true))
            .execute();

    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString().lines()).hasSize(sentences);
  }
}
