package io.coreyield.analysis.report.methods;

import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.ImportedFindings;

/**
 * A run that another tool captured.
 *
 * @param timed whether programs were timed by hand
 */
public record CaptureView(
    Topology topology, String tool, int segments, String toolVersion, boolean timed) {

  static CaptureView of(Findings findings, ImportedFindings imported) {
    return new CaptureView(
        findings.run().info().machine().topology(),
        imported.tool(),
        imported.segments().size(),
        findings.run().info().toolVersion(),
        !imported.scalings().isEmpty());
  }
}
