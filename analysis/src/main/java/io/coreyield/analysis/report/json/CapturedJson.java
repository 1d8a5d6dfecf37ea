package io.coreyield.analysis.report.json;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.CapturedPoint;
import io.coreyield.analysis.findings.CapturedScaling;
import io.coreyield.analysis.findings.load.SegmentLoad;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code verdict.json} says of a run that another tool captured. */
final class CapturedJson {

  private CapturedJson() {}

  static void write(ObjectNode node, CapturedFindings captured) {
    node.put("tool", captured.tool());
    JsonFigures.list(node, "segments", captured.segments(), CapturedJson::segment);
    ArrayNode timings = node.putArray("timings");
    for (CapturedScaling scaling : captured.scalings()) {
      scaling.points().forEach(point -> timing(timings.addObject(), scaling, point));
    }
    JsonFigures.list(node, "knees", captured.scalings(), CapturedJson::knee);
  }

  private static void segment(ObjectNode node, SegmentLoad load) {
    node.put("what", load.segment().what());
    node.put("file", load.segment().file());
    node.put("seconds", load.seconds());
    JsonFigures.number(node, "busyCpus", load.busyCpus());
    JsonFigures.number(node, "maxBusyCpus", load.maxBusyCpus());
    JsonFigures.number(node, "systemCpus", load.systemCpus());
    JsonFigures.number(node, "stealCpus", load.stealCpus());
  }

  private static void timing(ObjectNode node, CapturedScaling scaling, CapturedPoint point) {
    node.put("what", scaling.what());
    node.put("workers", point.timing().workers());
    node.put("elements", point.timing().elements());
    node.put("realSeconds", point.timing().realSeconds());
    node.put("userSeconds", point.timing().userSeconds());
    node.put("systemSeconds", point.timing().systemSeconds());
    JsonFigures.number(node, "elementsPerSecond", point.elementsPerSecond());
    JsonFigures.number(node, "speedUp", point.speedUp());
    JsonFigures.number(node, "efficiency", point.efficiency());
    node.put("against", scaling.base().isEmpty() ? null : scaling.base());
    node.put("reason", CapturedScaling.ONE_TIMING);
  }

  private static void knee(ObjectNode node, CapturedScaling scaling) {
    node.put("what", scaling.what());
    JsonFigures.number(node, "yield", scaling.knee().value());
    node.put("category", scaling.serial() ? "serial" : scaling.category().id());
    node.put("reason", scaling.knee().reason());
  }
}
