package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.findings.Advice;
import io.coreyield.analysis.wording.Unit;
import java.util.List;

/** How many workers to start, and what other numbers cost. */
public final class AdviceTable {

  private AdviceTable() {}

  private record Row(Advice advice, Advice.Alternative alternative) {}

  /** A row per kernel, model and other number of workers. */
  public static Table of(List<Advice> advice) {
    return new Columns<Row>()
        .kernelAndModel(row -> row.advice.kernel(), row -> row.advice.model())
        .count("workers", "Advised workers", row -> row.advice.workers())
        .count("instead", "Instead", row -> row.alternative.workers())
        .measured("cost", "Cost", Unit.PERCENT, row -> row.alternative.cost())
        .table(
            "advice",
            "What another number of workers costs: the share of the advised workers' throughput that"
                + " is lost, compared within rounds. Below 0 %, more is done.",
            advice.stream()
                .flatMap(a -> a.alternatives().stream().map(other -> new Row(a, other))));
  }
}
