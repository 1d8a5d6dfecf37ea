package io.coreyield.analysis.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.coreyield.analysis.capture.curve.Catalogue;
import io.coreyield.analysis.chart.svg.Palette;
import io.coreyield.analysis.findings.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code report.html}: one file that asks the network for nothing. Its content security policy lets
 * run what we wrote, by its hash, and nothing else.
 */
public final class HtmlReport {

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  /** Sheets of a printed page can be parted from the first one. */
  private static final String ON_EVERY_SHEET =
      "@page{@top-center{content:\"simulated machine: nothing was measured\";font:9pt sans-serif}}\n";

  /** In a terminal the page must not move the cursor. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

  private HtmlReport() {}

  public static String text(Findings findings) {
    return text(findings, null);
  }

  /**
   * The same with what others published of the processor.
   *
   * @param catalogue null to show nothing of it
   */
  public static String text(Findings findings, @Nullable Catalogue catalogue) {
    boolean simulated = findings.run().info().simulated();
    String style = resource("report.css") + Palette.css() + (simulated ? ON_EVERY_SHEET : "");
    String script =
        resource("report.js")
            + resource("share.js")
            + resource("toggles.js")
            + resource("loadmap.js");
    return page("report.jte", Page.of(findings, catalogue), style, script);
  }

  /** A whole page of a template that takes these four, with the policy. */
  public static String page(String template, Object page, String style, String script) {
    StringOutput out = new StringOutput(1 << 16);
    TEMPLATES.render(
        template,
        Map.of("page", page, "style", style, "script", script, "policy", policy(style, script)),
        out);
    return UNSEEN.matcher(out.toString()).replaceAll(" ");
  }

  /** Lets run and apply what we wrote, by its hash, and nothing else. */
  private static String policy(String style, String script) {
    return "default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none'; form-action 'none'"
        .formatted(hash(style), hash(script));
  }

  /** What a policy calls a text: {@code sha256-} and the hash in base 64. */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** A resource next to this class. */
  public static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar: build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
