package io.coreyield.benchmarks.campaign.session;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Length;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Selection;
import io.coreyield.benchmarks.campaign.run.SimulatedMeasuredMachine;
import io.coreyield.benchmarks.simulation.MachineFile;
import io.coreyield.benchmarks.simulation.Noise;
import io.coreyield.benchmarks.simulation.SimulatedMachine;
import io.coreyield.benchmarks.terminal.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Campaigns on the machines that are shipped as examples. */
public final class SimulatedCampaigns {

  private SimulatedCampaigns() {}

  /** A machine of {@code docs/machines}. */
  public static SimulatedMachine machine(String name) throws RecordingException {
    return MachineFile.read(
        Path.of(System.getProperty("basedir", "")).resolve("../docs/machines/" + name + ".json"));
  }

  /** A machine of that kind with noise of its own. */
  public static SimulatedMachine machine(String name, Noise noise) throws RecordingException {
    return Copies.with(machine(name), "noise", noise);
  }

  /** What a user gets who asks for nothing. */
  public static CampaignOptions quick() {
    return options(List.of(), List.of(), List.of(), null, CampaignOptions.DEFAULT_BUDGET);
  }

  public static CampaignOptions options(
      List<Kernel> kernels,
      List<ConcurrencyModel> models,
      List<Integer> workers,
      @Nullable Integer rounds,
      @Nullable Duration budget) {
    return new CampaignOptions(
        new Selection(kernels, models, workers, List.of()),
        true,
        new Length(rounds, null, budget, null));
  }

  /** Platform threads alone and the siblings of each core, until all is known within a target. */
  public static CampaignOptions toTarget(Kernel kernel, double target, int mostRounds) {
    return new CampaignOptions(
        new Selection(List.of(kernel), List.of(ConcurrencyModel.PLATFORM), List.of(1), List.of()),
        true,
        new Length(mostRounds, null, null, target));
  }

  /** Runs a campaign, as {@code run --simulate} does. */
  public static CampaignSession.Outcome run(
      SimulatedMachine machine, CampaignOptions options, long seed, Path directory)
      throws UnusableException, IOException {
    return run(machine, options, seed, directory, Writer.nullWriter());
  }

  /** The same, with its output. */
  public static CampaignSession.Outcome run(
      SimulatedMachine machine, CampaignOptions options, long seed, Path directory, Writer out)
      throws UnusableException, IOException {
    try (CampaignSession session =
        new CampaignSession(
            Screen.plain(new PrintWriter(out)),
            new SimulatedMeasuredMachine(machine),
            false,
            false)) {
      return session.start(
          options, OutputDirectory.at(directory), seed, List.of("run", "--simulate"));
    }
  }
}
