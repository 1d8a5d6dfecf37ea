package io.coreyield.analysis.report;

import io.coreyield.analysis.chart.svg.ModelStyle;
import io.coreyield.analysis.chart.svg.Svg;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.Trial;
import java.util.List;
import java.util.Set;

/**
 * The trials over time, a lane per kernel: a bar's colour is the concurrency model, its height the
 * number of workers on a logarithmic scale.
 */
final class TrialLanes {

  private static final double LANE = 18;
  private static final double LEAST_BAR = 4;

  /** When a trial ran, as shares of the width, and what it was. */
  record Span(double from, double to, String label) {}

  private final List<Trial> trials;
  private final TimeScale time;
  private final Set<Integer> foreign;
  private final List<Kernel> kernels;
  private final int mostWorkers;

  /**
   * @param foreign numbers of the trials in which others took CPUs that were worked on
   */
  TrialLanes(List<Trial> trials, TimeScale time, Set<Integer> foreign) {
    this.trials = trials;
    this.time = time;
    this.foreign = foreign;
    this.kernels =
        trials.stream()
            .flatMap(trial -> trial.workload().kernel().stream())
            .distinct()
            .sorted()
            .toList();
    this.mostWorkers =
        Math.max(1, trials.stream().mapToInt(t -> t.workload().mostWorkers()).max().orElse(1));
  }

  int trials() {
    return trials.size();
  }

  /** The models whose colours the bars have. */
  List<Page.Legend> legend() {
    return Page.Legend.of(trials.stream().flatMap(trial -> trial.workload().model().stream()));
  }

  double height() {
    return kernels.size() * LANE;
  }

  /** Writes each lane's name, ending at {@code x}. */
  void names(Svg svg, double x) {
    for (Kernel kernel : kernels) {
      svg.label(kernel.id(), "tick", x, floor(kernel) - 4, "end");
    }
  }

  /** Draws every trial. */
  void bars(Svg svg) {
    for (Trial trial : trials) {
      trial
          .workload()
          .kernel()
          .ifPresent(kernel ->
              trial.workload().model().ifPresent(model -> bar(svg, trial, kernel, model)));
    }
  }

  private void bar(Svg svg, Trial trial, Kernel kernel, ConcurrencyModel model) {
    double from = time.share(trial.startNs());
    double width = time.share(trial.endNs()) - from;
    if (width <= 0) {
      return;
    }
    double height = barHeight(trial.workload().mostWorkers());
    svg.open("rect").attr("class", "trial " + ModelStyle.cssClass(model));
    svg.attr("x", Svg.percent(from)).attr("width", Svg.percent(width));
    svg.attr("y", floor(kernel) - height).attr("height", height);
    svg.title(label(trial)).close();
  }

  private String label(Trial trial) {
    return "trial %d, round %d: %s%s"
        .formatted(
            trial.number(),
            trial.round(),
            trial.workload().label(),
            foreign.contains(trial.number()) ? ", with foreign load" : "");
  }

  /** Whether anything is hatched. */
  boolean hasForeign() {
    return trials.stream().anyMatch(trial -> foreign.contains(trial.number()));
  }

  /** Hatches the time of the trials in which others took CPUs. */
  void hatch(Svg svg, double top, double height) {
    if (!hasForeign()) {
      return;
    }
    svg.open("pattern").attr("id", "foreign").attr("patternUnits", "userSpaceOnUse");
    svg.attr("width", 6).attr("height", 6).attr("patternTransform", "rotate(45)");
    svg.line("hatch", 0, 0, 0, 6).close();
    for (Trial trial : trials) {
      if (foreign.contains(trial.number())) {
        double from = time.share(trial.startNs());
        svg.open("rect").attr("fill", "url(#foreign)").attr("x", Svg.percent(from));
        svg.attr("width", Svg.percent(time.share(trial.endNs()) - from));
        svg.attr("y", top).attr("height", height).close();
      }
    }
  }

  /** When each trial ran, as shares of the width, and what it was. */
  List<Span> spans() {
    return trials.stream()
        .map(t -> new Span(time.share(t.startNs()), time.share(t.endNs()), label(t)))
        .filter(span -> span.to() > span.from())
        .toList();
  }

  private double floor(Kernel kernel) {
    return (kernels.indexOf(kernel) + 1) * LANE;
  }

  private double barHeight(int workers) {
    double share = mostWorkers == 1 ? 1 : Math.log(workers) / Math.log(mostWorkers);
    return LEAST_BAR + share * (LANE - LEAST_BAR - 2);
  }
}
