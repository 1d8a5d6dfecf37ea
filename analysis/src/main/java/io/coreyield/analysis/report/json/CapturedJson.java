package io.coreyield.analysis.report.json;

import io.coreyield.analysis.findings.ApparentCores;
import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.CapturedPoint;
import io.coreyield.analysis.findings.CapturedScaling;
import io.coreyield.analysis.findings.load.SegmentLoad;
import io.coreyield.analysis.model.trial.Captured.Timing;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code verdict.json} says of a run that another tool captured. */
final class CapturedJson {

  private CapturedJson() {}

  static void write(ObjectNode node, CapturedFindings captured) {
    node.put("tool", captured.tool());
    JsonFigures.list(node, "segments", captured.segments(), CapturedJson::segment);
    ArrayNode timings = node.putArray("timings");
    ArrayNode curves = node.putArray("curves");
    for (CapturedScaling scaling : captured.scalings()) {
      for (CapturedPoint point : scaling.points()) {
        if (point.timing() == null) {
          point(curves.addObject(), scaling, point);
        } else {
          timing(timings.addObject(), scaling, point, point.timing());
        }
      }
    }
    JsonFigures.list(node, "knees", captured.scalings(), CapturedJson::knee);
  }

  private static void segment(ObjectNode node, SegmentLoad load) {
    node.put("what", load.segment().what());
    node.put("file", load.segment().file());
    node.put("seconds", load.seconds());
    node.put("logicalCpus", load.logicalCpus());
    JsonFigures.number(node, "busyCpus", load.busyCpus());
    JsonFigures.number(node, "maxBusyCpus", load.maxBusyCpus());
    JsonFigures.number(node, "systemCpus", load.systemCpus());
    JsonFigures.number(node, "stealCpus", load.stealCpus());
  }

  private static void timing(
      ObjectNode node, CapturedScaling scaling, CapturedPoint point, Timing timing) {
    node.put("what", scaling.what());
    node.put("workers", timing.workers());
    node.put("elements", timing.elements());
    node.put("realSeconds", timing.realSeconds());
    node.put("userSeconds", timing.userSeconds());
    node.put("systemSeconds", timing.systemSeconds());
    JsonFigures.number(node, "elementsPerSecond", point.perSecond());
    speedUp(node, scaling, point);
  }

  private static void point(ObjectNode node, CapturedScaling scaling, CapturedPoint point) {
    node.put("what", scaling.what());
    node.put("workers", point.workers());
    node.put("unit", scaling.unit());
    JsonFigures.number(node, "perSecond", point.perSecond());
    speedUp(node, scaling, point);
  }

  private static void speedUp(ObjectNode node, CapturedScaling scaling, CapturedPoint point) {
    JsonFigures.number(node, "speedUp", point.speedUp());
    JsonFigures.number(node, "efficiency", point.efficiency());
    node.put("against", scaling.base().isEmpty() ? null : scaling.base());
    node.put("reason", scaling.reason());
  }

  private static void knee(ObjectNode node, CapturedScaling scaling) {
    node.put("what", scaling.what());
    JsonFigures.number(node, "yield", scaling.knee().value());
    node.put("category", scaling.serial() ? "serial" : scaling.category().id());
    node.put("reason", scaling.knee().reason());
    ApparentCores cores = scaling.cores();
    if (cores == null) {
      node.putNull("cores");
    } else {
      cores(node.putObject("cores"), cores);
    }
  }

  private static void cores(ObjectNode node, ApparentCores cores) {
    node.put("agreement", cores.agreement().id());
    node.put("declared", cores.declared());
    node.put("apparent", cores.apparent());
    node.put("bendWorkers", cores.bend() == null ? null : (Integer) cores.bend().workers());
    JsonFigures.number(
        node, "beyondBend", cores.bend() == null ? Double.NaN : cores.bend().further());
  }
}
