package io.coreyield.analysis.capture;

import io.coreyield.analysis.recording.JsonFault;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The output of {@code mpstat -P ALL -o JSON 1} and {@code sadf -j -- -P ALL}. Read as a stream: a
 * day of a large machine need not fit into memory.
 */
final class SysstatJson {

  private static final long KIB = 1024;
  private static final String REMEDY = ": write it again with mpstat -o JSON or sadf -j";

  /** Of {@code mpstat -T}. */
  private static final List<String> PLACES = List.of("cpu", "core", "socket", "node");

  private final CaptureFile file;
  private final StampClock clock;
  private final CpuRows sample = new CpuRows();
  private final Map<String, String> host = new HashMap<>();
  private final Timeline timeline;
  private Map<String, String> stamp = Map.of();
  private Map<String, String> swap = Map.of();
  private long line;
  private int records;

  private SysstatJson(CaptureFile file, StampClock clock) {
    this.file = file;
    this.clock = clock;
    this.timeline = new Timeline(file, clock);
  }

  /** Whether a file that begins so is one. */
  static boolean isIt(String beginning) {
    return beginning.stripLeading().matches("(?s)\\{\\s*\"sysstat\"\\s*:.*");
  }

  static Capture read(CaptureFile file, StampClock clock) throws IOException {
    SysstatJson json = new SysstatJson(file, clock);
    try (InputStream in = file.open();
        JsonParser parser = JsonStream.open(in)) {
      json.document(parser);
      return json.end();
    } catch (JacksonException e) {
      throw file.refusal(JsonFault.line(e), JsonFault.of(e) + REMEDY);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw file.refusal(json.line, e.getMessage() + REMEDY);
    }
  }

  /** Each run of mpstat writes a document of its own, and several may be in one file. */
  private void document(JsonParser in) throws IOException {
    JsonToken next = in.nextToken();
    do {
      JsonStream.requireObject(next);
      timeline.restart();
      JsonStream.eachField(
          in,
          (name, token) -> {
            if (name.equals("sysstat") && token == JsonToken.START_OBJECT) {
              JsonStream.eachField(in, (inner, value) -> hosts(in, inner, value));
            } else {
              in.skipChildren();
            }
          });
      next = in.nextToken();
    } while (next != null);
  }

  private void hosts(JsonParser in, String name, JsonToken token) throws IOException {
    if (name.equals("hosts") && token == JsonToken.START_ARRAY) {
      JsonStream.eachObject(
          in, () -> JsonStream.eachField(in, (key, value) -> hostField(in, key, value)));
    } else {
      in.skipChildren();
    }
  }

  private void hostField(JsonParser in, String key, JsonToken value) throws IOException {
    if (key.equals("statistics") && value == JsonToken.START_ARRAY) {
      clock.readLine(host.getOrDefault("date", ""));
      JsonStream.eachObject(in, () -> statistics(in));
    } else if (value.isScalarValue()) {
      host.put(key, in.getString());
    } else {
      in.skipChildren();
    }
  }

  private void statistics(JsonParser in) throws IOException {
    line = in.currentTokenLocation().getLineNr();
    stamp = Map.of();
    swap = Map.of();
    sample.clear();
    JsonStream.eachField(
        in,
        (key, value) -> {
          if (key.equals("timestamp")) {
            stamp = value.isScalarValue() ? Map.of("time", in.getString()) : JsonStream.scalars(in);
          } else if (key.startsWith("cpu-load") && value == JsonToken.START_ARRAY) {
            JsonStream.eachObject(in, () -> cpu(JsonStream.scalars(in)));
          } else if (key.equals("memory") && value == JsonToken.START_OBJECT) {
            swap = JsonStream.scalars(in);
          } else {
            file.leaveOut(key);
            in.skipChildren();
          }
        });
    if (!sample.isEmpty()) {
      records++;
      add();
    }
  }

  private void cpu(Map<String, String> fields) {
    String id = fields.getOrDefault("cpu", "");
    if (id.equals("all") || id.equals("-1")) {
      return;
    }
    sample.cpu(id);
    fields.forEach((name, value) -> {
      if (!PLACES.contains(name) && !sample.add(name, value)) {
        file.leaveOut("cpu-load:" + name);
      }
    });
    if (fields.containsKey("core") && fields.containsKey("socket")) {
      file.place(
          Percents.index(id),
          Percents.index(fields.get("core")),
          Percents.index(fields.get("socket")),
          Percents.index(fields.getOrDefault("node", "0")));
    }
  }

  /** mpstat does not say how long its intervals are; its first one is as long as the second. */
  private void add() throws RecordingException {
    long ms = ms();
    if (stamp.containsKey("date")) {
      String interval = stamp.getOrDefault("interval", "0");
      timeline.addRecord(line, ms, interval, sample.cpuIds(), sample.parts());
    } else {
      timeline.add(line, ms, sample.cpuIds(), sample.parts());
    }
    addSwap();
  }

  private void addSwap() {
    String used = swap.get("swpused");
    String free = swap.get("swpfree");
    if (used != null && free != null) {
      long usedBytes = number("swpused", used) * KIB;
      timeline.swap(usedBytes, usedBytes + number("swpfree", free) * KIB);
    }
    swap.keySet().stream()
        .filter(key -> !key.startsWith("swp") || key.startsWith("swpcad"))
        .forEach(key -> file.leaveOut("memory:" + key));
  }

  private static long number(String name, String text) {
    if (!text.matches("\\d{1,12}")) {
      throw new IllegalArgumentException(
          "%s is '%s', not a whole number".formatted(name, Percents.cut(text)));
    }
    return Long.parseLong(text);
  }

  private long ms() {
    String date = stamp.get("date");
    String time = stamp.getOrDefault("time", "");
    if (date == null) {
      return clock.ms(time);
    }
    clock.setZone("1".equals(stamp.get("utc")) ? ZoneOffset.UTC : zone(stamp.get("tz")));
    return clock.ms(date + " " + time);
  }

  private ZoneId zone(@Nullable String name) {
    String known = name == null ? host.getOrDefault("timezone", "UTC") : name;
    try {
      return ZoneId.of(known, ZoneId.SHORT_IDS);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  private Capture end() throws RecordingException {
    List<Capture.Stretch> stretches = timeline.end();
    if (stretches.isEmpty()) {
      throw file.refusal(
          records > 0 ? line : 0,
          records > 0
              ? "holds one record of logical CPUs, which does not say how long it lasted: capture two or more with 'mpstat -P ALL -o JSON 1'"
              : "holds no interval of single CPUs: capture with 'mpstat -P ALL -o JSON 1', or write with 'sadf -j -- -P ALL'");
    }
    Capture.SystemFacts system =
        new Capture.SystemFacts(fact("sysname"), fact("release"), fact("machine"));
    return file.capture(host.containsKey("file-date") ? "sar" : "mpstat", system, stretches);
  }

  private @Nullable String fact(String key) {
    String text = host.get(key);
    return text == null ? null : Percents.cut(text);
  }
}
