package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.plan.Configuration;
import java.util.List;

/**
 * A run: what was measured, on what, and how loaded the machine was meanwhile.
 *
 * @param info all but the samples
 * @param trials in the order in which they ran
 * @param load the counters of every logical CPU
 * @param swap swap space, a few times a minute
 */
public record Run(RunInfo info, List<Trial> trials, LoadSeries load, List<SwapSample> swap) {

  /** Throws an {@link IllegalArgumentException} if two trials have one number. */
  public Run {
    trials = List.copyOf(trials);
    swap = List.copyOf(swap);
    if (trials.stream().mapToInt(Trial::number).distinct().count() != trials.size()) {
      throw new IllegalArgumentException("two trials have one number");
    }
  }

  /** The same run with these trials only. */
  public Run withTrials(List<Trial> others) {
    return new Run(info, others, load, swap);
  }

  /** The trials of one configuration that gave a result, in order. */
  public List<Trial> trialsOf(Configuration configuration) {
    return trials.stream()
        .filter(Trial::succeeded)
        .filter(trial -> trial.configuration().anyMatch(configuration::equals))
        .toList();
  }

  /** The configurations that have a result, in the order of the plan. */
  public List<Configuration> configurations() {
    return info.plan().configurations().stream()
        .filter(configuration -> !trialsOf(configuration).isEmpty())
        .toList();
  }
}
