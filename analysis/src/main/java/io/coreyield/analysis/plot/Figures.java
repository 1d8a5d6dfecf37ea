package io.coreyield.analysis.plot;

import io.coreyield.analysis.model.Machine;
import io.coreyield.analysis.model.Placement;
import io.coreyield.analysis.model.Scaling;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.ScalingCurve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the figures of a report. */
public final class Figures {

  static {
    Headless.set();
  }

  private Figures() {}

  /**
   * Writes every figure as SVG, PDF and PNG. The same findings give the same bytes.
   *
   * <p>The names, in order, each with the three endings: {@code scaling-KERNEL} and {@code
   * efficiency-KERNEL} for each kernel (followed by {@code -PLACEMENT} and {@code -strong} where
   * they are not the default), {@code yields}, {@code load-map}, {@code score-load}, {@code times}.
   * A figure that would be empty is left out.
   *
   * @param findings what to show
   * @param directory where to; made if it is missing, files in it are replaced
   * @return the files written, in the order of the names
   * @throws IOException if a file cannot be written
   */
  public static List<Path> write(Findings findings, Path directory) throws IOException {
    Files.createDirectories(directory);
    List<Path> files = new ArrayList<>();
    for (Figure figure : of(findings)) {
      for (FigureFormat format : FigureFormat.values()) {
        Path file = directory.resolve(figure.name() + format.ending());
        Files.write(file, format.encode(figure));
        files.add(file);
      }
    }
    return files;
  }

  /** The figures themselves, in order. */
  static List<Figure> of(Findings findings) {
    Machine machine = findings.run().info().machine();
    List<Figure> figures = new ArrayList<>();
    for (List<ScalingCurve> curves : grouped(findings.curves())) {
      ScalingFigure scaling = new ScalingFigure(machine, curves);
      scaling.throughput().ifPresent(figures::add);
      scaling.efficiency().ifPresent(figures::add);
    }
    new YieldsFigure(findings).figure().ifPresent(figures::add);
    new LoadMapFigure(findings.run()).figure().ifPresent(figures::add);
    new ScoreLoadFigure(findings).figure().ifPresent(figures::add);
    new TimesFigure(findings).figure().ifPresent(figures::add);
    return figures;
  }

  private static List<List<ScalingCurve>> grouped(List<ScalingCurve> curves) {
    record Group(String kernel, Placement placement, Scaling scaling) {}
    Map<Group, List<ScalingCurve>> groups = new LinkedHashMap<>();
    for (ScalingCurve curve : curves) {
      groups
          .computeIfAbsent(
              new Group(curve.kernel().id(), curve.placement(), curve.scaling()),
              group -> new ArrayList<>())
          .add(curve);
    }
    return List.copyOf(groups.values());
  }
}
