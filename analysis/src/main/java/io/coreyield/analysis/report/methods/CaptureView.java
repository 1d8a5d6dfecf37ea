package io.coreyield.analysis.report.methods;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.CapturedScaling;
import io.coreyield.analysis.model.machine.Topology;

/**
 * A run that another tool captured.
 *
 * @param timed whether programs were timed by hand
 * @param curves of throughput that another tool measured
 */
public record CaptureView(
    Topology topology, String tool, int segments, String toolVersion, boolean timed, long curves) {

  static CaptureView of(CapturedFindings findings) {
    return new CaptureView(
        findings.run().info().machine().topology(),
        findings.tool(),
        findings.segments().size(),
        findings.run().info().toolVersion(),
        findings.scalings().stream().anyMatch(scaling -> !scaling.isCurve()),
        findings.scalings().stream().filter(CapturedScaling::isCurve).count());
  }
}
