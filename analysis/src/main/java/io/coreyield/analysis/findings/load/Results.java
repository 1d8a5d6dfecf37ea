package io.coreyield.analysis.findings.load;

import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The trials of a run that gave a result, by configuration, in the order of the plan. */
public final class Results {

  private final Map<Configuration, List<Trial>> trials = new LinkedHashMap<>();

  public Results(Run run) {
    for (Configuration configuration : run.info().plan().configurations()) {
      trials.put(configuration, new ArrayList<>());
    }
    for (Trial trial : run.trials()) {
      if (trial.succeeded()) {
        trial
            .configuration()
            .forEach(c -> trials.computeIfAbsent(c, _ -> new ArrayList<>()).add(trial));
      }
    }
  }

  /** Everything that was planned or run, with a result or not. */
  public List<Configuration> configurations() {
    return List.copyOf(trials.keySet());
  }

  /** One arm per configuration that has a result. */
  public List<ConfigurationResult> arms() {
    return trials.keySet().stream().flatMap(c -> arm(c).stream()).toList();
  }

  /** The arm of a configuration, if it has a result. */
  public Optional<ConfigurationResult> arm(Configuration configuration) {
    List<Trial> found = trials.getOrDefault(configuration, List.of());
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new ConfigurationResult(configuration, List.copyOf(found)));
  }
}
