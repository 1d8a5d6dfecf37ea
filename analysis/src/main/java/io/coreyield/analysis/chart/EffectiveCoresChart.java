package io.coreyield.analysis.chart;

import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.cohabitation.Cohabitation;
import io.coreyield.analysis.findings.cohabitation.EffectiveCores;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.cohabitation.CohabitWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Cores' worth of N mixed workers, by who shares a core with whom. */
public final class EffectiveCoresChart {

  /** More marks than that touch each other. */
  private static final int MAX_MARKS = 16;

  private EffectiveCoresChart() {}

  /** Empty where it is unknown. */
  public static Optional<Chart> of(MeasuredFindings findings) {
    Cohabitation found = findings.cohabitation();
    EffectiveCores cores = found == null ? null : found.effectiveCores();
    return cores == null ? Optional.empty() : Optional.of(chart(findings, cores));
  }

  private static Chart chart(MeasuredFindings findings, EffectiveCores cores) {
    Topology topology = findings.run().info().machine().topology();
    int step = Math.ceilDiv(cores.points().size(), MAX_MARKS);
    List<EffectiveCores.Point> shown =
        cores.points().stream().filter(p -> p.workers() % step == 0 || p.workers() == 1).toList();
    Axis workers =
        Axis.workers(
            shown.stream().map(EffectiveCores.Point::workers).toList(),
            List.of(1, topology.physicalCores(), topology.logicalCpus()));
    double most =
        shown.stream().mapToDouble(p -> p.best().high()).max().orElse(topology.physicalCores());
    return new Chart(
        "effective-cores",
        Heading.of("What mixed workers are worth", findings.run().info()),
        CohabitWords.EFFECTIVE,
        workers,
        Axis.fromZero("cores' worth", most, Axis::plain),
        List.of(
            line(
                "best pairs",
                Look.of(ConcurrencyModel.PLATFORM),
                1,
                shown,
                EffectiveCores.Point::best),
            line("random pairs", Look.REAL, 0, shown, EffectiveCores.Point::random),
            line(
                "worst pairs",
                Look.of(ConcurrencyModel.GLOBAL_LOCK),
                -1,
                shown,
                EffectiveCores.Point::worst)),
        Mark.of(topology, workers));
  }

  private static Series line(
      String name,
      Look look,
      double shift,
      List<EffectiveCores.Point> points,
      Function<EffectiveCores.Point, Estimate> figure) {
    return new Series(
        name,
        look,
        Layer.Style.LINE,
        shift,
        points.stream()
            .map(p ->
                Point.upright(
                    p.workers(),
                    figure.apply(p),
                    "%s, %s: %s"
                        .formatted(
                            Phrases.count(p.workers(), "worker"),
                            name,
                            Unit.CPUS.textAndInterval(figure.apply(p)))))
            .toList());
  }
}
