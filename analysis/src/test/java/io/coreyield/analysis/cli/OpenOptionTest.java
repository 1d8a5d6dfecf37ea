package io.coreyield.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenOptionTest {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir private Path scratch;

  @Test
  void eachSystemHasItsOpener() {
    assertThat(OpenOption.opener("Linux")).containsExactly("xdg-open");
    assertThat(OpenOption.opener("Mac OS X")).containsExactly("open");
    assertThat(OpenOption.opener("Windows 11")).containsExactly("cmd", "/c", "start", "");
  }

  /** The opener is a real program, which gets the whole path. */
  @Test
  void handsThePageOver() {
    Path page = scratch.resolve("a page.html");
    assertThat(OpenOption.open(List.of("sh", "-c", "echo seen > \"$0.seen\""), page)).isEmpty();
    assertThat(scratch.resolve("a page.html.seen")).exists();
  }

  @Test
  void whatHindersIsSaid() {
    Path page = scratch.resolve("page.html");
    assertThat(OpenOption.open(List.of("no-such-opener"), page))
        .hasValue("no-such-opener cannot be started");
    assertThat(OpenOption.open(List.of(JAVA.toString(), "--no-such-option"), page))
        .hasValue(JAVA + " ended with 1");
  }
}
