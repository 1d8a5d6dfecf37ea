package io.coreyield.analysis.chart;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.SecondWorkers;
import io.coreyield.analysis.findings.SecondWorkers.One;
import io.coreyield.analysis.findings.SecondWorkers.Place;
import io.coreyield.analysis.findings.yields.PairSpread;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.wording.KernelWords;
import io.coreyield.analysis.wording.Phrases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cores of the machine, once per kind of code: each box is what a core can do, filled by what
 * one worker does, and above that by what the second adds.
 *
 * @param place where the second worker runs
 * @param grouping what a box is
 * @param kinds of code, of the model that the run speaks of first; empty where no second worker was
 *     measured
 */
public record CorePicture(Place place, Grouping grouping, List<Kind> kinds) {

  /** More cores than this are drawn as one box per package. */
  static final int MAX_CORES = 16;

  /** More boxes of many cores than this are one. */
  private static final int MAX_GROUPS = 16;

  /** What a box is. */
  public enum Grouping {
    CORE("a core", core -> core.getFirst().id()),
    PACKAGE("all cores of a package", core -> core.getFirst().pkg()),
    NUMA_NODE("all cores of a NUMA node", core -> core.getFirst().numaNode()),
    MACHINE("all cores of the machine", _ -> 0);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // They hold nothing.
    private final Function<List<LogicalCpu>, Integer> key;

    Grouping(String words, Function<List<LogicalCpu>, Integer> key) {
      this.words = words;
      this.key = key;
    }

    static Grouping of(Topology topology) {
      if (topology.physicalCores() <= MAX_CORES) {
        return CORE;
      }
      Grouping parts = topology.packages() > 1 ? PACKAGE : NUMA_NODE;
      return parts.groups(topology).size() > MAX_GROUPS ? MACHINE : parts;
    }

    private Collection<List<List<LogicalCpu>>> groups(Topology topology) {
      return topology.cores().stream()
          .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()))
          .values();
    }
  }

  /** Rows of boxes are no longer than this. */
  private static final int MAX_IN_A_ROW = 8;

  /**
   * One kind of code.
   *
   * @param code what such code does
   * @param worth what the second worker adds, in words
   * @param isAnswer whether that can be trusted
   */
  public record Kind(String code, String worth, boolean isAnswer, List<Box> boxes) {

    /** How many boxes stand in a row. */
    public int inARow() {
      int rows = (boxes.size() + MAX_IN_A_ROW - 1) / MAX_IN_A_ROW;
      return (boxes.size() + rows - 1) / rows;
    }
  }

  /**
   * A core, or all cores of a package; fractions of what it can do.
   *
   * @param first what one worker does; NaN where that is unknown
   * @param second what the second adds, 0 where it adds nothing
   * @param lost what the second takes away from the first
   * @param name what it is, with the gain
   */
  public record Box(double first, double second, double lost, String name) {

    static Box of(double gain, String name) {
      return gain < 0
          ? new Box(1, 0, Math.min(1, -gain), name)
          : new Box(1 / (1 + gain), gain / (1 + gain), 0, name);
    }

    /** Whether anything is known of it. */
    public boolean isKnown() {
      return !Double.isNaN(first);
    }
  }

  public static CorePicture of(MeasuredFindings findings) {
    SecondWorkers workers = SecondWorkers.of(findings);
    GainScale scale = GainScale.of(workers);
    Topology topology = findings.answer().topology();
    return new CorePicture(
        workers.place(),
        Grouping.of(topology),
        workers.leading().stream()
            .map(one -> kind(workers.place(), scale, topology, one))
            .toList());
  }

  /**
   * The picture as a figure of a report; empty where no second worker was measured.
   *
   * @param isPrint whether it has no title, because papers have captions
   */
  public static Optional<Picture> figure(MeasuredFindings findings, int widthPx, boolean isPrint) {
    CorePicture picture = of(findings);
    return picture.kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(CoreLayout.figure(picture, findings.run().info(), widthPx, isPrint));
  }

  private static Kind kind(Place place, GainScale scale, Topology topology, One one) {
    String worth =
        one.gain().hasValue()
            ? (scale.isFactor() || one.gain().value() < 0 ? "" : "+")
                + scale.text(one.gain().value())
            : "unknown";
    List<Box> boxes =
        Grouping.of(topology).groups(topology).stream()
            .map(cores -> box(place, scale, one, cores))
            .toList();
    return new Kind(
        KernelWords.code(one.kernel()),
        worth,
        one.trust().isAnswer() && one.gain().hasValue(),
        boxes);
  }

  private static Box box(Place place, GainScale scale, One one, List<List<LogicalCpu>> cores) {
    String name = name(cores);
    if (!one.gain().hasValue()) {
      return new Box(Double.NaN, 0, 0, name);
    }
    if (!place.isSibling()) {
      // Of two cores, each with one worker.
      double each = Math.clamp((1 + one.gain().value()) / 2, 0, 1);
      return new Box(each, 0, 0, name);
    }
    if (cores.stream().allMatch(core -> core.size() == 1)) {
      return new Box(1, 0, 0, name + ", no sibling");
    }
    double gain = cores.size() == 1 ? gain(one, cores.getFirst()) : one.gain().value();
    return Box.of(gain, name + ": " + scale.text(gain));
  }

  /** Its own where it was measured, else that of all. */
  private static double gain(One one, List<LogicalCpu> core) {
    List<Integer> cpus = core.stream().map(LogicalCpu::id).toList();
    return one.spread().parts().stream()
        .filter(_ -> one.spread().byCore())
        .filter(part -> cpus.contains(part.cpu()))
        .mapToDouble(PairSpread.Part::gain)
        .findFirst()
        .orElse(one.gain().value());
  }

  private static String name(List<List<LogicalCpu>> cores) {
    return cores.size() == 1
        ? "core of CPU "
            + cores.getFirst().stream()
                .map(cpu -> Integer.toString(cpu.id()))
                .collect(Collectors.joining(" and "))
        : Phrases.count(cores.size(), "core");
  }

  /** What a colour means. */
  public record Key(Picture.Tone tone, String words) {}

  /** The colours that are used. */
  public List<Key> keys() {
    boolean isAnswer = kinds.stream().anyMatch(Kind::isAnswer);
    Picture.Tone first = isAnswer ? Picture.Tone.FIRST : Picture.Tone.PALE_FIRST;
    Picture.Tone second = isAnswer ? Picture.Tone.SECOND : Picture.Tone.PALE_SECOND;
    List<Key> keys = new ArrayList<>();
    if (!place.isSibling()) {
      return List.of(new Key(first, "each of two workers, of what one does alone"));
    }
    keys.add(new Key(first, "one worker"));
    if (boxes().anyMatch(box -> box.second() > 0)) {
      keys.add(new Key(second, "what a second thread adds"));
    }
    if (boxes().anyMatch(box -> box.lost() > 0)) {
      keys.add(new Key(isAnswer ? Picture.Tone.LOST : second, "what it takes away"));
    }
    return keys;
  }

  private Stream<Box> boxes() {
    return kinds.stream().flatMap(kind -> kind.boxes().stream());
  }

  /** What the picture shows, in one sentence. */
  public String caption() {
    String box = "Each box is " + grouping.words;
    return switch (place) {
      case SIBLING, ALL_SIBLINGS -> box + ", filled by all that its threads do together.";
      case OTHER_CORE -> box + ", filled to what its worker does while another core works too.";
      case ANYWHERE ->
          box + ", filled to what each of two workers does where the scheduler puts them.";
    };
  }

  /** The picture in words. */
  public String description() {
    return kinds.stream()
        .map(kind -> "code that %s: %s".formatted(kind.code(), kind.worth()))
        .collect(Collectors.joining("; ", caption() + " What a second worker is worth: ", "."));
  }
}
