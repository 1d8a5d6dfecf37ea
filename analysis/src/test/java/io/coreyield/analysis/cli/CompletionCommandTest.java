package io.coreyield.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class CompletionCommandTest {

  @TempDir private Path scratch;

  /** What bash offers when Tab is pressed behind these words. */
  private String offered(String... words) throws Exception {
    StringWriter script = new StringWriter();
    int code =
        Commands.line(
                new Main(), new PrintWriter(script, true), new PrintWriter(new StringWriter()))
            .execute("completion");
    assertThat(code).isZero();
    Path file = Files.writeString(scratch.resolve("completion"), script.toString());
    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                "source '%s'; COMP_WORDS=(coreyield %s); COMP_CWORD=%d; _complete_coreyield; echo \"${COMPREPLY[*]}\""
                    .formatted(file, String.join(" ", words), words.length))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String offered = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return offered.strip().replaceAll("\\s+", " ");
  }

  @Test
  void bashCompletesCommandsAndOptions() throws Exception {
    assertThat(offered("re")).isEqualTo("report rebuild");
    assertThat(offered("compare", "--fail")).isEqualTo("--fail-on");
    assertThat(offered("report", "--op")).isEqualTo("--open");
  }
}
