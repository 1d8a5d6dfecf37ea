package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.recording.JsonFault;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What {@code mpstat -P ALL -o JSON 1} and {@code sadf -j -- -P ALL} write. Read as a stream: a day
 * of a large machine need not fit into memory.
 */
final class SysstatJson {

  private static final long KIB = 1024;
  private static final String REMEDY = ": write it again with mpstat -o JSON or sadf -j";

  private final CaptureFile file;
  private final StampClock clock;
  private final CpuRows sample = new CpuRows();
  private final Map<String, String> host = new HashMap<>();
  private final Unheld unheld = new Unheld();
  private final List<Warning> warnings = new ArrayList<>();
  private final List<Capture.Stretch> stretches = new ArrayList<>();
  private Map<String, String> stamp = Map.of();
  private Map<String, String> swap = Map.of();
  private @Nullable Rows rows;
  private long firstSecond;
  private boolean isSadf;

  /** What the first row says, until the second one tells how long it lasted. */
  private float @Nullable [] held;

  private long line;

  private SysstatJson(CaptureFile file, StampClock clock) {
    this.file = file;
    this.clock = clock;
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
      int at = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw file.refusal(at, JsonFault.of(e) + REMEDY);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw file.refusal(json.line, e.getMessage() + REMEDY);
    }
  }

  private void document(JsonParser in) throws IOException {
    JsonStream.require(in.nextToken(), JsonToken.START_OBJECT);
    JsonStream.eachField(
        in,
        (name, token) -> {
          if (name.equals("sysstat") && token == JsonToken.START_OBJECT) {
            JsonStream.eachField(
                in,
                (inner, t) -> {
                  if (inner.equals("hosts") && t == JsonToken.START_ARRAY) {
                    JsonStream.eachObject(
                        in,
                        () -> JsonStream.eachField(in, (key, value) -> hostField(in, key, value)));
                  } else {
                    in.skipChildren();
                  }
                });
          } else {
            in.skipChildren();
          }
        });
    if (in.nextToken() != null) {
      throw new IllegalArgumentException("there is text after the end of the JSON object");
    }
  }

  private void hostField(JsonParser in, String key, JsonToken value) throws IOException {
    if (key.equals("statistics") && value == JsonToken.START_ARRAY) {
      tellDate();
      JsonStream.eachObject(in, () -> statistics(in));
    } else if (value.isScalarValue()) {
      host.put(key, JsonStream.text(in));
    } else {
      in.skipChildren();
    }
  }

  private void tellDate() {
    isSadf = host.containsKey("file-date");
    SysstatDates dates = SysstatDates.in(host.getOrDefault("date", ""));
    if (dates.date() != null) {
      clock.tell(dates.date());
    }
    warnings.addAll(dates.warnings());
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
            stamp =
                value.isScalarValue()
                    ? Map.of("time", JsonStream.text(in))
                    : JsonStream.scalars(in);
          } else if (key.startsWith("cpu-load") && value == JsonToken.START_ARRAY) {
            JsonStream.eachObject(in, () -> cpu(JsonStream.scalars(in)));
          } else if (key.equals("memory") && value == JsonToken.START_OBJECT) {
            swap = JsonStream.scalars(in);
          } else {
            unheld.add(key);
            in.skipChildren();
          }
        });
    if (!sample.isEmpty()) {
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
      int counter = Percents.counter(name);
      if (counter >= 0) {
        sample.add(counter, Percents.percent(name, value));
      } else if (!name.equals("cpu")) {
        unheld.add("cpu-load:" + name);
      }
    });
  }

  private void add() throws RecordingException {
    long second = second();
    Rows known = rows;
    long interval = interval();
    if (known != null && interval > 0 && Math.abs(second - interval - known.lastSecond()) > 2) {
      endStretch();
      known = null;
    }
    if (known == null) {
      known = new Rows(file, sample.cpuIds());
      // mpstat does not tell when its first interval began: see endStretch.
      firstSecond = second - interval;
      known.start(line, firstSecond);
      rows = known;
      if (interval == 0) {
        held = sample.parts();
        return;
      }
    } else if (held != null) {
      firstSecond = 2 * known.lastSecond() - second;
      Rows earlier = new Rows(file, known.cpuIds());
      earlier.start(line, firstSecond);
      earlier.add(line, known.lastSecond(), held);
      known = earlier;
      rows = earlier;
      held = null;
    }
    sample.requireSame(known.cpuIds());
    known.add(line, second, sample.parts());
    addSwap(known);
  }

  private void addSwap(Rows target) {
    String used = swap.get("swpused");
    String free = swap.get("swpfree");
    if (used != null && free != null) {
      long usedBytes = kib(used);
      target.swap(usedBytes, usedBytes + kib(free));
    }
    swap.keySet().stream()
        .filter(key -> !key.startsWith("swp") || key.startsWith("swpcad"))
        .forEach(key -> unheld.add("memory:" + key));
  }

  private static long kib(String text) {
    if (!text.matches("\\d{1,12}")) {
      throw new IllegalArgumentException(
          "'%s' is no size of swap in KiB".formatted(Percents.cut(text)));
    }
    return Long.parseLong(text) * KIB;
  }

  private long second() {
    String date = stamp.get("date");
    String time = stamp.getOrDefault("time", "");
    if (date == null) {
      return clock.second(twentyFour(time));
    }
    clock.tell("1".equals(stamp.get("utc")) ? ZoneOffset.UTC : zone(stamp.get("tz")));
    return LocalDate.parse(date).atTime(LocalTime.parse(time)).toEpochSecond(ZoneOffset.UTC);
  }

  /** {@code 01:06:39 PM} under a 12-hour locale. */
  private static String twentyFour(String time) {
    String[] parts = time.strip().split("[ :]+", -1);
    if (parts.length != 4 || !parts[0].matches("\\d{1,2}")) {
      return time;
    }
    int hour = Integer.parseInt(parts[0]) % 12 + (parts[3].startsWith("P") ? 12 : 0);
    return "%02d:%s:%s".formatted(hour, parts[1], parts[2]);
  }

  private ZoneId zone(@Nullable String name) {
    String known = name == null ? host.getOrDefault("timezone", "UTC") : name;
    try {
      return ZoneId.of(known, ZoneId.SHORT_IDS);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  private long interval() {
    String text = stamp.getOrDefault("interval", "0");
    if (!text.matches("\\d{1,5}")) {
      throw new IllegalArgumentException(
          "the interval '%s' is no number of seconds".formatted(Percents.cut(text)));
    }
    return Long.parseLong(text);
  }

  private void endStretch() throws RecordingException {
    Rows known = rows;
    if (known != null && known.intervals() > 0) {
      stretches.add(known.stretch("", clock.at(firstSecond)));
    }
    rows = null;
  }

  private Capture end() throws RecordingException {
    endStretch();
    if (stretches.isEmpty()) {
      throw file.refusal(
          0,
          "holds no interval of single CPUs: capture with 'mpstat -P ALL -o JSON 1', or write with 'sadf -j -- -P ALL'");
    }
    warnings.addAll(clock.warnings());
    warnings.addAll(unheld.warnings());
    Capture.SystemFacts system =
        new Capture.SystemFacts(fact("sysname"), fact("release"), fact("machine"));
    return new Capture(file.path(), isSadf ? "sar" : "mpstat", system, stretches, warnings);
  }

  private @Nullable String fact(String key) {
    String text = host.get(key);
    return text == null ? null : Percents.cut(text);
  }
}
