package io.coreyield.analysis.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.report.ReportWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A real browser, without a window, that opens one page. */
public final class Browser {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Pattern CONSOLE = Pattern.compile("CONSOLE[(:].*");

  /** Requests that a page makes carry its origin; the browser's own carry none. */
  private static final Pattern REQUEST =
      Pattern.compile("\"initiator\":\"(?!not an origin)[^\"]*\".*?\"url\":\"([^\"]*)\"");

  private final Path executable;
  private final Path scratch;

  /**
   * What a page became.
   *
   * @param dom after scripts ran
   * @param console lines that the page, or its policy, caused on the console
   * @param requests addresses that the page asked for
   */
  public record Visit(Document dom, List<String> console, List<String> requests) {

    /** Asserts that it needed nothing but itself and kept to its policy. */
    public Document quiet() {
      assertThat(console).isEmpty();
      assertThat(requests).isEmpty();
      return dom;
    }
  }

  private Browser(Path executable, Path scratch) {
    this.executable = executable;
    this.scratch = scratch;
  }

  /** The browser on the PATH; without one the test is skipped, or fails where CI is set. */
  public static Browser find(Path scratch) {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      String message = "NOT TESTED: the page in a browser. Install chromium to test it.";
      System.err.println(message);
      return System.getenv("CI") == null ? abort(message) : fail(message);
    }
    return new Browser(found.get(), scratch);
  }

  /** A directory of the test. */
  public Path scratch() {
    return scratch;
  }

  /** Writes the report of a run, without its figures: the page has its own. */
  Path page(Run run) throws IOException {
    RunDirectory directory = new RunDirectory(scratch.resolve("run"));
    ReportWriter.writeText(directory, MeasuredFindings.of(run));
    return ReportWriter.page(directory);
  }

  /** The page as it is. */
  public Visit open(Path page, String... flags) throws IOException, InterruptedException {
    return visit(page, List.of(flags));
  }

  /**
   * A copy of the page without its policy, after a script of a test ran in it and all it waited
   * for.
   *
   * @param flags of the browser
   */
  Visit drive(Path page, String script, String... flags) throws IOException, InterruptedException {
    String text = Files.readString(page);
    String driven =
        text.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
            .replace("</body>", "<script>" + script + "</script></body>");
    Path copy = Files.createTempFile(page.getParent(), "driven", ".html");
    Files.writeString(copy, driven);
    List<String> all = new ArrayList<>(List.of("--virtual-time-budget=120000"));
    all.addAll(List.of(flags));
    return visit(copy, all);
  }

  private Visit visit(Path page, List<String> flags) throws IOException, InterruptedException {
    Path profile = Files.createTempDirectory(scratch, "profile");
    Path net = profile.resolve("net.json");
    Path out = profile.resolve("out.html");
    Path err = profile.resolve("err.txt");
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-crash-reporter",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=" + profile,
            "--enable-logging=stderr",
            "--log-net-log=" + net,
            "--dump-dom"));
    command.addAll(flags);
    command.add(page.toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("browser ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Visit(Jsoup.parse(Files.readString(out)), console(err), matches(REQUEST, 1, net));
  }

  private static List<String> console(Path err) throws IOException {
    return matches(CONSOLE, 0, err);
  }

  private static List<String> matches(Pattern pattern, int group, Path file) throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(file));
    return matcher.results().map(result -> result.group(group)).toList();
  }
}
