package io.coreyield.analysis.capture.curve;

import java.util.List;
import java.util.Locale;

/**
 * Published curves, with whom to thank for them.
 *
 * @param source who measured and published them
 * @param sourceUrl where; empty where the file names none
 * @param licence under which they may be shown
 * @param licenceUrl its text; empty where the file names none
 * @param method what was measured
 */
public record Catalogue(
    String source,
    String sourceUrl,
    String licence,
    String licenceUrl,
    String method,
    List<PublishedCurve> curves) {

  /** Copies the list. */
  public Catalogue {
    curves = List.copyOf(curves);
  }

  /** Those of a processor, in their order. */
  public List<PublishedCurve> ofCpu(String cpu) {
    String wanted = plain(cpu);
    return curves.stream().filter(curve -> plain(curve.cpu()).equals(wanted)).toList();
  }

  /**
   * The name of a processor without what systems add to it: trademarks, the word CPU, its clock,
   * its number of cores.
   */
  public static String plain(String cpu) {
    return cpu.toLowerCase(Locale.ROOT)
        .replaceAll("\\((r|tm)\\)", " ")
        .replaceAll("@.*$", " ")
        .replaceAll("\\b(cpu|processor|\\d+-core)\\b", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
