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
  private static final int MAX_PLATFORM_CHARS = 120;
  private static final List<String> PERCENTS =
      List.of("user", "system", "nice", "idle", "iowait", "irq", "softirq", "steal");
  private static final List<String> OTHER_FIELDS = List.of("interval", "pin_cpu", "platform");

  private final CaptureFile file;
  private final List<Capture.Stretch> stretches = new ArrayList<>();
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
      throw file.refusal(JsonFault.line(e), JsonFault.of(e) + REMEDY);
    } catch (IllegalArgumentException e) {
      throw file.refusal(0, e.getMessage() + REMEDY);
    }
  }

  private Capture capture(JsonNode root) throws RecordingException {
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      JsonNode list = entry.getValue();
      if (!list.isArray() || list.isEmpty()) {
        throw Captures.unknown(file);
      }
      for (int i = 0; i < list.size(); i++) {
        add(Percents.cut(entry.getKey()), i, list);
      }
    }
    if (stretches.isEmpty()) {
      throw Captures.unknown(file);
    }
    if (idleIsRest) {
      file.warn(
          "import-rest-is-idle",
          "the series hold no idle time: what is neither user nor system is counted as idle",
          "Interrupts and waiting for disks are in it, if there were any.");
    }
    return file.capture("psutil", new Capture.SystemFacts(platform, null, null), stretches);
  }

  private void add(String what, int index, JsonNode list) throws RecordingException {
    String at = "'%s'[%d]".formatted(what, index);
    JsonNode series = list.path(index);
    if (!series.path("user").isArray() || !series.path("system").isArray()) {
      throw Captures.unknown(file);
    }
    if (stretches.size() == Captured.MAX_SEGMENTS) {
      throw new IllegalArgumentException(
          "there are more than %d series".formatted(Captured.MAX_SEGMENTS));
    }
    double interval = series.path("interval").asDouble(Double.NaN);
    if (!(interval >= 0.001 && interval <= CaptureLimits.MAX_INTERVAL_SECONDS)) {
      throw new IllegalArgumentException("%s.interval is no number of seconds".formatted(at));
    }
    String named = series.path("platform").asString("");
    platform = named.isEmpty() ? platform : Percents.cut(named, MAX_PLATFORM_CHARS);
    series.propertyNames().stream()
        .filter(name -> !PERCENTS.contains(name) && !OTHER_FIELDS.contains(name))
        .forEach(file::leaveOut);
    String label = what + details(index, list.size(), series.path("pin_cpu").asBoolean(false));
    stretches.add(rows(at, series).stretch(label, Math.round(interval * 1e9)));
  }

  /** Which repetition it is, and whether workers were pinned. */
  private static String details(int index, int repetitions, boolean pinned) {
    List<String> details = new ArrayList<>();
    if (repetitions > 1) {
      details.add("repetition %d of %d".formatted(index + 1, repetitions));
    }
    if (pinned) {
      details.add("pinned");
    }
    return details.isEmpty() ? "" : " (%s)".formatted(String.join(", ", details));
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
    rows.moment(0, 0);
    for (int sample = 0; sample < samples; sample++) {
      rows.add(0, sample + 1L, parts(at, series, samples, sample));
    }
    return rows;
  }

  private float[] parts(String at, JsonNode series, int samples, int sample) {
    float[] parts = new float[cpus * Percents.COUNTERS];
    for (String name : PERCENTS) {
      JsonNode byCpu = series.path(name);
      if (byCpu.isArray() && byCpu.size() != cpus) {
        throw new IllegalArgumentException(
            "%s.%s has %d CPUs, not %d as the first series"
                .formatted(at, name, byCpu.size(), cpus));
      }
      for (int cpu = 0; byCpu.isArray() && cpu < cpus; cpu++) {
        JsonNode value = byCpu.path(cpu).path(sample);
        String where = "%s.%s[%d][%d]".formatted(at, name, cpu, sample);
        if (!value.isNumber() || byCpu.path(cpu).size() != samples) {
          throw new IllegalArgumentException(
              "%s is no percentage of as many as others".formatted(where));
        }
        parts[cpu * Percents.COUNTERS + Percents.counter(name)] =
            Percents.percent(where, value.asDouble());
      }
    }
    if (!series.path("idle").isArray()) {
      idleIsRest = true;
      addRest(parts);
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
