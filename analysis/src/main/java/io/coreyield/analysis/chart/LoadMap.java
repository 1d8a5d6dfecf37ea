package io.coreyield.analysis.chart;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.load.CapturedLoad;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.Captured.Segment;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The load of every logical CPU over time as colour, with a strip of trials above.
 *
 * @param load two samples or more
 * @param timeTitle of the time axis
 * @param rows from the top, siblings together; one or more, and few enough to be read
 * @param lanes names of the parts of the strip, from the top: a kernel each
 * @param bars in the strip, in the order of time
 */
public record LoadMap(
    LoadSeries load, String timeTitle, List<Row> rows, List<String> lanes, List<Bar> bars) {

  /** More columns than this would be narrower than pixels. */
  public static final int MAX_COLUMNS = 600;

  /** {@link Bar#lane} of a bar that fills the whole strip. */
  public static final int ALL_LANES = -1;

  private static final String TIME = "time, minutes:seconds";

  /** What separates a row from the row above it. */
  public enum Edge {
    NONE,
    CORE,
    PACKAGE
  }

  /**
   * A logical CPU, or several of which it shows the mean.
   *
   * @param name what it is called
   * @param indexes places of its logical CPUs in the load series
   * @param cores how many whole cores it is; 0 of a logical CPU
   */
  public record Row(String name, List<Integer> indexes, int cores, Edge edge) {}

  /**
   * What a bar's colour means.
   *
   * @param name in a legend; empty for none
   * @param title what the name means; empty where it says all
   */
  public record Kind(Look look, String name, String title) {

    public static final Kind IDLE = new Kind(Look.IDLE, "idle", "");
    private static final Kind FAILED = new Kind(Look.FAILED, "failed", "");

    /** Segments of a capture take turns. */
    private static final List<Kind> SEGMENTS =
        List.of(new Kind(Look.IDLE, "", ""), new Kind(Look.FAILED, "", ""));

    /** Trials of a concurrency model. */
    public static Kind of(ConcurrencyModel model) {
      return new Kind(Look.of(model), model.id(), model.title());
    }

    /** What it means, in words. */
    public String label() {
      return title.isEmpty() ? name : title;
    }
  }

  /**
   * A trial, or a segment of a capture.
   *
   * @param lane index into the lanes, or {@link #ALL_LANES}
   * @param from share of the width, 0 to 1
   * @param to share of the width, more than {@code from}
   * @param height share of the lane, 0 to 1: the number of workers on a logarithmic scale
   * @param label what it was
   * @param background whether other processes took CPUs that were worked on
   */
  public record Bar(
      int lane,
      double from,
      double to,
      double height,
      Kind kind,
      String label,
      boolean background) {}

  /** The map of a run, with the trials that had background load hatched. */
  public static Optional<LoadMap> of(Findings findings) {
    return switch (findings) {
      case CapturedFindings captured -> of(captured.run(), Set.of());
      case MeasuredFindings measured ->
          of(
              measured.run(),
              measured.quality().ledger().entries().stream()
                  .filter(entry -> entry.taints().contains(Taint.BACKGROUND_LOAD))
                  .map(entry -> entry.trial().number())
                  .collect(Collectors.toSet()));
    };
  }

  /**
   * The map of a run. A capture is shown without the time between its segments.
   *
   * @param background numbers of the trials in which other processes took CPUs that were worked on
   * @return empty where the load holds less than two samples of the machine's CPUs
   */
  public static Optional<LoadMap> of(Run run, Set<Integer> background) {
    boolean captured = run.info().origin() instanceof Captured;
    Run shown = captured ? CapturedLoad.withoutGaps(run) : run;
    return of(shown.info().machine().topology(), shown.load())
        .map(bare ->
            switch (shown.info().origin()) {
              case Captured capture -> bare.withSegments(capture.segments());
              case Measured _ -> bare.withTrials(shown.trials(), background);
            });
  }

  /** The same of a load alone. */
  public static Optional<LoadMap> of(Topology topology, LoadSeries load) {
    List<Row> rows = LoadRows.of(topology, load.cpuIds());
    return load.samples() < 2 || rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new LoadMap(load, TIME, rows, List.of(), List.of()));
  }

  private LoadMap withTrials(List<Trial> trials, Set<Integer> background) {
    List<Kernel> kernels =
        trials.stream().flatMap(t -> t.workload().kernel().stream()).distinct().sorted().toList();
    int maxWorkers =
        Math.max(1, trials.stream().mapToInt(t -> t.workload().mostWorkers()).max().orElse(1));
    TimeScale time = time();
    List<Bar> shown =
        trials.stream()
            .map(trial ->
                new Bar(
                    trial.workload().kernel().map(kernels::indexOf).orElse(ALL_LANES),
                    time.share(trial.startNs()),
                    time.share(trial.endNs()),
                    height(trial.workload().mostWorkers(), maxWorkers),
                    kind(trial),
                    label(trial, background),
                    background.contains(trial.number())))
            .filter(bar -> bar.to() > bar.from())
            .toList();
    return new LoadMap(load, timeTitle, rows, kernels.stream().map(Kernel::id).toList(), shown);
  }

  private static double height(int workers, int maxWorkers) {
    return maxWorkers == 1 || workers == 0 ? 1 : Math.log(workers) / Math.log(maxWorkers);
  }

  private static Kind kind(Trial trial) {
    return trial.succeeded()
        ? trial.workload().model().map(Kind::of).orElse(Kind.IDLE)
        : Kind.FAILED;
  }

  private static String label(Trial trial, Set<Integer> background) {
    return "trial %d, round %d: %s%s"
        .formatted(
            trial.number(),
            trial.round(),
            trial.workload().label(),
            background.contains(trial.number()) ? ", with background load" : "");
  }

  private LoadMap withSegments(List<Segment> segments) {
    TimeScale time = time();
    List<Bar> shown = new ArrayList<>();
    for (Segment segment : segments) {
      shown.add(
          new Bar(
              ALL_LANES,
              time.share(segment.startNs()),
              time.share(segment.endNs()),
              1,
              Kind.SEGMENTS.get(shown.size() % 2),
              segment.what(),
              false));
    }
    return new LoadMap(
        load, "without the time between segments, minutes:seconds", rows, lanes, shown);
  }

  /** From the first sample to the last. */
  public TimeScale time() {
    return TimeScale.of(load);
  }

  /** From 0 to 1. */
  public Axis timeAxis() {
    return time().axis(timeTitle);
  }

  /** The colours of the cells to draw, by row and column, as 0xAARRGGBB. */
  public int[][] colors() {
    LoadCells cells = LoadCells.of(load, MAX_COLUMNS);
    return rows.stream()
        .map(row -> cells.shares(row.indexes()).mapToInt(HeatColors::load).toArray())
        .toArray(int[][]::new);
  }

  /** Whether the time of some trials is hatched. */
  public boolean hasBackgroundLoad() {
    return bars.stream().anyMatch(Bar::background);
  }

  /** Whether the counters of some cell did not move. */
  public boolean hasUncounted() {
    LoadCells cells = LoadCells.of(load, MAX_COLUMNS);
    return !rows.stream()
        .flatMap(row -> cells.shares(row.indexes()))
        .allMatch(LoadCells::isCounted);
  }

  /** What the colours of the bars mean: models in their order, then the others. */
  public List<Kind> legend() {
    Set<Kind> used = bars.stream().map(Bar::kind).collect(Collectors.toSet());
    return Stream.concat(
            Arrays.stream(ConcurrencyModel.values()).map(Kind::of),
            Stream.of(Kind.IDLE, Kind.FAILED))
        .filter(used::contains)
        .toList();
  }

  /** What a row is, in a sentence without its end. */
  public String rowsAre() {
    int most = rows.stream().mapToInt(Row::cores).max().orElse(0);
    return switch (most) {
      case 0 -> "Siblings are neighbouring rows";
      case 1 -> "A row is a core, the mean of its logical CPUs";
      default ->
          "A row is the mean of up to %d neighbouring cores of one NUMA node".formatted(most);
    };
  }

  /** The text alternative. */
  public String description() {
    String cpus =
        "Load of %d logical CPUs in %d rows over %s"
            .formatted(
                rows.stream().mapToInt(row -> row.indexes().size()).sum(),
                rows.size(),
                TimeScale.clock((long) time().seconds()));
    return bars.isEmpty()
        ? cpus + "."
        : cpus
            + ", with %d trials along the top; the table of every trial has the figures."
                .formatted(bars.size());
  }
}
