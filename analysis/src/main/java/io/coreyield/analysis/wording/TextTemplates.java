package io.coreyield.analysis.wording;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.function.UnaryOperator;

/** The templates of plain text, in {@code src/main/jte-text}. */
public final class TextTemplates {

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Plain, null, "gg.jte.generated.text");

  private TextTemplates() {}

  /**
   * Fills a template.
   *
   * @param name below the templates' directory, without its ending
   * @param escape for every text that the view gives; the template's own text stays as it is
   */
  public static String text(String name, Object view, UnaryOperator<String> escape) {
    StringOutput out =
        new StringOutput() {
          @Override
          public void writeUserContent(String text) {
            writeContent(escape.apply(text));
          }
        };
    TEMPLATES.render(name + ".jte", view, out);
    return out.toString();
  }
}
