package io.coreyield.benchmarks.load;

import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.SwapSample;

/** Takes samples as they are read, one at a time. */
@FunctionalInterface
public interface LoadSink {

  void load(LoadSample sample);

  /** Takes the state of swap; ignores it by default. */
  default void swap(SwapSample sample) {}
}
