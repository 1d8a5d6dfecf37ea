package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.recording.JsonFault;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Series of psutil's {@code cpu_times_percent(percpu=True)}: an object of lists by what ran, each
 * of objects with {@code interval}, {@code user} and {@code system}, percent by CPU and sample. The
 * series may be of several machines.
 */
final class PsutilJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String REMEDY = ": write it again";
  private static final int MAX_PLATFORM_CHARS = 120;
  private static final List<String> PERCENTS =
      List.of("user", "system", "nice", "idle", "iowait", "irq", "softirq", "steal");
  private static final List<String> OTHER_FIELDS =
      List.of("interval", "pin_cpu", "use_setaffinity", "platform");

  /** The series of one machine. */
  private static final class OneMachine {
    private final String platform;
    private final int cpus;
    private final List<Capture.Stretch> stretches = new ArrayList<>();

    private OneMachine(String platform, int cpus) {
      this.platform = platform;
      this.cpus = cpus;
    }
  }

  private final CaptureFile file;
  private final ReadOptions options;
  private final List<OneMachine> machines = new ArrayList<>();
  private int seriesCount;
  private long cpuSamples;
  private boolean idleIsRest;

  /** The first logical CPU without any time in a sample; empty where there is none. */
  private String absent = "";

  private PsutilJson(CaptureFile file, ReadOptions options) {
    this.file = file;
    this.options = options;
  }

  /** One capture for each machine, as {@code platform} names them. */
  static List<Capture> read(CaptureFile file, ReadOptions options, String beginning)
      throws IOException {
    PsutilJson json = new PsutilJson(file, options);
    if (!beginning.contains("\"user\"") && !beginning.contains("\"system\"")) {
      throw OtherFormats.text(file, beginning);
    }
    file.requireAtMost(CaptureLimits.MAX_TREE_BYTES);
    try (InputStream in = file.open()) {
      return json.captures(MAPPER.readTree(in));
    } catch (JacksonException e) {
      throw file.refusal(JsonFault.line(e), JsonFault.of(e) + REMEDY);
    } catch (IllegalArgumentException e) {
      throw file.refusal(0, e.getMessage() + REMEDY);
    }
  }

  private List<Capture> captures(JsonNode root) throws RecordingException {
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      JsonNode list = entry.getValue();
      if (!list.isArray() || list.isEmpty()) {
        throw OtherFormats.unknown(file);
      }
      for (int i = 0; i < list.size(); i++) {
        add(Percents.cut(entry.getKey()), i, list);
      }
    }
    if (seriesCount == 0) {
      throw OtherFormats.unknown(file);
    }
    if (idleIsRest) {
      file.warn(
          "import-rest-is-idle",
          "the series hold no idle time: what is neither user nor system is counted as idle",
          "Interrupts and waiting for disks are in it, if there were any.");
    }
    if (!absent.isEmpty()) {
      file.warn(
          "import-absent-cpu",
          absent + " had no time at all, not even idle, so nothing is held of it there",
          "It is the first one; look at the others, too.");
    }
    List<Capture> captures = machines.stream().filter(this::isWanted).map(this::capture).toList();
    if (captures.isEmpty()) {
      throw file.refusal(
          0,
          "holds no series of a platform that begins with '%s': give one of %s to --platform"
              .formatted(
                  Percents.cut(String.valueOf(options.platform())),
                  machines.stream().map(machine -> machine.platform).toList()));
    }
    return captures;
  }

  private boolean isWanted(OneMachine machine) {
    return options.platform() == null || machine.platform.startsWith(options.platform());
  }

  private Capture capture(OneMachine machine) {
    String os = machine.platform.isEmpty() ? null : machine.platform;
    return file.capture("psutil", new Capture.SystemFacts(os, null, null), machine.stretches);
  }

  private void add(String what, int index, JsonNode list) throws RecordingException {
    String at = "'%s'[%d]".formatted(what, index);
    JsonNode series = list.path(index);
    if (!isByCpu(series.path("user")) || !isByCpu(series.path("system"))) {
      throw OtherFormats.unknown(file);
    }
    if (++seriesCount > Captured.MAX_SEGMENTS) {
      throw new IllegalArgumentException(
          "there are more than %d series".formatted(Captured.MAX_SEGMENTS));
    }
    double interval = interval(at, series);
    OneMachine machine = machine(series);
    series.propertyNames().stream()
        .filter(name -> !PERCENTS.contains(name) && !OTHER_FIELDS.contains(name))
        .forEach(file::leaveOut);
    boolean pinned =
        series.path("pin_cpu").asBoolean(false) || series.path("use_setaffinity").asBoolean(false);
    String label = what + details(list, index, machine, pinned);
    machine.stretches.add(
        rows(at, series, machine.cpus).stretch(label, Math.round(interval * 1e9)));
  }

  /** The first series of 2017 are objects by the number of the CPU, the later ones lists. */
  private static boolean isByCpu(JsonNode figures) {
    return figures.isArray() || figures.isObject();
  }

  private static JsonNode ofCpu(JsonNode byCpu, int cpu) {
    return byCpu.isObject() ? byCpu.path(String.valueOf(cpu)) : byCpu.path(cpu);
  }

  private double interval(String at, JsonNode series) throws RecordingException {
    Double given = options.intervalSeconds();
    if (series.path("interval").isMissingNode() && given == null) {
      throw file.refusal(
          0,
          "%s does not say how many seconds lie between two samples: give them with --interval"
              .formatted(at));
    }
    double interval = series.path("interval").asDouble(given == null ? Double.NaN : given);
    if (!(interval >= 0.001 && interval <= CaptureLimits.MAX_INTERVAL_SECONDS)) {
      throw new IllegalArgumentException("%s.interval is no number of seconds".formatted(at));
    }
    return interval;
  }

  /** Python names one platform with more or fewer details, as its version is. */
  private OneMachine machine(JsonNode series) {
    String platform = Percents.cut(series.path("platform").asString(""), MAX_PLATFORM_CHARS);
    int cpus = series.path("user").size();
    for (OneMachine known : machines) {
      boolean isDetail =
          known.cpus == cpus
              && (platform.startsWith(known.platform + "-")
                  || known.platform.startsWith(platform + "-"));
      if (platform.equals(known.platform) || isDetail) {
        return known;
      }
    }
    OneMachine machine = new OneMachine(platform, cpus);
    machines.add(machine);
    return machine;
  }

  /** Which repetition on its machine it is, and whether workers were pinned. */
  private String details(JsonNode list, int index, OneMachine machine, boolean pinned) {
    int number = 0;
    int repetitions = 0;
    for (int i = 0; i < list.size(); i++) {
      if (machine(list.path(i)).equals(machine)) {
        repetitions++;
        number += i <= index ? 1 : 0;
      }
    }
    List<String> details = new ArrayList<>();
    if (repetitions > 1) {
      details.add("repetition %d of %d".formatted(number, repetitions));
    }
    if (pinned) {
      details.add("pinned");
    }
    return details.isEmpty() ? "" : " (%s)".formatted(String.join(", ", details));
  }

  private Rows rows(String at, JsonNode series, int cpus) {
    int samples = ofCpu(series.path("user"), 0).size();
    Rows rows = new Rows(file, IntStream.range(0, cpus).boxed().toList());
    cpuSamples += (long) samples * cpus;
    if (samples == 0 || cpuSamples > CaptureLimits.MAX_CPU_SAMPLES) {
      throw new IllegalArgumentException(
          "%s has %d samples of %d CPUs: at least 1, and in all at most %d times CPUs can be held"
              .formatted(at, samples, cpus, CaptureLimits.MAX_CPU_SAMPLES));
    }
    rows.moment(0, 0);
    for (int sample = 0; sample < samples; sample++) {
      rows.add(0, sample + 1L, parts(at, series, cpus, samples, sample));
    }
    return rows;
  }

  private float[] parts(String at, JsonNode series, int cpus, int samples, int sample) {
    float[] parts = new float[cpus * Percents.COUNTERS];
    for (String name : PERCENTS) {
      JsonNode byCpu = series.path(name);
      if (isByCpu(byCpu) && byCpu.size() != cpus) {
        throw new IllegalArgumentException(
            "%s.%s has %d CPUs, not %d as the first series of its machine"
                .formatted(at, name, byCpu.size(), cpus));
      }
      for (int cpu = 0; isByCpu(byCpu) && cpu < cpus; cpu++) {
        JsonNode value = ofCpu(byCpu, cpu).path(sample);
        String where = "%s.%s[%d][%d]".formatted(at, name, cpu, sample);
        if (!value.isNumber() || ofCpu(byCpu, cpu).size() != samples) {
          throw new IllegalArgumentException(
              "%s is no percentage of as many as others".formatted(where));
        }
        parts[cpu * Percents.COUNTERS + Percents.counter(name)] =
            Percents.percent(where, value.asDouble());
      }
    }
    if (!isByCpu(series.path("idle"))) {
      idleIsRest = true;
      addRest(parts);
    }
    for (int cpu = 0; cpu < cpus && absent.isEmpty(); cpu++) {
      absent =
          Percents.sum(parts, cpu) > 0
              ? ""
              : "CPU %d in sample %d of %s".formatted(cpu, sample, at);
    }
    return parts;
  }

  private static void addRest(float[] parts) {
    for (int from = 0; from < parts.length; from += Percents.COUNTERS) {
      float sum = 0;
      for (int i = 0; i < Percents.COUNTERS; i++) {
        sum += parts[from + i];
      }
      parts[from + Percents.IDLE] = Math.max(0, 100 - sum);
    }
  }
}
