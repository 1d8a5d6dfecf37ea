package io.coreyield.analysis.recording.file;

import java.util.List;

/** The names of the files that a run is made of. */
public final class RunFiles {

  public static final String RUN = "run.json";
  public static final String TRIALS = "trials.jsonl";
  public static final String LOAD = "load.csv";
  public static final String SWAP = "swap.csv";
  public static final String PAIRS = "pairs.csv";
  public static final String JMH = "jmh.json";

  /** All of them, the needed ones first. */
  public static final List<String> NAMES = List.of(RUN, TRIALS, LOAD, SWAP, PAIRS, JMH);

  private RunFiles() {}
}
