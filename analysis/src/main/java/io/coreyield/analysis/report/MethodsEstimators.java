package io.coreyield.analysis.report;

import io.coreyield.analysis.report.MethodsText.Sentence;
import io.coreyield.analysis.scaling.Estimator;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.ScalingCurve;
import io.coreyield.analysis.scaling.ScalingPoint;
import io.coreyield.analysis.scaling.SmtYield;
import io.coreyield.analysis.stats.ClusteredBootstrap;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;

/** What the methods text says of estimators and their intervals: of those that told something. */
final class MethodsEstimators {

  private final Findings findings;

  private MethodsEstimators(Findings findings) {
    this.findings = findings;
  }

  static List<Sentence> sentences(Findings findings) {
    return new MethodsEstimators(findings).sentences();
  }

  private List<Sentence> sentences() {
    List<Sentence> sentences = new ArrayList<>();
    sentences.addAll(paired());
    sentences.addAll(curves());
    sentences.addAll(laws());
    sentences.addAll(smallestEffect());
    if (!sentences.isEmpty()) {
      sentences.add(
          Sentence.of(
              "Intervals are at %d %%, each by itself"
                  .formatted(Math.round(100 * Estimate.LEVEL))));
    }
    return sentences;
  }

  private Stream<Estimate> yields(Estimator estimator) {
    return findings.yields().stream()
        .filter(y -> y.estimator() == estimator)
        .map(SmtYield::yield)
        .filter(Estimate::hasValue);
  }

  private List<Sentence> paired() {
    List<Sentence> sentences = new ArrayList<>();
    boolean controls = findings.yields().stream().anyMatch(y -> y.controls().floor().hasValue());
    if (yields(Estimator.PAIRED).findAny().isPresent()) {
      sentences.add(
          Sentence.of(
              "The SMT yield of a block is the throughput of both siblings at once over the mean of each alone, less 1; that of a core is the geometric mean over forks of their geometric means over blocks, and that of the machine over cores"));
    } else if (controls) {
      sentences.add(
          Sentence.of(
              "What a second worker adds is told by ratios within blocks, in geometric means of forks and cores"));
    }
    if (!sentences.isEmpty()) {
      sentences.add(
          Sentence.of(
              "Its interval is by a clustered bootstrap of %d resamples, of the forks of each core where all cores were measured and each twice or more, else of cores; percentiles are widened for few clusters by Student's t"
                  .formatted(ClusteredBootstrap.RESAMPLES),
              Reference.DAVISON,
              Reference.HESTERBERG));
    }
    if (findings.modelDifferences().stream().anyMatch(d -> d.difference().hasValue())) {
      sentences.add(
          Sentence.of("Concurrency models are compared by the same bootstrap, core by core"));
    }
    return sentences;
  }

  private List<Sentence> curves() {
    List<Sentence> sentences = new ArrayList<>();
    if (points().findAny().isPresent()) {
      sentences.add(
          Sentence.of(
              "Throughput is the mean of the forks' means, with Student's t", Reference.GEORGES));
    }
    boolean ratios =
        points().anyMatch(MethodsEstimators::isRatio)
            || yields(Estimator.CHIP_WIDE).findAny().isPresent();
    if (ratios) {
      String within =
          "Ratios of configurations (speed-up, and the chip-wide yield where it is told) are geometric means of ratios within rounds, with Student's t on their logarithms";
      sentences.add(
          RoundsInCommon.areTooFew(findings)
              ? Sentence.of(
                  within + "; by Fieller's theorem where two share fewer than two rounds",
                  Reference.FIELLER)
              : Sentence.of(within));
    }
    return sentences;
  }

  private static boolean isRatio(ScalingPoint point) {
    return point.configuration().workers() > 1 && point.speedUp().hasValue();
  }

  private Stream<ScalingPoint> points() {
    return findings.curves().stream()
        .flatMap(curve -> curve.points().stream())
        .filter(point -> point.elementsPerSecond().hasValue());
  }

  private List<Sentence> laws() {
    List<Sentence> sentences = new ArrayList<>();
    List<ScalingCurve> curves = findings.curves();
    if (curves.stream().anyMatch(c -> c.knee().yield().hasValue())) {
      sentences.add(
          Sentence.of(
              "The bend of a curve at the physical cores is that of two straight lines by least squares, with Fieller's interval",
              Reference.FIELLER));
    }
    boolean usl = curves.stream().anyMatch(c -> c.usl().identifiable());
    boolean amdahl = curves.stream().anyMatch(c -> c.amdahl().identifiable());
    if (usl || amdahl) {
      List<Reference> cited = new ArrayList<>();
      List<String> laws = new ArrayList<>();
      if (usl) {
        cited.add(Reference.GUNTHER);
        laws.add("the Universal Scalability Law");
      }
      if (amdahl) {
        cited.add(Reference.AMDAHL);
        laws.add("Amdahl's law");
      }
      String words =
          "Up to the physical cores %s %s fitted by least squares, with profile intervals"
              .formatted(Phrases.list(laws), laws.size() == 1 ? "was" : "were");
      sentences.add(new Sentence(words, cited));
    }
    return sentences;
  }

  private List<Sentence> smallestEffect() {
    DoubleSummaryStatistics effects =
        findings.yields().stream()
            .filter(y -> y.estimator() == Estimator.PAIRED)
            .mapToDouble(y -> y.sampling().smallestEffect())
            .filter(effect -> !Double.isNaN(effect))
            .summaryStatistics();
    if (effects.getCount() == 0) {
      return List.of();
    }
    String least = Unit.POINTS.text(effects.getMin());
    String most = Unit.POINTS.text(effects.getMax());
    return List.of(
        Sentence.of(
            "The smallest difference of a yield that a test at 5 %% finds in 80 %% of such campaigns is %s points"
                .formatted(least.equals(most) ? least : least + " to " + most),
            Reference.BLOOM));
  }
}
