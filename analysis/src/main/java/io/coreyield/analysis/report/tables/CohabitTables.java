package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.findings.cohabitation.Cohabitation;
import io.coreyield.analysis.findings.cohabitation.EffectiveCores;
import io.coreyield.analysis.findings.cohabitation.Pairing;
import io.coreyield.analysis.findings.cohabitation.SharedSpeeds;
import io.coreyield.analysis.wording.DoubtWords;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.YieldWords;
import io.coreyield.analysis.wording.cohabitation.CohabitWords;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of which code may share a core. */
public final class CohabitTables {

  private CohabitTables() {}

  /** All of them; empty ones where unlike code was not measured. */
  static List<Table> all(@Nullable Cohabitation found) {
    return List.of(core(found), apart(found), effectiveCores(found));
  }

  /** Each two kernels on one core. */
  public static Table core(@Nullable Cohabitation found) {
    return speeds(Pairing::core)
        .measured("joint", "For all pairs at once", Unit.FACTOR, Pairing::joint)
        .count("cores", "Cores", Pairing::cores)
        .count("forks", "Forks", Pairing::forks)
        .words("category", "Category", p -> YieldWords.of(p.category()))
        .words("trust", "Trust", p -> DoubtWords.of(p.trust()))
        .table(
            "cohabitation",
            "Two kernels on the siblings of a core, against each alone. Weighted speedup: the sum"
                + " of both relative speeds; 1 is one thread's worth. For all pairs at once: the"
                + " same with intervals that hold together.",
            pairings(found).filter(p -> p.core().weightedSpeedup().hasValue()));
  }

  /** The control on two cores. */
  public static Table apart(@Nullable Cohabitation found) {
    return speeds(Pairing::apart)
        .table(
            "cohabitation-control",
            CohabitWords.CONTROL,
            pairings(found).filter(p -> p.apart().weightedSpeedup().hasValue()));
  }

  /** What N mixed workers are worth. */
  public static Table effectiveCores(@Nullable Cohabitation found) {
    EffectiveCores cores = found == null ? null : found.effectiveCores();
    return new Columns<EffectiveCores.Point>()
        .count("workers", "Workers", EffectiveCores.Point::workers)
        .measured("best", "Best pairs", Unit.CPUS, EffectiveCores.Point::best)
        .measured("random", "Random pairs", Unit.CPUS, EffectiveCores.Point::random)
        .measured("worst", "Worst pairs", Unit.CPUS, EffectiveCores.Point::worst)
        .table(
            "effective-cores",
            CohabitWords.EFFECTIVE,
            cores == null ? Stream.empty() : cores.points().stream());
  }

  private static Columns<Pairing> speeds(Function<Pairing, SharedSpeeds> of) {
    return new Columns<Pairing>()
        .words("kernel", "Kernel", p -> p.kernel().id())
        .words("beside", "Beside", p -> p.beside().id())
        .measured(
            "weighted_speedup", "Weighted speedup", Unit.FACTOR, p -> of.apply(p).weightedSpeedup())
        .measured("speed", "Kernel keeps", Unit.PERCENT, p -> of.apply(p).kernel())
        .measured("beside_speed", "Beside keeps", Unit.PERCENT, p -> of.apply(p).beside())
        .measured("slowdown", "Slowdown", Unit.FACTOR, p -> of.apply(p).kernelSlowdown())
        .measured(
            "beside_slowdown", "Slowdown of beside", Unit.FACTOR, p -> of.apply(p).besideSlowdown())
        .measured("harmonic_mean", "Harmonic mean", Unit.PERCENT, p -> of.apply(p).harmonicMean())
        .measured("fairness", "Fairness", Unit.PERCENT, p -> of.apply(p).fairness())
        .measured("asymmetry", "Asymmetry", Unit.FACTOR, p -> of.apply(p).asymmetry());
  }

  private static Stream<Pairing> pairings(@Nullable Cohabitation found) {
    return found == null ? Stream.empty() : found.pairings().stream();
  }
}
