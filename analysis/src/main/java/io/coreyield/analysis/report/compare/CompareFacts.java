package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Fingerprint;
import io.coreyield.analysis.report.compare.ComparePage.Matrix;
import io.coreyield.analysis.report.compare.ComparePage.MatrixCell;
import io.coreyield.analysis.report.compare.ComparePage.MatrixRow;
import io.coreyield.analysis.report.tables.Cell;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.Table.Column;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.analysis.wording.MachineFacts;
import io.coreyield.analysis.wording.Quantities;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each machine was, and how far its run can be trusted. */
final class CompareFacts {

  /** A term and what it is of a run; null where it is not told. */
  private record Term(String id, String words, Function<ComparedRun, @Nullable String> of) {}

  private static final List<Term> TERMS =
      List.of(
          new Term("start", "Start", run -> Quantities.utc(run.start())),
          new Term("cpu", "Processor", run -> run.fingerprint().cpu()),
          new Term("topology", "Topology", run -> run.fingerprint().topology()),
          new Term("packages", "Packages", run -> "" + run.fingerprint().packages()),
          new Term("numa_nodes", "NUMA nodes", run -> "" + run.fingerprint().numaNodes()),
          new Term("caches", "Caches", run -> MachineFacts.caches(run.fingerprint().caches())),
          new Term("memory", "Memory", run -> Quantities.bytes(run.fingerprint().memoryBytes())),
          new Term(
              "clock",
              "Declared clock",
              run -> MachineFacts.clock(run.fingerprint().maxFrequencyHz())),
          new Term("microcode", "Microcode", run -> run.fingerprint().microcode()),
          new Term("virtualization", "Hypervisor", run -> run.fingerprint().virtualization()),
          new Term("os", "System", run -> run.fingerprint().os()),
          new Term("kernel_version", "Kernel", run -> run.fingerprint().kernelVersion()),
          new Term("java_version", "Java", run -> run.fingerprint().javaVersion()),
          new Term("vm", "JVM", run -> vm(run.fingerprint())),
          new Term(
              "jvm_arguments",
              "JVM arguments",
              run -> String.join(" ", run.fingerprint().jvmArguments())),
          new Term("governor", "Governor", run -> governor(run.fingerprint())),
          new Term("boost", "Boost", run -> onOff(run.fingerprint().boost())),
          new Term("smt_control", "SMT control", run -> run.fingerprint().smtControl()),
          new Term("affinity", "Allowed CPUs", run -> run.fingerprint().affinity()),
          new Term("cpu_quota", "CPU quota (cpu.max)", run -> run.fingerprint().cpuQuota()),
          new Term("tool", "Captured by", ComparedRun::tool),
          new Term("tool_version", "CoreYield", ComparedRun::toolVersion),
          new Term("fit", "Fit to measure", CompareFacts::fit),
          new Term("tainted", "Tainted iterations", CompareFacts::tainted),
          new Term("aa", "A/A: second name less first", run -> percent(run, true)),
          new Term("drift", "A/A: drift", run -> percent(run, false)));

  private CompareFacts() {}

  /** Terms as rows; those that no run tells are left out. */
  static Matrix matrix(Comparison comparison) {
    List<MatrixRow> rows =
        TERMS.stream()
            .map(term ->
                new MatrixRow(
                    term.words,
                    comparison.runs().stream()
                        .map(run -> MatrixCell.words(told(term, run)))
                        .toList()))
            .filter(row -> row.cells().stream().anyMatch(c -> !c.text().equals(Unit.NONE)))
            .toList();
    return new Matrix(
        "machines",
        "What was measured, and under what",
        CompareMatrix.names(comparison),
        comparison.reference(),
        rows,
        List.of());
  }

  /** Runs as rows, terms as columns: for programs. */
  static Table table(Comparison comparison) {
    List<Column> columns =
        Stream.concat(
                Stream.of(Column.words("run", "Run")),
                TERMS.stream().map(term -> Column.words(term.id, term.words)))
            .toList();
    return new Table(
        "machines",
        "What was measured, and under what.",
        columns,
        comparison.runs().stream().map(CompareFacts::row).toList());
  }

  private static List<Cell> row(ComparedRun run) {
    List<Cell> cells = new ArrayList<>(List.of(new Cell.Words(run.name())));
    TERMS.forEach(term -> cells.add(new Cell.Words(told(term, run))));
    return cells;
  }

  private static String told(Term term, ComparedRun run) {
    String text = term.of.apply(run);
    return text == null || text.isBlank() ? Unit.NONE : text;
  }

  private static String vm(Fingerprint f) {
    return f.vmName().equals(f.vmVersion()) ? f.vmName() : f.vmName() + " " + f.vmVersion();
  }

  private static @Nullable String governor(Fingerprint f) {
    return f.governors() == null || f.frequencyDriver() == null
        ? f.governors()
        : f.governors() + ", by " + f.frequencyDriver();
  }

  private static @Nullable String onOff(@Nullable Boolean on) {
    return on == null ? null : on ? "on" : "off";
  }

  private static String fit(ComparedRun run) {
    if (run.tool() != null) {
      return "not checked";
    }
    return run.fit()
        ? "yes"
        : "no: " + String.join("; ", AnswerWords.unfit(run.answer().unfitReasons()));
  }

  private static @Nullable String tainted(ComparedRun run) {
    return run.checks().iterations() == 0
        ? null
        : String.format(
            Locale.ROOT,
            "%d of %d (%.1f\u00a0%%)",
            run.checks().tainted(),
            run.checks().iterations(),
            100.0 * run.checks().tainted() / run.checks().iterations());
  }

  private static @Nullable String percent(ComparedRun run, boolean difference) {
    var estimate = difference ? run.checks().aaDifference() : run.checks().aaDrift();
    return estimate.hasValue()
        ? Unit.PERCENT.text(estimate.value()) + Unit.PERCENT.brackets(estimate)
        : null;
  }
}
