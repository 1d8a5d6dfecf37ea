package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.CorePicture;
import io.coreyield.analysis.chart.svg.PictureSvg;
import io.coreyield.analysis.findings.MeasuredFindings;
import java.util.List;
import java.util.Locale;

/**
 * The picture of the cores.
 *
 * @param caption what it shows
 * @param keys what its colours mean
 * @param kinds of code; empty where no second worker was measured
 */
public record CoresView(String caption, List<Key> keys, List<Kind> kinds) {

  /** What a colour means. */
  public record Key(String cssClass, String words) {}

  /**
   * One kind of code.
   *
   * @param code what such code does
   * @param worth what a second worker adds, or what both do
   * @param svg the boxes
   */
  public record Kind(String code, String worth, String svg) {}

  static CoresView of(MeasuredFindings findings) {
    CorePicture picture = CorePicture.of(findings);
    return new CoresView(
        picture.caption(),
        picture.keys().stream()
            .map(key -> new Key(key.tone().name().toLowerCase(Locale.ROOT), key.words()))
            .toList(),
        picture.kinds().stream()
            .map(kind -> new Kind(kind.code(), kind.worth(), PictureSvg.boxes(kind)))
            .toList());
  }
}
