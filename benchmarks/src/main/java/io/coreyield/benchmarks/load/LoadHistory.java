package io.coreyield.benchmarks.load;

import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.SwapSample;

/** Keeps the samples of one trial in memory. */
final class LoadHistory implements LoadSink {

  private final LoadSeries.Builder samples = new LoadSeries.Builder();

  @Override
  public synchronized void load(LoadSample sample) {
    samples.add(sample);
  }

  @Override
  public void swap(SwapSample sample) {
    // Swap is a figure of runs; JMH's results have no place for it.
  }

  synchronized LoadSeries series() {
    return samples.build();
  }
}
