package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.stats.Block;
import io.coreyield.analysis.stats.ClusteredBootstrap;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.MeanInterval;
import io.coreyield.analysis.stats.RankCorrelation;
import io.coreyield.analysis.stats.RatioInterval;
import io.coreyield.analysis.stats.VarianceComponents;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.openjdk.jmh.util.ListStatistics;

/** What JMH and R make of the same data. */
final class OthersStudy {

  private static final double BILLION = 1e9;
  private static final long SEED = 1;
  private static final ToDoubleFunction<SameData.Iteration> THROUGHPUT =
      SameData.Iteration::elementsPerSecond;
  private static final String POINT_ONLY = "compared as a point";

  private final SameData data = SameData.read();
  private final Map<String, Estimate> r =
      SameData.records("same-data-r.csv").stream()
          .collect(Collectors.toMap(row -> row.get("figure"), OthersStudy::estimate));

  static final List<String> HEADER =
      Markdown.header("figure", "CoreYield", "the other", "by", "difference");

  /**
   * One figure from CoreYield and from another program, shown in a unit.
   *
   * @param by the other program and its function
   * @param why they differ; {@code none} if they do not
   */
  record Compared(
      String figure, double unit, Estimate ours, String by, Estimate theirs, String why) {

    String markdown() {
      return Markdown.row(figure, words(ours), words(theirs), by, why);
    }

    private String words(Estimate estimate) {
      Estimate e = estimate.times(1 / unit);
      return e.hasInterval()
          ? "%.5f [%.5f, %.5f]".formatted(e.value(), e.low(), e.high())
          : "%.5f".formatted(e.value());
    }
  }

  List<Compared> rows() {
    return List.of(
        byJmh(1, Estimate.LEVEL),
        byJmh(1, 0.999),
        byJmh(2, Estimate.LEVEL),
        throughput(1),
        throughput(2),
        new Compared(
            "speed-up within rounds",
            1,
            RatioInterval.paired(means(2, THROUGHPUT), means(1, THROUGHPUT)),
            "`t.test` on logarithms",
            theirs("speed-up-paired"),
            "none"),
        new Compared(
            "speed-up as of independent arms",
            1,
            RatioInterval.independent(means(2, THROUGHPUT), means(1, THROUGHPUT)),
            "`t.test` (Welch), inverted by `uniroot`",
            theirs("speed-up-independent"),
            "Satterthwaite's degrees of freedom, here at the estimate, there at each end"),
        deviation("between forks", 1, "deviation-between-forks"),
        deviation("within forks", 0, "deviation-within-forks"),
        bootstrap(),
        spearman());
  }

  private Compared byJmh(int workers, double level) {
    ToDoubleFunction<SameData.Iteration> time = SameData.Iteration::msPerOperation;
    return new Compared(
        "ms per operation, workers: " + workers,
        1,
        MeanInterval.of(means(workers, time)),
        "JMH's `ListStatistics` at %s %%".formatted(100 * level),
        Throughputs.estimate(new ListStatistics(data.each(workers, time)), level),
        "JMH pools the iterations of all forks as if they were independent");
  }

  private Compared throughput(int workers) {
    return new Compared(
        "10⁹ elements/s, workers: " + workers,
        BILLION,
        MeanInterval.of(means(workers, THROUGHPUT)),
        "`t.test` on forks",
        theirs("throughput-" + workers),
        "none");
  }

  private Compared deviation(String where, int level, String key) {
    double squared =
        VarianceComponents.ofForks(data.forks(1, THROUGHPUT)).components().get(level).variance();
    return new Compared(
        "standard deviation " + where + ", 10⁹ elements/s",
        BILLION,
        Estimate.withoutInterval(Math.sqrt(squared), POINT_ONLY),
        "`nlme::lme`, REML",
        theirs(key),
        "none, but for its iteration's tolerance");
  }

  private Compared bootstrap() {
    double[] forks = means(1, THROUGHPUT);
    List<Block> blocks =
        IntStream.range(0, forks.length).mapToObj(f -> Block.of("0", f, forks[f])).toList();
    return new Compared(
        "mean by bootstrap of forks, 10⁹ elements/s",
        BILLION,
        ClusteredBootstrap.mean(blocks, ClusteredBootstrap.Cores.ALL, SEED),
        "`boot.ci`, percentiles",
        theirs("bootstrap"),
        "percentiles of few forks lie too near to each other: CoreYield's are stretched (Hesterberg 2015)");
  }

  private Compared spearman() {
    double coefficient =
        RankCorrelation.coefficient(
            data.each(2, SameData.Iteration::elementsPerSecond),
            data.each(2, SameData.Iteration::onCpuFraction));
    return new Compared(
        "Spearman's ρ of throughput and time on CPU, workers: 2",
        1,
        Estimate.withoutInterval(coefficient, POINT_ONLY),
        "`cor`",
        theirs("spearman"),
        "none");
  }

  private double[] means(int workers, ToDoubleFunction<SameData.Iteration> figure) {
    return data.forks(workers, figure).stream()
        .mapToDouble(fork -> Arrays.stream(fork).average().orElseThrow())
        .toArray();
  }

  private Estimate theirs(String key) {
    Estimate estimate = r.get(key);
    if (estimate == null) {
      throw new IllegalStateException("R has no figure '%s'".formatted(key));
    }
    return estimate;
  }

  private static Estimate estimate(CSVRecord row) {
    double value = Double.parseDouble(row.get("value"));
    return row.get("low").equals("NA")
        ? Estimate.withoutInterval(value, POINT_ONLY)
        : Estimate.of(
            value, Double.parseDouble(row.get("low")), Double.parseDouble(row.get("high")));
  }
}
