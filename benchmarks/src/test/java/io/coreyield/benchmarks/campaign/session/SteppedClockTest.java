package io.coreyield.benchmarks.campaign.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.Clock;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.run.MeasuredMachine;
import io.coreyield.benchmarks.campaign.run.SimulatedMeasuredMachine;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wall clock that is set while a campaign runs changes no byte of the run. */
class SteppedClockTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(longs = {-1, 1})
  void nothingOfTheRunChanges(long hours) throws Exception {
    AtomicInteger stepped = new AtomicInteger();
    run("kept", machine(Duration.ZERO, new AtomicInteger()));
    run("stepped", machine(Duration.ofHours(hours), stepped));

    assertThat(stepped).as("read after it was set").hasPositiveValue();
    for (String file : List.of("run.json", "trials.jsonl", "load.csv")) {
      assertThat(Files.readString(directory.resolve("stepped").resolve(file)))
          .isEqualTo(Files.readString(directory.resolve("kept").resolve(file)));
    }
  }

  private void run(String name, MeasuredMachine machine) throws Exception {
    CampaignOptions options =
        SimulatedCampaigns.options(
            List.of(Kernel.RANGE), List.of(ConcurrencyModel.PLATFORM), List.of(1, 2), 2, null);
    try (CampaignSession session = CampaignSession.silent(machine)) {
      session.start(options, OutputDirectory.at(directory.resolve(name)), 7, List.of());
    }
  }

  /** Its wall clock is set as soon as the campaign has begun to measure. */
  private static MeasuredMachine machine(Duration step, AtomicInteger stepped) throws Exception {
    MeasuredMachine machine =
        new SimulatedMeasuredMachine(SimulatedCampaigns.machine("4c8t-mixed"));
    long startNs = machine.now().tNs();
    return (MeasuredMachine)
        Proxy.newProxyInstance(
            MeasuredMachine.class.getClassLoader(),
            new Class<?>[] {MeasuredMachine.class},
            (_, method, arguments) -> {
              Object result = method.invoke(machine, arguments);
              if (result instanceof Clock now && now.tNs() > startNs) {
                stepped.incrementAndGet();
                return new Clock(now.utc().plus(step), now.tNs());
              }
              return result;
            });
  }
}
