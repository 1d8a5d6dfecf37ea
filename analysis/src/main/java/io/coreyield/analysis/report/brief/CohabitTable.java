package io.coreyield.analysis.report.brief;

import io.coreyield.analysis.findings.cohabitation.Cohabitation;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.report.brief.BriefTable.Column;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.cohabitation.CohabitWords;
import java.util.ArrayList;
import java.util.List;

/** What each two kernels do on one core: a row per kernel, and a column with its number. */
final class CohabitTable {

  private CohabitTable() {}

  static BriefTable of(Cohabitation found) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("beside number …", 0));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < found.kernels().size(); i++) {
      columns.add(Column.number(Integer.toString(i + 1), 0));
      rows.add(row(found, i));
    }
    return new BriefTable(
        "Two kinds of code on %s, against one thread"
            .formatted(found.onSiblings() ? "one core" : "two cores"),
        columns,
        rows,
        0);
  }

  private static List<String> row(Cohabitation found, int number) {
    Kernel kernel = found.kernels().get(number);
    List<String> row = new ArrayList<>(List.of("%d %s".formatted(number + 1, kernel.id())));
    for (Kernel beside : found.kernels()) {
      row.add(
          found
              .pairing(kernel, beside)
              .map(p -> PlainText.unbound(Unit.FACTOR.text(CohabitWords.worth(found, p).value())))
              .orElse(Unit.NONE));
    }
    return row;
  }
}
