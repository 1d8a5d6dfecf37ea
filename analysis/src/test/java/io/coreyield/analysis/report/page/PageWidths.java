package io.coreyield.analysis.report.page;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/** Whether a page fits windows of some widths. */
public final class PageWidths {

  /** Says of each framed page, with all that is folded opened, what lies beyond its width. */
  private static final String MEASURE =
      """
      const measure = frame => {
        const page = frame.contentDocument;
        const width = frame.contentWindow.innerWidth;
        if (frame.clientWidth !== width || !page.querySelector("main")
            || page.readyState !== "complete") {
          setTimeout(() => measure(frame), 20);
          return;
        }
        page.querySelectorAll("details").forEach(d => d.open = true);
        const root = page.documentElement;
        const hidden = root.scrollWidth - root.clientWidth;
        document.body.appendChild(document.createElement("pre"))
            .append(width + " px, " + hidden + " beyond");
      };
      document.querySelectorAll("iframe").forEach(measure);
      """;

  private PageWidths() {}

  /** A browser's window is no narrower than 500 px, so the page is in a frame for each width. */
  public static void assertFits(Browser browser, Path page, Integer... widthsPx) throws Exception {
    String text =
        Files.readString(page)
            .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
    String frames =
        Stream.of(widthsPx)
            .map(px ->
                "<iframe width=%d height=900 style=\"border:0\" srcdoc=\"%s\"></iframe>"
                    .formatted(px, Entities.escape(text).replace("\"", "&quot;")))
            .collect(joining());
    Path outer =
        Files.writeString(
            browser.scratch().resolve("outer.html"),
            "<!doctype html><meta charset=utf-8><body>" + frames + "</body>");
    Document measured = browser.drive(outer, MEASURE, "--window-size=1600,1000").dom();
    assertThat(measured.select("body > pre").eachText())
        .containsExactlyInAnyOrder(
            Stream.of(widthsPx).map(px -> px + " px, 0 beyond").toArray(String[]::new));
  }
}
