package io.coreyield.analysis.capture;

import io.coreyield.analysis.recording.JsonFault;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answer of Prometheus to a range query of {@code node_cpu_seconds_total} of one machine. */
final class PrometheusJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern CPU = Pattern.compile("(?:cpu)?(\\d{1,6})");
  private static final Pattern COUNTER =
      Pattern.compile("\\d{1,15}(?:\\.\\d{1,20})?(?:[eE][+-]?\\d{1,2})?");
  private static final Pattern RESULT = Pattern.compile("\"resultType\"\\s*:");
  private static final Set<String> NAMES = Set.of("node_cpu_seconds_total", "node_cpu");
  private static final String REMEDY =
      ": query node_cpu_seconds_total{instance=\"…\"} with query_range, as docs/IMPORT.md shows";
  private static final double MAX_EPOCH_SECONDS = 1e11;

  /** One mode of one logical CPU. */
  private record Series(int cpu, int counter, Map<Long, Double> seconds) {}

  private final CaptureFile file;
  private final List<Series> series = new ArrayList<>();
  private final Set<String> machines = new HashSet<>();
  private final TreeSet<Long> moments = new TreeSet<>();

  private PrometheusJson(CaptureFile file) {
    this.file = file;
  }

  /** Whether a file that begins so is one. */
  static boolean isIt(String beginning) {
    return beginning.stripLeading().startsWith("{") && RESULT.matcher(beginning).find();
  }

  static Capture read(CaptureFile file, StampClock clock) throws IOException {
    file.requireAtMost(CaptureLimits.MAX_TREE_BYTES);
    PrometheusJson json = new PrometheusJson(file);
    try (InputStream in = file.open()) {
      return json.capture(MAPPER.readTree(in), new Timeline(file, clock.ofEpoch()));
    } catch (JacksonException e) {
      throw file.refusal(JsonFault.line(e), JsonFault.of(e) + REMEDY);
    } catch (IllegalArgumentException e) {
      throw file.refusal(0, e.getMessage() + REMEDY);
    }
  }

  private Capture capture(JsonNode root, Timeline timeline) throws RecordingException {
    JsonNode data = root.path("data");
    String type = data.path("resultType").asString("");
    if (!type.equals("matrix")) {
      throw new IllegalArgumentException(
          "the answer is of type '%s', not a matrix of a range query"
              .formatted(Percents.cut(type)));
    }
    for (JsonNode result : data.path("result")) {
      add(result);
    }
    if (machines.size() > 1) {
      throw new IllegalArgumentException("the answer is of %d machines".formatted(machines.size()));
    }
    if ((long) moments.size() * series.size()
        > (long) Percents.COUNTERS * CaptureLimits.MAX_CPU_SAMPLES) {
      throw new IllegalArgumentException(
          "there are more than %d samples times logical CPUs"
              .formatted(CaptureLimits.MAX_CPU_SAMPLES));
    }
    CounterRows counters = new CounterRows(timeline, 1);
    for (long ms : moments) {
      counters.add(0, ms, at(ms));
    }
    List<Capture.Stretch> stretches = timeline.end();
    if (stretches.isEmpty()) {
      throw new IllegalArgumentException("the answer holds no interval of a logical CPU");
    }
    return file.capture("Prometheus", Capture.SystemFacts.NONE, stretches);
  }

  /** The counters of the logical CPUs that have all their modes at a moment. */
  private Map<Integer, double[]> at(long ms) {
    Map<Integer, double[]> counters = new HashMap<>();
    Set<Integer> missing = new HashSet<>();
    for (Series one : series) {
      Double seconds = one.seconds().get(ms);
      if (seconds == null) {
        missing.add(one.cpu());
      } else {
        counters.computeIfAbsent(one.cpu(), cpu -> new double[Percents.COUNTERS])[one.counter()] =
            seconds;
      }
    }
    counters.keySet().removeAll(missing);
    return counters;
  }

  private void add(JsonNode result) {
    JsonNode metric = result.path("metric");
    String name = metric.path("__name__").asString("");
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          name.isEmpty()
              ? "a series has no name, as after rate(): only the counter itself says what it covers"
              : "'%s' is no counter of CPU time".formatted(Percents.cut(name)));
    }
    Matcher cpu = CPU.matcher(metric.path("cpu").asString(""));
    String mode = metric.path("mode").asString("");
    int counter = mode.startsWith("guest") ? -1 : Percents.counter(mode);
    if (!cpu.matches()) {
      throw new IllegalArgumentException("a series has no label 'cpu', as after sum()");
    }
    if (counter < 0) {
      file.leaveOut(mode);
      return;
    }
    machines.add(metric.path("job").asString("") + " " + metric.path("instance").asString(""));
    Map<Long, Double> seconds = new HashMap<>();
    for (JsonNode value : result.path("values")) {
      double time = value.path(0).asDouble(Double.NaN);
      String text = value.path(1).asString("");
      if (!(time >= 0 && time <= MAX_EPOCH_SECONDS) || !COUNTER.matcher(text).matches()) {
        throw new IllegalArgumentException(
            "'%s' is no value at a time".formatted(Percents.cut(value.toString())));
      }
      long ms = Math.round(time * 1000);
      seconds.put(ms, Double.valueOf(text));
      moments.add(ms);
    }
    series.add(new Series(Percents.index(cpu.group(1)), counter, seconds));
  }
}
