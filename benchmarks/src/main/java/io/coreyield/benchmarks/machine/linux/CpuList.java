package io.coreyield.benchmarks.machine.linux;

import io.coreyield.analysis.model.machine.Topology;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sets of logical CPUs as Linux writes them: {@code 0-3,8}. */
public final class CpuList {

  private static final int BITS_OF_WORD = 32;

  private CpuList() {}

  /** The numbers of a list; empty if it is none, or names more than {@link Topology#MAX_CPUS}. */
  public static Optional<BitSet> parse(String list) {
    BitSet cpus = new BitSet();
    for (String range : list.split(",", -1)) {
      if (!range.matches("[0-9]{1,5}(-[0-9]{1,5})?")) {
        return Optional.empty();
      }
      String[] ends = range.split("-", 2);
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      if (last < first || last >= Topology.MAX_CPUS) {
        return Optional.empty();
      }
      cpus.set(first, last + 1);
    }
    return Optional.of(cpus);
  }

  /**
   * The numbers of a mask as old kernels write it, {@code 00000000,00000101}: 32 bits a word, the
   * highest first; empty if it is none, or names more than {@link Topology#MAX_CPUS}.
   */
  public static Optional<BitSet> parseMask(String mask) {
    List<String> words = List.of(mask.split(",", -1)).reversed();
    BitSet cpus = new BitSet();
    for (int word = 0; word < words.size(); word++) {
      if (!words.get(word).matches("[0-9a-fA-F]{1,8}")) {
        return Optional.empty();
      }
      long bits = Long.parseLong(words.get(word), 16);
      for (int bit = 0; bit < BITS_OF_WORD; bit++) {
        cpus.set(word * BITS_OF_WORD + bit, (bits & (1L << bit)) != 0);
      }
    }
    return cpus.length() > Topology.MAX_CPUS ? Optional.empty() : Optional.of(cpus);
  }

  /** The list of these numbers; empty text for none. */
  public static String format(Collection<Integer> cpus) {
    BitSet set = new BitSet();
    cpus.forEach(set::set);
    return format(set);
  }

  /** The same. */
  public static String format(BitSet cpus) {
    return IntStream.iterate(
            cpus.nextSetBit(0),
            first -> first >= 0,
            first -> cpus.nextSetBit(cpus.nextClearBit(first)))
        .mapToObj(first -> {
          int last = cpus.nextClearBit(first) - 1;
          return first == last ? "" + first : first + "-" + last;
        })
        .collect(Collectors.joining(","));
  }
}
