package io.coreyield.analysis.comparison;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What siblings add, resource by resource, a mark per machine: for whoever draws it.
 *
 * @param kind of yield of the kernels: by pairs, or where no run has those by all cores at once
 * @param sections one per kernel that has a figure, then one per program that another tool watched,
 *     whose yield is by all cores at once
 * @param grouped whether marks are medians of groups with their ranges
 */
public record YieldChart(Kind kind, List<Section> sections, boolean grouped) {

  /** The most groups that are drawn. */
  private static final int MAX_MARKS = Comparison.MAX_COLUMNS;

  /** The most programs of other tools that are drawn; the tables have all. */
  private static final int MAX_PROGRAMS = 6;

  /**
   * One kernel or program.
   *
   * @param row that is drawn, of a kernel under the first model that has a figure
   * @param marks one per run or group that has a figure
   */
  public record Section(Row row, List<Mark> marks) {

    /** Copies the list. */
    public Section {
      marks = List.copyOf(marks);
    }
  }

  /**
   * One machine.
   *
   * @param label its name, and what must be known of it
   * @param estimate the yield with its interval; of a group the median with the range
   * @param isReference whether the others are held against it
   */
  public record Mark(String label, Estimate estimate, boolean isReference) {}

  /** Copies the list. */
  public YieldChart {
    sections = List.copyOf(sections);
  }

  /** Of a comparison; without a section where no run has a yield. */
  public static YieldChart of(Comparison comparison) {
    List<Section> paired = kernels(comparison, Kind.PAIRED_YIELD);
    Kind kind = paired.isEmpty() ? Kind.CHIP_WIDE_YIELD : Kind.PAIRED_YIELD;
    List<Section> kernels = paired.isEmpty() ? kernels(comparison, kind) : paired;
    return new YieldChart(
        kind,
        Stream.concat(kernels.stream(), programs(comparison)).toList(),
        comparison.isGrouped());
  }

  /** What a section is about; the model only where sections have several. */
  public String heading(Section section) {
    Kernel kernel = section.row.kernel();
    if (kernel == null) {
      return section.row.subject() + ", all cores";
    }
    return models().size() <= 1 ? kernel.boundBy() : section.row.subject();
  }

  /** The model that all kernels have, in words; empty where they have several, or none is drawn. */
  public Optional<String> model() {
    List<String> models = models();
    return models.size() == 1 ? Optional.of(models.getFirst()) : Optional.empty();
  }

  private List<String> models() {
    return sections.stream()
        .map(section -> section.row.model())
        .filter(Objects::nonNull)
        .map(ConcurrencyModel::title)
        .distinct()
        .toList();
  }

  private static List<Section> kernels(Comparison comparison, Kind kind) {
    return Stream.of(Kernel.values())
        .flatMap(kernel -> section(comparison, kind, kernel).stream())
        .toList();
  }

  private static Stream<Section> programs(Comparison comparison) {
    return comparison.runs().stream()
        .flatMap(run -> run.readings().keySet().stream())
        .filter(row -> row.kind() == Kind.CHIP_WIDE_YIELD && row.what() != null)
        .distinct()
        .sorted()
        .limit(MAX_PROGRAMS)
        .map(row -> section(comparison, row))
        .filter(section -> !section.marks.isEmpty());
  }

  private static Optional<Section> section(Comparison comparison, Kind kind, Kernel kernel) {
    return Stream.of(ConcurrencyModel.values())
        .map(model -> Row.of(kind, kernel, model))
        .map(row -> section(comparison, row))
        .filter(section -> !section.marks.isEmpty())
        .findFirst();
  }

  private static Section section(Comparison comparison, Row row) {
    return new Section(
        row, comparison.isGrouped() ? groups(comparison, row) : runs(comparison, row));
  }

  private static List<Mark> runs(Comparison comparison, Row row) {
    return IntStream.range(0, comparison.runs().size())
        .mapToObj(run -> mark(comparison, run, row))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Mark> mark(Comparison comparison, int index, Row row) {
    ComparedRun run = comparison.runs().get(index);
    return Optional.ofNullable(run.reading(row))
        .map(Reading::estimate)
        .filter(Estimate::hasValue)
        .map(estimate -> new Mark(label(run), estimate, index == comparison.reference()));
  }

  private static String label(ComparedRun run) {
    List<String> words = new ArrayList<>(List.of(run.name()));
    if (run.simulated()) {
      words.add("simulated");
    }
    if (run.tool() != null) {
      words.add("captured");
    }
    if (!run.fit()) {
      words.add("unfit");
    }
    return String.join(", ", words);
  }

  private static List<Mark> groups(Comparison comparison, Row row) {
    return comparison.groups().stream()
        .filter(group -> group.figures().containsKey(row))
        .limit(MAX_MARKS)
        .flatMap(group -> mark(group, Objects.requireNonNull(group.figures().get(row))).stream())
        .toList();
  }

  private static Optional<Mark> mark(Group group, GroupFigure figure) {
    if (figure.count() == 0) {
      return Optional.empty();
    }
    String runs =
        "%s, %d run%s".formatted(group.cpu(), figure.count(), figure.count() == 1 ? "" : "s");
    return Optional.of(
        new Mark(
            group.simulated() ? runs + ", simulated" : runs,
            Estimate.of(figure.median(), figure.low(), figure.high()),
            false));
  }
}
