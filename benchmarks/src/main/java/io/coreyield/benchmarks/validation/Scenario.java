package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Length;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Selection;
import io.coreyield.benchmarks.simulation.MachineFile;
import io.coreyield.benchmarks.simulation.SimulatedMachine;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A simulated machine of the jar, {@code 4c8t-quiet}, and the campaigns that are run on it. */
record Scenario(String name, String file, CampaignOptions options) {

  /** What every scenario measures. */
  static final Kernel KERNEL = Kernel.RANGE;

  private static final int QUICK_ROUNDS = 4;

  /** As many rounds as the quick campaign has. */
  static Scenario quick(String name, String file) {
    return rounds(name, file, QUICK_ROUNDS);
  }

  static Scenario rounds(String name, String file, int rounds) {
    return new Scenario(name, file, options(List.of(1, 4, 8), true, rounds, null, null));
  }

  /** So many forks of one worker, with so many iterations each, and no pairs. */
  static Scenario iterations(String name, String file, int rounds, int iterations) {
    return new Scenario(name, file, options(List.of(1), false, rounds, iterations, null));
  }

  /** As many rounds of one worker and of pairs as the default budget holds. */
  static Scenario wholeBudget(String name, String file) {
    return new Scenario(
        name, file, options(List.of(1), true, null, null, CampaignOptions.DEFAULT_BUDGET));
  }

  /** What a run without options does. */
  static Scenario byDefault(String name, String file) {
    return new Scenario(
        name,
        file,
        new CampaignOptions(
            Selection.ANY, true, new Length(null, null, CampaignOptions.DEFAULT_BUDGET, null)));
  }

  private static CampaignOptions options(
      List<Integer> workers,
      boolean pairs,
      @Nullable Integer rounds,
      @Nullable Integer iterations,
      @Nullable Duration budget) {
    return new CampaignOptions(
        new Selection(List.of(KERNEL), List.of(ConcurrencyModel.PLATFORM), workers, List.of()),
        pairs,
        new Length(rounds, iterations, budget, null));
  }

  SimulatedMachine machine() {
    return MachineFile.ofJar(file);
  }

  double trueYield() {
    return machine().truth(KERNEL).yield();
  }

  /** What an operation of one worker takes there, milliseconds. */
  double trueOperationMs() {
    return machine().aloneOperationMs(KERNEL, KERNEL.defaultElements());
  }
}
