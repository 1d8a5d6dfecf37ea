package io.coreyield.benchmarks.campaign.plan;

import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.MixedPair;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * What a round runs, and in which order: every configuration once, and some cores of each kernel
 * and model, shuffled by the seed of the run.
 */
public final class RoundOrder {

  private static final long ROUND_STEP = 0x9e3779b97f4a7c15L;

  private RoundOrder() {}

  /** The same for the same seed and round, so that a resumed run continues where it stopped. */
  public static List<Workload> of(Plan plan, long seed, int round) {
    List<Workload> order = new ArrayList<>();
    plan.configurations().forEach(c -> order.add(new Workload.Summation(c)));
    Configuration control = plan.control();
    if (control != null) {
      order.add(new Workload.AaRepeat(control));
    }
    groups(plan)
        .forEach(cores -> {
          int count = isLeading(cores.getFirst(), plan) ? plan.pairsPerRound() : 1;
          drawn(cores, count, seed, round).forEach(pair -> order.add(new Workload.Pair(pair)));
        });
    mixedGroups(plan)
        .forEach(cores ->
            drawn(cores, 1, seed, round).forEach(mixed -> order.add(new Workload.Mixed(mixed))));
    ListSampler.shuffle(random(seed, round + 1), order);
    return List.copyOf(order);
  }

  /** The cores of each kernel and model, in the order of the plan. */
  static Collection<List<CorePair>> groups(Plan plan) {
    return plan.pairs().stream()
        .collect(
            Collectors.groupingBy(
                pair -> List.of(pair.kernel(), pair.model()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  /** The cores of each two kernels, in the order of the plan. */
  static Collection<List<MixedPair>> mixedGroups(Plan plan) {
    return plan.mixedPairs().stream()
        .collect(
            Collectors.groupingBy(
                mixed -> List.of(mixed.kernel(0), mixed.kernel(1), mixed.pair().model()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  /** The first model of the kernel; the others are compared with it. */
  private static boolean isLeading(CorePair one, Plan plan) {
    return plan.pairs().stream()
        .filter(pair -> pair.kernel() == one.kernel())
        .findFirst()
        .filter(pair -> pair.model() == one.model())
        .isPresent();
  }

  /** Each core once before any runs again; in a round all kernels run on the same cores. */
  private static <T> List<T> drawn(List<T> cores, int count, long seed, int round) {
    List<T> order = new ArrayList<>(cores);
    ListSampler.shuffle(random(seed, 0), order);
    List<T> drawn = new ArrayList<>();
    for (int i = 0; i < Math.min(count, order.size()); i++) {
      long turn = (long) round * count + i;
      drawn.add(order.get((int) (turn % order.size())));
    }
    return drawn;
  }

  /** One stream of a run; the golden ratio in 64 bits keeps those of near seeds apart. */
  public static UniformRandomProvider random(long seed, int stream) {
    return RandomSource.XO_SHI_RO_256_PP.create(seed + ROUND_STEP * stream);
  }
}
