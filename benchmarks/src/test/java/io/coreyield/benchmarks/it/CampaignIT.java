package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The experiment of 2017 replays on this machine, with the jar and nothing else. */
class CampaignIT {

  private static final long MEDIAN_GAP_MS = 50;
  private static final long LOADED_MACHINE_MS = 1_500;

  private final SeedRun seed = SeedRun.measured();

  private JsonNode verdict() {
    return seed.jar().json("DIR/report/verdict.json");
  }

  @Test
  void endsWithZeroUnlessThereIsNoAnswer() throws IOException {
    assertThat(seed.ended().complaints()).isEmpty();
    assertThat(seed.ended().exit())
        .isEqualTo(verdict().at("/trust/level").asString().equals("no-answer") ? 1 : 0);
    assertThat(seed.read().info().state()).isEqualTo(RunInfo.State.COMPLETE);
  }

  @Test
  void writesEveryFileOfARunAndNothingElsewhere() throws IOException {
    for (String file :
        List.of(
            "run.json",
            "trials.jsonl",
            "load.csv",
            "swap.csv",
            "jmh.json",
            "report/report.html",
            "report/figures/scaling-range.svg",
            "report/figures/scaling-range.pdf",
            "report/figures/scaling-range.png")) {
      assertThat(seed.directory().resolve(file)).isNotEmptyFile();
    }
    try (Stream<Path> work = Files.list(seed.jar().directory());
        Stream<Path> temporary = Files.list(seed.jar().temporary())) {
      assertThat(work.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("benchmarks.jar", "DIR");
      assertThat(temporary.map(path -> path.getFileName().toString()))
          .as("JMH leaves its lock")
          .containsExactly("jmh.lock");
    }
  }

  @Test
  void theReportHasTheAnswer() throws IOException {
    String answer = verdict().get("answer").stringValue();
    assertThat(answer).isNotBlank();
    assertThat(Files.readString(seed.directory().resolve("report/report.html")))
        .contains(answer.substring(0, answer.indexOf(' ', 40)));
  }

  @Test
  void theMachineIsThisOne() throws IOException {
    JsonNode machine = verdict().get("machine");
    ThisMachine truth = ThisMachine.read();
    assertThat(machine.get("logical").intValue()).isEqualTo(truth.logical());
    assertThat(machine.get("cores").intValue()).isEqualTo(truth.cores());
    assertThat(machine.get("packages").intValue()).isEqualTo(truth.packages());
    assertThat(machine.get("cpu").stringValue()).isEqualTo(truth.cpu());
  }

  @Test
  void everyModelAndWorkerCountHasAThroughput() throws IOException {
    List<String> points = new ArrayList<>();
    for (JsonNode curve : verdict().get("scaling")) {
      for (JsonNode point : curve.get("points")) {
        assertThat(point.get("elementsPerSecond").doubleValue()).isPositive().isFinite();
        points.add(curve.get("model").stringValue() + point.get("workers").intValue());
      }
    }
    assertThat(points)
        .containsExactlyInAnyOrder(
            "platform1", "platform2", "process1", "process2", "global-lock1", "global-lock2");
  }

  @Test
  void everyRoundHasEveryConfigurationOnceInAnOrderOfItsOwn() throws IOException {
    Run run = seed.read();
    List<Configuration> first = round(run, 0);
    List<Configuration> second = round(run, 1);
    assertThat(first)
        .containsExactlyInAnyOrderElementsOf(run.info().plan().configurations())
        .hasSize(6);
    assertThat(second).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
    assertThat(run.trials()).hasSize(1 + 2 * (6 + 1));
  }

  private static List<Configuration> round(Run run, int round) {
    return run.trials().stream()
        .filter(trial -> trial.round() == round)
        .flatMap(Trial::configuration)
        .toList();
  }

  @Test
  void theSeedDecidesTheOrder(@TempDir Path directory) throws Exception {
    List<String> sameSeed = firstTrials(directory.resolve("same"), SeedRun.SEED);
    List<String> otherSeed = firstTrials(directory.resolve("other"), 8);
    List<String> labels =
        seed.read().trials().stream().limit(4).map(trial -> trial.workload().label()).toList();
    assertThat(sameSeed).isEqualTo(labels);
    assertThat(otherSeed).isNotEqualTo(labels);
  }

  /** The idle baseline and three trials are announced; then Ctrl-C. */
  private static List<String> firstTrials(Path directory, int seed) throws Exception {
    Started started = Jar.copiedTo(directory).start(SeedRun.arguments(seed));
    started.awaitTrials(4);
    started.signal("INT");
    assertThat(started.end().exit()).isEqualTo(130);
    return started.announced().subList(0, 4);
  }

  @Test
  void everyTrialHasItsProcessorTime() throws IOException {
    for (Trial trial : seed.read().trials()) {
      assertThat(trial.failure()).isNull();
      assertThat(Objects.requireNonNull(trial.cpuUse()).userNs()).isPositive();
      assertThat(trial.cpuUse().systemNs()).isPositive();
    }
  }

  @Test
  void samplesStandAtBothEndsOfEveryIteration() throws IOException {
    Run run = seed.read();
    LoadSeries load = run.load();
    for (int sample = 1; sample < load.samples(); sample++) {
      assertThat(load.timeNs(sample)).isGreaterThan(load.timeNs(sample - 1));
    }
    List<Long> gapsMs = new ArrayList<>();
    for (Iteration iteration :
        run.trials().stream().flatMap(t -> t.iterations().stream()).toList()) {
      int before = load.lastAtOrBefore(iteration.startNs());
      int after = load.firstAtOrAfter(iteration.endNs());
      assertThat(before).isNotNegative();
      assertThat(after).isBetween(before + 1, load.samples() - 1);
      gapsMs.add((iteration.startNs() - load.timeNs(before)) / 1_000_000);
      gapsMs.add((load.timeNs(after) - iteration.endNs()) / 1_000_000);
    }
    Collections.sort(gapsMs);
    // Samples every 250 ms alone would be 125 ms away at the median.
    assertThat(gapsMs.get(gapsMs.size() / 2)).isLessThan(MEDIAN_GAP_MS);
    assertThat(gapsMs.getLast()).isLessThan(LOADED_MACHINE_MS);
  }

  @Test
  void theReportIsMadeAgainWithTheSameBytes(@TempDir Path directory) throws Exception {
    Jar jar = Jar.copiedTo(directory);
    Path copy = jar.directory().resolve("copy");
    Trees.copy(seed.directory(), copy);
    byte[] verdict = Files.readAllBytes(copy.resolve("report/verdict.json"));
    Trees.delete(copy.resolve("report"));
    Ended ended = jar.run("report copy");
    assertThat(ended.complaints()).isEmpty();
    assertThat(ended.exit()).as("it measured nothing that could be unfit").isZero();
    assertThat(Files.readAllBytes(copy.resolve("report/verdict.json"))).isEqualTo(verdict);
    assertThat(Arrays.asList(ended.out().split("\n", -1)).subList(0, 3))
        .as("the same summary")
        .allMatch(line -> seed.ended().out().contains(line));
  }
}
