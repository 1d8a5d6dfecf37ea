package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.recording.JsonFault;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Series of psutil's {@code cpu_times_percent(percpu=True)}: an object of lists by what ran, each
 * of objects with {@code interval}, {@code user} and {@code system}, percent by CPU and sample.
 */
final class PsutilJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String REMEDY = ": write it again";
  private static final List<String> HELD =
      List.of("interval", "user", "system", "nice", "idle", "iowait", "irq", "softirq", "steal");
  private static final List<String> TOLD = List.of("pin_cpu", "platform");

  private final CaptureFile file;
  private final List<Capture.Stretch> stretches = new ArrayList<>();
  private final Unheld unheld = new Unheld();
  private @Nullable String platform;
  private int cpus;
  private long cpuSamples;
  private boolean idleIsRest;

  private PsutilJson(CaptureFile file) {
    this.file = file;
  }

  static Capture read(CaptureFile file) throws IOException {
    file.requireAtMost(CaptureLimits.MAX_TREE_BYTES);
    PsutilJson json = new PsutilJson(file);
    try (InputStream in = file.open()) {
      return json.capture(MAPPER.readTree(in));
    } catch (JacksonException e) {
      int at = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw file.refusal(at, JsonFault.of(e) + REMEDY);
    } catch (IllegalArgumentException e) {
      throw file.refusal(0, e.getMessage() + REMEDY);
    }
  }

  private Capture capture(JsonNode root) throws RecordingException {
    if (!root.isObject()) {
      throw Captures.unknown(file);
    }
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      if (!entry.getValue().isArray() || entry.getValue().isEmpty()) {
        throw Captures.unknown(file);
      }
      int repetition = 0;
      for (JsonNode series : entry.getValue()) {
        add(entry.getKey(), ++repetition, entry.getValue().size(), series);
      }
    }
    if (stretches.isEmpty()) {
      throw Captures.unknown(file);
    }
    return new Capture(
        file.path(),
        "psutil",
        new Capture.SystemFacts(platform, null, null),
        stretches,
        warnings());
  }

  private List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    if (idleIsRest) {
      warnings.add(
          new Warning(
              "import-rest-is-idle",
              "the series hold no idle time: what is neither user nor system is counted as idle",
              "Interrupts and waiting for disks are in it, if there were any."));
    }
    warnings.addAll(unheld.warnings());
    return warnings;
  }

  private void add(String what, int repetition, int repetitions, JsonNode series)
      throws RecordingException {
    String at = "'%s'[%d]".formatted(Percents.cut(what), repetition - 1);
    if (!series.path("user").isArray() || !series.path("system").isArray()) {
      throw Captures.unknown(file);
    }
    if (stretches.size() == CaptureLimits.MAX_SEGMENTS) {
      throw new IllegalArgumentException(
          "there are more than %d series".formatted(CaptureLimits.MAX_SEGMENTS));
    }
    double interval = series.path("interval").asDouble(Double.NaN);
    if (!(interval >= 0.001 && interval <= CaptureLimits.MAX_INTERVAL_SECONDS)) {
      throw new IllegalArgumentException("%s.interval is no number of seconds".formatted(at));
    }
    note(series);
    Rows rows = rows(at, series);
    stretches.add(
        rows.stretch(
            label(what, repetition, repetitions, series.path("pin_cpu").asBoolean(false)),
            new Capture.Start.Untold(),
            Math.round(interval * 1e9)));
  }

  private void note(JsonNode series) {
    String told = series.path("platform").asString("");
    platform = told.isEmpty() ? platform : Percents.cut(told, 120);
    series.propertyNames().stream()
        .filter(name -> !HELD.contains(name) && !TOLD.contains(name))
        .limit(CaptureLimits.MAX_SEGMENTS)
        .forEach(unheld::add);
  }

  /** {@code multiprocessing:4}, with which repetition it is and whether workers were pinned. */
  private static String label(String what, int repetition, int repetitions, boolean pinned) {
    List<String> more = new ArrayList<>();
    if (repetitions > 1) {
      more.add("repetition %d of %d".formatted(repetition, repetitions));
    }
    if (pinned) {
      more.add("pinned");
    }
    String name = Percents.cut(what);
    return more.isEmpty() ? name : "%s (%s)".formatted(name, String.join(", ", more));
  }

  private Rows rows(String at, JsonNode series) {
    JsonNode user = series.path("user");
    cpus = stretches.isEmpty() ? user.size() : cpus;
    int samples = user.path(0).size();
    Rows rows = new Rows(file, IntStream.range(0, cpus).boxed().toList());
    cpuSamples += (long) samples * cpus;
    if (samples == 0 || cpuSamples > CaptureLimits.MAX_CPU_SAMPLES) {
      throw new IllegalArgumentException(
          "%s has %d samples of %d CPUs: at least 1, and in all at most %d times CPUs can be held"
              .formatted(at, samples, cpus, CaptureLimits.MAX_CPU_SAMPLES));
    }
    rows.start(0, 0);
    for (int sample = 0; sample < samples; sample++) {
      rows.add(0, sample + 1L, parts(at, series, samples, sample));
    }
    return rows;
  }

  private float[] parts(String at, JsonNode series, int samples, int sample) {
    float[] parts = new float[cpus * Percents.COUNTERS];
    for (String name : HELD) {
      JsonNode byCpu = series.path(name);
      int counter = Percents.counter(name);
      if (counter >= 0 && byCpu.isArray()) {
        requireEveryCpu("%s.%s".formatted(at, name), byCpu);
        for (int cpu = 0; cpu < cpus; cpu++) {
          String where = "%s.%s[%d][%d]".formatted(at, name, cpu, sample);
          parts[cpu * Percents.COUNTERS + counter] =
              percent(where, byCpu.path(cpu), samples, sample);
        }
      }
    }
    if (!series.path("idle").isArray()) {
      idleIsRest = true;
      addRest(parts);
    }
    return parts;
  }

  private void requireEveryCpu(String where, JsonNode byCpu) {
    if (byCpu.size() != cpus) {
      throw new IllegalArgumentException(
          "%s has %d CPUs, not %d as the first series".formatted(where, byCpu.size(), cpus));
    }
  }

  private static float percent(String where, JsonNode series, int samples, int sample) {
    JsonNode value = series.path(sample);
    if (!value.isNumber() || series.size() != samples) {
      throw new IllegalArgumentException(
          "%s is no percentage of as many as others".formatted(where));
    }
    return Percents.percent(where, value.asDouble());
  }

  private static void addRest(float[] parts) {
    for (int from = 0; from < parts.length; from += Percents.COUNTERS) {
      float sum = 0;
      for (int i = 0; i < Percents.COUNTERS; i++) {
        sum += parts[from + i];
      }
      parts[from + Percents.idle()] = Math.max(0, 100 - sum);
    }
  }
}
