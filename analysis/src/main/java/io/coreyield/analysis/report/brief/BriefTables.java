package io.coreyield.analysis.report.brief;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.machine.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables under an answer. */
public final class BriefTables {

  /** The empty line above a table, its title and its headings. */
  private static final int HEAD_LINES = 1 + BriefTable.HEAD_LINES;

  /** A second table with fewer rows says too little. */
  private static final int MIN_ROWS = 3;

  private BriefTables() {}

  /**
   * What pairs do, a row per kernel; where there are no siblings, or no pair has a result, what
   * more workers do, or both where there is room. Empty where nothing has a result.
   *
   * @param room the lines that there are for all together
   */
  public static List<BriefTable> of(Findings findings, int room) {
    return switch (findings) {
      case CapturedFindings captured -> List.of(CapturedTable.of(captured));
      case MeasuredFindings measured -> of(measured, room);
    };
  }

  private static List<BriefTable> of(MeasuredFindings findings, int room) {
    if (findings.cohabitation() != null) {
      BriefTable matrix = CohabitTable.of(findings.cohabitation());
      int taken = HEAD_LINES + matrix.rows().size();
      int left = room - taken - HEAD_LINES - 1;
      return left < MIN_ROWS
          ? List.of(matrix)
          : Stream.concat(Stream.of(matrix), ofWorkers(findings, room - taken).stream()).toList();
    }
    return ofWorkers(findings, room);
  }

  private static List<BriefTable> ofWorkers(MeasuredFindings findings, int room) {
    Topology topology = findings.run().info().machine().topology();
    Optional<BriefTable> pairs = YieldTable.of(findings);
    if (findings.curves().isEmpty()
        || (pairs.isPresent() && topology.usableOrAll().hasSiblings())) {
      return pairs.stream().toList();
    }
    int taken = pairs.map(table -> HEAD_LINES + table.rows().size()).orElse(0);
    // The last line may say how many rows are left out.
    int left = room - taken - HEAD_LINES - 1;
    return pairs.isPresent() && left < MIN_ROWS
        ? pairs.stream().toList()
        : Stream.concat(
                pairs.stream(), Stream.of(ScalingTable.of(findings.curves(), topology, left)))
            .toList();
  }
}
