package io.coreyield.benchmarks.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.recording.file.Limits;
import io.coreyield.analysis.recording.file.RecordingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file may say of a machine, and how the rest is refused. */
class MachineFileTest {

  private static final String MINIMAL =
      """
      {"schema": "coreyield/machine/2", "cpu": "M", "packages": 2, "coresPerPackage": 4,
       "threadsPerCore": 2, "clockGHz": 3.5, "yield": 0.25}
      """;

  private static final Path EXAMPLES =
      Path.of(System.getProperty("basedir", "")).resolve("../docs/machines");

  @TempDir private Path directory;

  private SimulatedMachine read(String text) throws Exception {
    return MachineFile.read(Files.writeString(directory.resolve("m.json"), text));
  }

  @Test
  void whatIsLeftOutIsUsual() throws Exception {
    SimulatedMachine machine = read(MINIMAL);

    assertThat(machine.layout())
        .isEqualTo(new CoreLayout(2, 4, 2, CoreLayout.Numbering.CORES_FIRST, 1, 16, null, false));
    assertThat(machine.noise()).isEqualTo(Noise.NONE);
    assertThat(machine.programs()).isEmpty();
    assertThat(machine.stealShare()).isZero();
    assertThat(machine.frequency().turbo().at(8)).isEqualTo(1);
    assertThat(machine.frequency().siblingClock()).isEqualTo(1);
    assertThat(machine.frequency().drift()).isEqualTo(Frequency.Drift.NONE);
    assertThat(machine.pace()).isEqualTo(new ForkPace(null, null));
    assertThat(machine.start()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(machine.truth(Kernel.RANGE_DOUBLE))
        .isEqualTo(new KernelTruth(0.25, 3, Double.POSITIVE_INFINITY));
    assertThat(machine.aloneElementsPerSecond(Kernel.RANGE)).isEqualTo(3.5e9);
  }

  @Test
  void theMachineDeclaresItsTopology() throws Exception {
    Machine machine = read(MINIMAL).machine();

    assertThat(machine.topology().packages()).isEqualTo(2);
    assertThat(machine.topology().physicalCores()).isEqualTo(8);
    assertThat(machine.topology().logicalCpus()).isEqualTo(16);
    assertThat(
            machine.topology().siblingPairs().stream()
                .map(pair -> List.of(pair.getFirst().id(), pair.getLast().id())))
        .startsWith(List.of(0, 8), List.of(1, 9))
        .hasSize(8);
    assertThat(machine.maxFrequencyHz()).isEqualTo(3_500_000_000L);
  }

  static Stream<Path> examples() throws Exception {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.sorted().toList().stream();
    }
  }

  @Test
  void theDocumentationListsEveryExampleAndNoOther() throws Exception {
    String text = Files.readString(EXAMPLES.resolve("../SIMULATION.md"));
    assertThat(
            Pattern.compile("^\\| `([^`]+\\.json)` \\|", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(match -> match.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            examples().map(file -> file.getFileName().toString()).toList());
  }

  @Test
  void whatChangesInTheCourseOfARunIsRead() throws Exception {
    SimulatedMachine machine =
        read(
            MINIMAL.replace(
                "\"yield\"",
                """
                "siblingClock": 0.9, "drift": {"change": -0.05, "overSeconds": 180},
                "warmUp": {"seconds": 0.3, "slowdown": 0.5},
                "slowdownAfter": {"seconds": 2, "slowdown": 0.1},
                "backgroundPrograms": [{"cpu": 1, "share": 0.9, "meanOnSeconds": 1, "meanOffSeconds": 3}],
                "yield"\
                """));

    assertThat(machine.frequency().siblingClock()).isEqualTo(0.9);
    assertThat(machine.frequency().drift()).isEqualTo(new Frequency.Drift(-0.05, 180));
    assertThat(machine.pace())
        .isEqualTo(new ForkPace(new ForkPace.Step(0.3, 0.5), new ForkPace.Step(2, 0.1)));
    assertThat(machine.programs())
        .containsExactly(
            new BackgroundProgram(
                1, 0.9, 0, Double.POSITIVE_INFINITY, new BackgroundProgram.Bursts(1, 3)));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsAMachine(Path file) throws Exception {
    SimulatedMachine machine = MachineFile.read(file);
    CoreLayout layout = machine.layout();
    boolean isOpen = !layout.hidesSiblings() && layout.hostThreads() == layout.logicalCpus();
    String cores = isOpen ? layout.cores() + "c" : "";

    assertThat(machine.cpu()).isNotBlank();
    assertThat(file.getFileName().toString()).startsWith(cores + layout.logicalCpus() + "t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "coreyield/machine/2"    | "coreyield/machine/1"       | schema is 'coreyield/machine/1'
          "schema": "coreyield/machine/2", |                     | names no schema
          "packages": 2,           |                             | 'packages' is missing
          "cpu": "M",              |                             | 'cpu' is missing
          "clockGHz": 3.5,         |                             | 'clockGHz' is missing
          "packages": 2            | "packages": 0               | packages is 0
          "packages": 2            | "packages": "2"             | 'packages'
          "packages": 2            | "packages": 2.5             | 'packages'
          "coresPerPackage": 4     | "coresPerPackage": 0        | coresPerPackage is 0
          "coresPerPackage": 4     | "coresPerPackage": 4000     | at most 8192 logical CPUs
          "threadsPerCore": 2      | "threadsPerCore": 4         | threadsPerCore is 4: give 1 to 2
          "clockGHz": 3.5          | "clockGHz": 0               | clockGHz is 0.0
          "yield": 0.25            | "yield": 1.5                | a yield of 1.5: give more than -1 and at most 1
          "yield": 0.25            | "yield": -1                 | a yield of -1.0
          , "yield": 0.25          |                             | 'perKernel.range': 'yield' is missing
          "yield": 0.25            | "perKernel": {"sum": {"yield": 0}} | 'perKernel' is 'sum', not one of range
          "yield": 0.25            | "perKernel": {"range": {"yield": 2}} | 'perKernel.range'
          "yield": 0.25            | "yield": 0, "perKernel": {"range": {"cyclesPerElement": 0.1}} | no processor does range in less than 1.0
          "yield": 0.25            | "yield": 0, "perKernel": {"range": {"memoryBandwidthElementsPerSecond": 0}} | a memory bandwidth of 0.0
          "yield": 0.25            | "yield": 0, "yeild": 1      | 'yeild' is no field here
          "yield": 0.25            | "yield": 0, "noise": {"frok": 1} | 'noise.frok' is no field here
          "yield": 0.25            | "yield": 0, "noise": {"fork": -1} | fork of -1.0
          "yield": 0.25            | "yield": 0, "noise": {"autocorrelation": 1} | an autocorrelation of 1.0
          "yield": 0.25            | "yield": 0, "turbo": {"x": 1} | 'turbo' is 'x', not a whole number
          "yield": 0.25            | "yield": 0, "turbo": {"4": 0} | 0.0 at 4 active cores
          "yield": 0.25            | "yield": 0, "turbo": {"1": 0.9} | must be 1 there
          "yield": 0.25            | "yield": 0, "stealShare": 1 | stealShare is 1.0
          "yield": 0.25            | "yield": 0, "numbering": "odd" | 'numbering'
          "yield": 0.25            | "yield": 0, "numaNodesPerPackage": 3 | 4 cores on 3 NUMA nodes
          "yield": 0.25            | "yield": 0, "backgroundPrograms": [{"cpu": 16, "share": 0.1}] | the machine has 0 to 15
          "yield": 0.25            | "yield": 0, "backgroundPrograms": [{"cpu": 1}] | 'backgroundPrograms[0].share' is missing
          "yield": 0.25            | "yield": 0, "backgroundPrograms": [{"cpu": 1, "share": 2}] | a share of 2.0
          "yield": 0.25            | "yield": 0, "backgroundPrograms": [{"cpu": 1, "share": 0.9, "meanOnSeconds": 1}] | 'backgroundPrograms[0]' is impossible ('meanOnSeconds' or 'meanOffSeconds' is missing: give both or none)
          "yield": 0.25            | "yield": 0, "backgroundPrograms": [{"cpu": 1, "share": 0.9, "meanOnSeconds": 0, "meanOffSeconds": 1}] | meanOnSeconds of 0.0: give 0.001 or more
          "yield": 0.25            | "yield": 0, "noise": {"operation": 2} | operation of 2.0
          "yield": 0.25            | "yield": 0, "siblingClock": 1.1 | siblingClock is 1.1
          "yield": 0.25            | "yield": 0, "siblingClock": 0 | siblingClock is 0.0
          "yield": 0.25            | "yield": 0, "drift": {"change": -1, "overSeconds": 1} | 'drift' is impossible (a change of -1.0
          "yield": 0.25            | "yield": 0, "drift": {"change": 0.1, "overSeconds": 0} | 'drift' is impossible (overSeconds of 0.0
          "yield": 0.25            | "yield": 0, "drift": {"change": 0.1} | 'drift.overSeconds' is missing
          "yield": 0.25            | "yield": 0, "warmUp": {"seconds": -1, "slowdown": 1} | 'warmUp' is impossible (seconds of -1.0
          "yield": 0.25            | "yield": 0, "warmUp": {"slowdown": 1} | 'warmUp.seconds' is missing
          "yield": 0.25            | "yield": 0, "slowdownAfter": {"seconds": 1, "slowdown": -0.5} | 'slowdownAfter' is impossible (a slowdown of -0.5
          "yield": 0.25            | "yield": 0, "start": "today" | 'start'
          "yield": 0.25}           | "yield": 0                  | ends too early
          "yield": 0.25}           | "yield": 0} x               | not JSON
          """)
  void whatCannotBeIsRefusedInOneSentence(String from, String to, String named) {
    assertThat(MINIMAL).contains(from);
    assertThatThrownBy(() -> read(MINIMAL.replace(from, to == null ? "" : to)))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("m.json")
        .hasMessageContaining(named)
        .hasMessageContaining("docs/SIMULATION.md")
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).doesNotContain("Exception"));
  }

  private static String yields(String... kernels) {
    return Stream.of(kernels)
        .map("\"%s\": {\"yield\": 0.5}"::formatted)
        .collect(Collectors.joining(", ", "\"perKernel\": {", "}"));
  }

  /** Files from before those kernels stay readable. */
  @Test
  void aKernelThatCameLaterIsAbsentWithoutAYield() throws Exception {
    String[] main = Kernel.MAIN.stream().map(Kernel::id).toArray(String[]::new);
    SimulatedMachine old = read(MINIMAL.replace("\"yield\": 0.25", yields(main)));
    String[] one = Stream.concat(Stream.of(main), Stream.of("range-div")).toArray(String[]::new);
    SimulatedMachine more = read(MINIMAL.replace("\"yield\": 0.25", yields(one)));

    assertThat(old.kernels()).containsOnlyKeys(Kernel.MAIN);
    assertThat(more.kernels()).hasSize(7).containsKey(Kernel.RANGE_DIV);
    assertThat(read(MINIMAL).kernels()).containsOnlyKeys(Kernel.values());
    for (Path file : examples().toList()) {
      assertThat(MachineFile.read(file).kernels()).containsOnlyKeys(Kernel.values());
    }
  }

  @Test
  void aFileTakesNoMoreMemoryThanOneOfARun() throws Exception {
    Path large = directory.resolve("large.json");
    Files.write(large, new byte[Limits.JSON_BYTES + 1]);
    assertThatThrownBy(() -> MachineFile.read(large))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("has more than 16777216 bytes");
    Path deep = Files.writeString(directory.resolve("deep.json"), "[".repeat(1000));
    assertThatThrownBy(() -> MachineFile.read(deep))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("32 levels");
  }

  @Test
  void noFileIsRefused() {
    assertThatThrownBy(() -> MachineFile.read(directory.resolve("none.json")))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("none.json: is missing");
    assertThatThrownBy(() -> MachineFile.read(directory))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void theTurboCurveIsStraightBetweenItsPointsAndFlatBeyond() throws Exception {
    TurboCurve curve =
        read(MINIMAL.replace("\"yield\"", "\"turbo\": {\"3\": 0.9, \"5\": 0.7}, \"yield\""))
            .frequency()
            .turbo();

    assertThat(curve.at(1)).isEqualTo(1);
    assertThat(curve.at(2)).isEqualTo(0.95);
    assertThat(curve.at(4)).isEqualTo(0.8);
    assertThat(curve.at(8)).isEqualTo(0.7);
  }
}
