package io.coreyield.analysis.chart;

import io.coreyield.analysis.chart.Picture.Item;
import io.coreyield.analysis.chart.Picture.Line;
import io.coreyield.analysis.chart.Picture.Tone;
import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.wording.AnswerCard;
import io.coreyield.analysis.wording.DoubtWords;
import io.coreyield.analysis.wording.MachineFacts;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.cohabitation.LeadCard;
import java.util.ArrayList;
import java.util.List;

/** The answer as a picture to share: sentence, support, the cores, the machine. */
public final class CardPicture {

  /** What networks and messengers show a link with. */
  public static final int WIDTH_PX = 1200;

  public static final int HEIGHT_PX = 630;

  private static final double LEFT = 60;
  private static final double ROOM = WIDTH_PX - 2 * LEFT;
  private static final double SENTENCE_PX = 40;
  private static final double SUPPORT_PX = 22;
  private static final double SMALL_PX = 18;
  private static final double CORES_BOTTOM = 545;
  private static final double MIN_CORES_PX = 160;

  private final List<Item> items = new ArrayList<>();

  private CardPicture() {}

  public static Picture of(Findings findings) {
    AnswerCard card = LeadCard.of(findings);
    return new Picture(
        "card",
        WIDTH_PX,
        HEIGHT_PX,
        card.sentence() + " " + card.support(),
        new CardPicture().items(findings, card));
  }

  private List<Item> items(Findings findings, AnswerCard card) {
    items.add(Line.at(LEFT, 58, SMALL_PX, Tone.SOFT, "CoreYield").inBold());
    String trust =
        findings instanceof CapturedFindings captured
            ? "captured by " + captured.tool()
            : "trust: " + DoubtWords.level(findings.trust().level());
    items.add(new Line(trust, WIDTH_PX - LEFT, 58, SMALL_PX, false, true, Tone.SOFT));
    double y = paragraph(card.sentence(), 116, SENTENCE_PX, 3, Tone.INK, true);
    y = paragraph(card.support(), y + 2, SUPPORT_PX, 3, Tone.SOFT, false);
    if (findings instanceof MeasuredFindings measured) {
      cores(CorePicture.of(measured), y);
    }
    items.add(
        Line.at(
            LEFT,
            600,
            SMALL_PX,
            Tone.INK,
            PlainText.cut(MachineFacts.line(findings), Picture.characters(ROOM, SMALL_PX))));
    return items;
  }

  private void cores(CorePicture picture, double top) {
    if (!picture.kinds().isEmpty() && CORES_BOTTOM - top >= MIN_CORES_PX) {
      CoreLayout layout = new CoreLayout(picture, 15);
      layout.kinds(LEFT, top, ROOM, CORES_BOTTOM - top);
      layout.legend(LEFT, CORES_BOTTOM + 22);
      items.addAll(layout.items());
    }
  }

  /** Lines of text; gives the top of what comes next. */
  private double paragraph(
      String text, double base, double size, int mostLines, Tone tone, boolean bold) {
    double y = base;
    if (text.isEmpty()) {
      return y;
    }
    for (String line :
        PlainText.wrap(text, Picture.characters(bold ? ROOM * 0.88 : ROOM, size), mostLines)) {
      Line plain = Line.at(LEFT, y, size, tone, line);
      items.add(bold ? plain.inBold() : plain);
      y += size * 1.3;
    }
    return y;
  }
}
