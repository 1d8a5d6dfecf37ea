package io.coreyield.benchmarks.simulation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.coreyield.analysis.model.plan.Kernel;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A machine's file, section by section. The file itself is flat; a field that it does not hold is
 * null.
 */
record MachineFields(
    MachineFields.Hardware hardware,
    MachineFields.Clock clock,
    MachineFields.Yields yields,
    MachineFields.Disturbances disturbances) {

  private static final List<Class<? extends Record>> SECTIONS =
      List.of(Hardware.class, Clock.class, Yields.class, Disturbances.class);
  private static final String SCHEMA_FIELD = "schema";

  private static final long USUAL_MEMORY_BYTES = 64L << 30;
  private static final SortedMap<Integer, Long> USUAL_CACHES_BYTES =
      new TreeMap<>(Map.of(1, 32L << 10, 2, 1L << 20, 3, 32L << 20));

  /** A fixed moment, so that one file and seed give one run. */
  private static final Instant USUAL_START = Instant.parse("2026-01-01T00:00:00Z");

  /** Binds the text of a file; each section ignores the fields of the others. */
  static MachineFields read(JsonMapper mapper, String text) {
    return new MachineFields(
        mapper.readValue(text, Hardware.class),
        mapper.readValue(text, Clock.class),
        mapper.readValue(text, Yields.class),
        mapper.readValue(text, Disturbances.class));
  }

  /** The names that a file may have at its top, sorted. */
  static SortedSet<String> names() {
    return Stream.concat(
            Stream.of(SCHEMA_FIELD),
            SECTIONS.stream()
                .flatMap(section -> Stream.of(section.getRecordComponents()))
                .map(RecordComponent::getName))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Processor and memory; see {@link CoreLayout}. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Hardware(
      @Nullable String cpu,
      @Nullable Integer packages,
      @Nullable Integer coresPerPackage,
      @Nullable Integer threadsPerCore,
      CoreLayout.@Nullable Numbering numbering,
      @Nullable Integer numaNodesPerPackage,
      @Nullable Boolean hidesSiblings,
      @Nullable Map<String, Long> cachesBytes,
      @Nullable Long memoryBytes) {

    CoreLayout layout() {
      return new CoreLayout(
          required("packages", packages),
          required("coresPerPackage", coresPerPackage),
          required("threadsPerCore", threadsPerCore),
          orElse(numbering, CoreLayout.Numbering.CORES_FIRST),
          orElse(numaNodesPerPackage, 1),
          orElse(hidesSiblings, false));
    }

    SortedMap<Integer, Long> caches() {
      return cachesBytes == null
          ? USUAL_CACHES_BYTES
          : new TreeMap<>(byNumber("cachesBytes", cachesBytes));
    }
  }

  /** How fast cores and forks are; see {@link Frequency} and {@link ForkPace}. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Clock(
      @Nullable Double clockGHz,
      @Nullable Map<String, Double> turbo,
      @Nullable Double siblingClock,
      @Nullable DriftFields drift,
      @Nullable StepFields warmUp,
      @Nullable StepFields slowdownAfter) {

    Frequency frequency() {
      Map<Integer, Double> points = turbo == null ? Map.of() : byNumber("turbo", turbo);
      return new Frequency(
          required("clockGHz", clockGHz),
          within("turbo", () -> TurboCurve.of(points)),
          orElse(siblingClock, 1.0),
          drift == null ? Drift.NONE : within("drift", drift::drift));
    }

    ForkPace pace() {
      return new ForkPace(step("warmUp", warmUp), step("slowdownAfter", slowdownAfter));
    }

    private static @Nullable SpeedStep step(String at, @Nullable StepFields fields) {
      return fields == null ? null : within(at, fields::step);
    }
  }

  /** What each kernel does; see {@link KernelTruth}. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Yields(@Nullable Double yield, @Nullable Map<String, KernelFields> perKernel) {

    Map<Kernel, KernelTruth> kernels() {
      Map<String, KernelFields> given = perKernel == null ? Map.of() : perKernel;
      within("perKernel", () -> given.keySet().stream().map(Kernel::of).toList());
      Map<Kernel, KernelTruth> truths = new EnumMap<>(Kernel.class);
      KernelFields none = new KernelFields(null, null, null);
      for (Kernel kernel : Kernel.values()) {
        String at = "perKernel." + kernel;
        KernelFields fields = given.getOrDefault(kernel.id(), none);
        Double of = fields.yield() == null ? yield : fields.yield();
        if (of == null) {
          throw new IllegalArgumentException(
              "'%s.yield' is missing, and there is no 'yield' for all kernels".formatted(at));
        }
        truths.put(kernel, within(at, () -> truth(of, fields, kernel)));
      }
      return truths;
    }

    private static KernelTruth truth(double yield, KernelFields fields, Kernel kernel) {
      return new KernelTruth(
              yield,
              orElse(fields.cyclesPerElement(), kernel.zen4CyclesPerElement()),
              orElse(fields.memoryBandwidthElementsPerSecond(), Double.POSITIVE_INFINITY))
          .possibleFor(kernel);
    }
  }

  /** What else happens, and when; see {@link Noise} and {@link BackgroundProgram}. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Disturbances(
      @Nullable NoiseFields noise,
      @Nullable Double stealShare,
      @Nullable List<ProgramFields> backgroundPrograms,
      @Nullable Instant start) {

    Noise scatter() {
      return noise == null ? Noise.NONE : within("noise", noise::noise);
    }

    List<BackgroundProgram> programs() {
      return orElse(backgroundPrograms, List.<ProgramFields>of()).stream()
          .map(fields -> within("backgroundPrograms", fields::program))
          .toList();
    }
  }

  /** What a kernel does; see {@link KernelTruth}. */
  record KernelFields(
      @Nullable Double yield,
      @Nullable Double cyclesPerElement,
      @Nullable Double memoryBandwidthElementsPerSecond) {}

  /** How the clock changes; see {@link Drift}. */
  record DriftFields(@Nullable Double change, @Nullable Double overSeconds) {

    Drift drift() {
      return new Drift(required("change", change), required("overSeconds", overSeconds));
    }
  }

  /** When a fork is slow; see {@link SpeedStep}. */
  record StepFields(@Nullable Double seconds, @Nullable Double slowdown) {

    SpeedStep step() {
      return new SpeedStep(required("seconds", seconds), required("slowdown", slowdown));
    }
  }

  /** How figures scatter; see {@link Noise}. */
  record NoiseFields(
      @Nullable Double core,
      @Nullable Double fork,
      @Nullable Double window,
      @Nullable Double operation,
      @Nullable Double autocorrelation,
      @Nullable Double outlierShare,
      @Nullable Double outlierSlowdown) {

    Noise noise() {
      return new Noise(
          orElse(core, 0.0),
          orElse(fork, 0.0),
          orElse(window, 0.0),
          orElse(operation, 0.0),
          orElse(autocorrelation, 0.0),
          orElse(outlierShare, 0.0),
          orElse(outlierSlowdown, 0.0));
    }
  }

  /** A background program; see {@link BackgroundProgram}. */
  record ProgramFields(
      @Nullable Integer cpu,
      @Nullable Double share,
      @Nullable Double fromSeconds,
      @Nullable Double toSeconds,
      @Nullable Double meanOnSeconds,
      @Nullable Double meanOffSeconds) {

    BackgroundProgram program() {
      return new BackgroundProgram(
          required("backgroundPrograms[].cpu", cpu),
          required("backgroundPrograms[].share", share),
          orElse(fromSeconds, 0.0),
          orElse(toSeconds, Double.POSITIVE_INFINITY),
          bursts());
    }

    private @Nullable Bursts bursts() {
      return meanOnSeconds == null && meanOffSeconds == null
          ? null
          : new Bursts(
              required("backgroundPrograms[].meanOnSeconds", meanOnSeconds),
              required("backgroundPrograms[].meanOffSeconds", meanOffSeconds));
    }
  }

  /**
   * The machine that they describe.
   *
   * @throws IllegalArgumentException naming the field that is missing or out of range
   */
  SimulatedMachine machine() {
    return new SimulatedMachine(
        required("cpu", hardware.cpu()),
        hardware.layout(),
        hardware.caches(),
        orElse(hardware.memoryBytes(), USUAL_MEMORY_BYTES),
        clock.frequency(),
        clock.pace(),
        yields.kernels(),
        disturbances.scatter(),
        orElse(disturbances.stealShare(), 0.0),
        disturbances.programs(),
        orElse(disturbances.start(), USUAL_START));
  }

  private static <T> Map<Integer, T> byNumber(String at, Map<String, T> byText) {
    Map<Integer, T> byNumber = new HashMap<>();
    byText.forEach((text, value) -> {
      if (!text.matches("[1-9][0-9]{0,4}")) {
        throw new IllegalArgumentException(
            "'%s.%s': the name must be a whole number of 1 or more".formatted(at, text));
      }
      byNumber.put(Integer.valueOf(text), required(at + "." + text, value));
    });
    return byNumber;
  }

  private static <T> T within(String at, Supplier<T> part) {
    try {
      return part.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'%s': %s".formatted(at, e.getMessage()), e);
    }
  }

  private static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("'%s' is missing".formatted(field));
    }
    return value;
  }

  private static <T> T orElse(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
