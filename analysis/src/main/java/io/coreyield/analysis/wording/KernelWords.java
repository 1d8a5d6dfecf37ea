package io.coreyield.analysis.wording;

import io.coreyield.analysis.model.plan.Kernel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a kernel stands for, in words that need no knowledge of processors. */
public final class KernelWords {

  /** What kernels have in common. */
  private enum Sort {
    WAITS("waits"),
    FILLS("fills its execution units"),
    CACHED("works in its core's cache"),
    STREAMS("streams memory");

    private final String words;

    Sort(String words) {
      this.words = words;
    }
  }

  private KernelWords() {}

  /** What such code does, to end {@code code that …}. */
  public static String code(Kernel kernel) {
    return switch (kernel) {
      case RANGE -> "waits on its own integer additions";
      case RANGE_DOUBLE -> "waits on its own FP additions";
      case RANGE_ILP -> "fills the integer units";
      case ARRAY_PORTS -> "fills the load units";
      case ARRAY_STREAM -> "streams memory";
      case ARRAY_CHASE -> "waits on memory";
      case RANGE_DIV -> "fills the divider";
      case ARRAY_CACHE -> "works in its core's cache";
      case ARRAY_BRANCH -> "mispredicts branches";
    };
  }

  /**
   * What several do, in one phrase: {@code waits or streams memory} where nothing else that was
   * measured waits.
   *
   * @param some of the kernels, at least one
   * @param measured all kernels of which anything is known
   */
  static String code(List<Kernel> some, List<Kernel> measured) {
    List<String> phrases = new ArrayList<>();
    for (List<Kernel> all : bySort(measured, Function.identity())) {
      if (all.size() > 1 && some.containsAll(all)) {
        phrases.add(sort(all.getFirst()).words);
      } else {
        all.stream().filter(some::contains).map(KernelWords::code).forEach(phrases::add);
      }
    }
    return Phrases.list(phrases, "or");
  }

  /** Those whose kernels have much in common together. */
  static <T> List<List<T>> bySort(List<T> all, Function<T, Kernel> kernel) {
    return List.copyOf(
        all.stream()
            .sorted(Comparator.comparing(kernel))
            .collect(
                Collectors.groupingBy(
                    one -> sort(kernel.apply(one)), TreeMap::new, Collectors.toList()))
            .values());
  }

  private static Sort sort(Kernel kernel) {
    return switch (kernel) {
      case RANGE, RANGE_DOUBLE, ARRAY_CHASE, ARRAY_BRANCH -> Sort.WAITS;
      case RANGE_ILP, ARRAY_PORTS, RANGE_DIV -> Sort.FILLS;
      case ARRAY_CACHE -> Sort.CACHED;
      case ARRAY_STREAM -> Sort.STREAMS;
    };
  }
}
