package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.ModelColors;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.ScalingCurve;
import io.coreyield.analysis.scaling.ScalingPoint;
import io.coreyield.analysis.scaling.SmtYield;
import io.coreyield.analysis.stats.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The main figures as sources for pgfplots, whose text and lines a paper can edit. They hold
 * figures and words of ours only, nothing that a machine says of itself.
 */
public final class PgfPlots {

  private static final String NEEDS =
      """
      %% Needs \\usepackage{pgfplots} and \\pgfplotsset{compat=1.18}. %s
      \\begin{tikzpicture}[font=\\fontsize{7}{8.4}\\selectfont]
      """;

  private PgfPlots() {}

  /** Sources by file name: {@code scaling-KERNEL.tex} and {@code yields.tex}. */
  public static SortedMap<String, String> sources(Findings findings) {
    SortedMap<String, String> files = new TreeMap<>();
    for (List<ScalingCurve> curves : Figures.grouped(findings.curves())) {
      if (measured(curves).findAny().isPresent()) {
        files.put(
            "scaling-" + ScalingFigure.suffix(curves.getFirst()) + ".tex",
            scaling(findings, curves));
      }
    }
    List<SmtYield> yields =
        findings.leadingYields().stream().filter(y -> y.yield().hasValue()).toList();
    if (!yields.isEmpty()) {
      files.put("yields.tex", yields(findings, yields));
    }
    return files;
  }

  private static Stream<ScalingPoint> measured(List<ScalingCurve> curves) {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .filter(point -> point.elementsPerSecond().hasValue());
  }

  private static String origin(Findings findings) {
    return findings.run().info().simulated() ? "Simulated: nothing was measured." : "";
  }

  private static String scaling(Findings findings, List<ScalingCurve> curves) {
    Unit unit =
        Unit.of(measured(curves).mapToDouble(p -> p.elementsPerSecond().value()).max().orElse(1));
    String ticks =
        measured(curves)
            .map(point -> point.configuration().workers())
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(","));
    StringBuilder out = new StringBuilder(NEEDS.formatted(origin(findings)));
    curves.forEach(curve -> color(out, curve.model()));
    out.append("\\begin{axis}[width=88mm, height=62mm, xmode=log, log basis x=2,\n")
        .append("  xtick={")
        .append(ticks)
        .append("}, xticklabels={")
        .append(ticks)
        .append("},\n")
        .append("  ymin=0, xlabel={workers}, ylabel={throughput (")
        .append(power(unit))
        .append("elements/s)},\n")
        .append("  legend style={at={(0.5,1.03)}, anchor=south, draw=none}, legend columns=2,\n")
        .append("  legend cell align=left]\n");
    marks(out, findings.run().info().machine().topology());
    curves.stream()
        .sorted(Comparator.comparing(ScalingCurve::model))
        .forEach(curve -> curve(out, curve, unit));
    return out.append("\\end{axis}\n\\end{tikzpicture}\n").toString();
  }

  private static void marks(StringBuilder out, Topology topology) {
    Stream.of(topology.physicalCores(), topology.logicalCpus())
        .distinct()
        .forEach(count ->
            out.append("\\draw[gray, thin] ({axis cs:")
                .append(count)
                .append(",0}|-{rel axis cs:0,0}) -- ({axis cs:")
                .append(count)
                .append(",0}|-{rel axis cs:0,1});\n"));
  }

  private static void curve(StringBuilder out, ScalingCurve curve, Unit unit) {
    out.append(style(curve.model(), "", "y"));
    out.append("table[x=workers, y=value, y error plus=above, y error minus=below] {\n");
    out.append("workers value above below\n");
    for (ScalingPoint point : curve.points()) {
      Estimate value = point.elementsPerSecond().times(1 / unit.factor());
      if (value.hasValue()) {
        row(out, Integer.toString(point.configuration().workers()), value);
      }
    }
    out.append("};\n\\addlegendentry{").append(curve.model().title()).append("}\n");
  }

  private static String yields(Findings findings, List<SmtYield> yields) {
    List<String> kernels = yields.stream().map(y -> y.kernel().id()).distinct().toList();
    StringBuilder out = new StringBuilder(NEEDS.formatted(origin(findings)));
    List<ConcurrencyModel> models =
        yields.stream().map(SmtYield::model).distinct().sorted().toList();
    models.forEach(model -> color(out, model));
    out.append("\\begin{axis}[width=88mm, height=")
        .append(Math.max(40, 22 + 9 * kernels.size()))
        .append("mm, xlabel={SMT yield (\\%)},\n")
        .append("  symbolic y coords={")
        .append(String.join(",", kernels.reversed()))
        .append("}, ytick=data, enlarge y limits={abs=4mm},\n")
        .append("  xmajorgrids, legend style={at={(0.5,1.03)}, anchor=south, draw=none},\n")
        .append("  legend columns=2, legend cell align=left]\n");
    for (int i = 0; i < models.size(); i++) {
      ConcurrencyModel model = models.get(i);
      // Models of one kernel stand beside each other.
      double shiftMm = ((models.size() - 1) / 2.0 - i) * 1.2;
      out.append(style(model, ", only marks, yshift=" + number(shiftMm) + "mm", "x"));
      out.append("table[x=value, y=kernel, x error plus=above, x error minus=below] {\n");
      out.append("kernel value above below\n");
      yields.stream()
          .filter(y -> y.model() == model)
          .forEach(y -> row(out, y.kernel().id(), y.yield().times(100)));
      out.append("};\n\\addlegendentry{").append(model.title()).append("}\n");
    }
    return out.append("\\end{axis}\n\\end{tikzpicture}\n").toString();
  }

  private static void color(StringBuilder out, ConcurrencyModel model) {
    out.append("\\definecolor{cy-")
        .append(model.id())
        .append("}{HTML}{")
        .append(ModelColors.hex(model).substring(1))
        .append("}\n");
  }

  private static String style(ConcurrencyModel model, String more, String direction) {
    return "\\addplot[cy-%s, mark=%s, mark size=1.4pt%s, error bars/.cd, %s dir=both, %s explicit]\n"
        .formatted(model.id(), mark(model), more, direction, direction);
  }

  private static String mark(ConcurrencyModel model) {
    return switch (model) {
      case PLATFORM -> "*";
      case VIRTUAL -> "triangle*";
      case FORK_JOIN -> "square*";
      case PROCESS -> "diamond*";
      case GLOBAL_LOCK -> "x";
    };
  }

  /** Digits above the line are none of TeX's letters. */
  private static String power(Unit unit) {
    StringBuilder words = new StringBuilder();
    unit.words()
        .chars()
        .forEach(c -> {
          int digit = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
          words.append(digit < 0 ? Character.toString(c) : "$^" + digit + "$");
        });
    return words.toString();
  }

  private static void row(StringBuilder out, String at, Estimate value) {
    double above = value.hasInterval() ? Math.max(0, value.high() - value.value()) : 0;
    double below = value.hasInterval() ? Math.max(0, value.value() - value.low()) : 0;
    out.append(at)
        .append(' ')
        .append(number(value.value()))
        .append(' ')
        .append(number(above))
        .append(' ')
        .append(number(below))
        .append('\n');
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
