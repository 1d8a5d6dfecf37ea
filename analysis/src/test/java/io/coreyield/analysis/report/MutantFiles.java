package io.coreyield.analysis.report;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/** Makes of the files of a good run those of one with a fault, by a seed. */
final class MutantFiles {

  private final Map<String, byte[]> good;
  private final List<String> names;

  MutantFiles(Map<String, byte[]> good) {
    this.good = new TreeMap<>(good);
    this.names = List.copyOf(this.good.keySet());
  }

  /**
   * One mutant.
   *
   * @param name of the file that is other than in the good run
   * @param fault in that file
   */
  record Mutant(String name, Fault fault) {}

  /** The files of the good run. */
  Map<String, byte[]> good() {
    return good;
  }

  /** The mutant of a seed. */
  Mutant of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String name = names.get(random.nextInt(names.size()));
    if (name.equals("swap.csv")) {
      // It has three numbers, and would have a quarter of the mutants.
      name = names.get(random.nextInt(names.size()));
    }
    Fault fault = Fault.of("", good.getOrDefault(name, new byte[0]));
    int faults = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1;
    for (int i = 0; i < faults; i++) {
      Fault next = fault(name, fault, random);
      fault = new Fault((i == 0 ? "" : fault.what() + ", ") + next.what(), next.octets());
    }
    return new Mutant(name, fault);
  }

  private static Fault fault(String name, Fault before, SplittableRandom random) {
    if (before.octets().isEmpty() || name.endsWith(".zip") || random.nextInt(5) == 0) {
      return ByteFaults.of(before.bytes(), random);
    }
    try {
      return switch (name.substring(name.lastIndexOf('.'))) {
        case ".json" -> JsonFaults.of(before.text(), random);
        case ".jsonl" -> JsonFaults.ofLine(before.text(), random);
        case ".txt" -> FieldFaults.of(before.text(), " ", random);
        default -> FieldFaults.of(before.text(), ",", random);
      };
    } catch (JacksonException e) {
      // An earlier fault left no JSON.
      return ByteFaults.of(before.bytes(), random);
    }
  }
}
