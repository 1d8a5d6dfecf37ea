package io.coreyield.analysis.capture.curve;

import io.coreyield.analysis.capture.CaptureFile;
import io.coreyield.analysis.capture.Percents;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.recording.JsonFault;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The output of {@code lscpu -J}: a list of fields with their data, those of newer versions within
 * each other. Of a field that occurs several times, as the name of each kind of core, the first
 * counts.
 */
public final class LscpuJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String REMEDY = ": write it again with LC_ALL=C lscpu -J";
  private static final long MAX_BYTES = 1 << 20;
  private static final int MAX_NAME_CHARS = 120;
  private static final int MAX_DEPTH = 8;
  private static final int MAX_RANGES = 8192;

  private final CaptureFile file;
  private final Map<String, String> fields = new HashMap<>();

  private LscpuJson(CaptureFile file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws RecordingException in one sentence with the file, the line and what to do, if it is not
   *     such an output or does not say how many threads a core has
   */
  public static Machine read(Path path) throws IOException {
    CaptureFile file = new CaptureFile(path);
    file.requireAtMost(MAX_BYTES);
    LscpuJson json = new LscpuJson(file);
    try (InputStream in = file.open()) {
      JsonNode list = MAPPER.readTree(in).path("lscpu");
      if (!list.isArray()) {
        throw file.refusal(0, "is no output of lscpu -J" + REMEDY);
      }
      json.add(list, 0);
      return json.machine();
    } catch (JacksonException e) {
      throw file.refusal(JsonFault.line(e), JsonFault.of(e) + REMEDY);
    }
  }

  private void add(JsonNode list, int depth) {
    for (JsonNode field : list) {
      String name = field.path("field").asString("");
      String data = field.path("data").asString("");
      if (!name.isEmpty() && !data.isEmpty()) {
        fields.putIfAbsent(name, data);
      }
      if (depth < MAX_DEPTH) {
        add(field.path("children"), depth + 1);
      }
    }
  }

  private Machine machine() throws RecordingException {
    return new Machine(
        text("Model name:", "a processor that is not named"),
        text("Vendor ID:", RunInfo.NOT_KNOWN),
        null,
        topology(),
        List.of(),
        0,
        fields.containsKey("Hypervisor vendor:") ? text("Hypervisor vendor:", "") : null);
  }

  /**
   * Siblings are i and i + cores, as most systems number them: lscpu does not say which share a
   * core. Sockets of a machine with books, drawers or clusters, or with CPUs offline, do not
   * multiply to its cores: then the threads alone tell them.
   */
  private Topology topology() throws RecordingException {
    int logical = logical();
    int threads = number("Thread(s) per core:");
    int sockets = optional("Socket(s):");
    long product = (long) optional("Core(s) per socket:") * sockets;
    boolean fit = product > 0 && product <= logical && product * threads >= logical;
    int cores = fit ? (int) product : Math.ceilDiv(logical, threads);
    int perSocket = fit ? cores / sockets : cores;
    return new Topology(
        IntStream.range(0, logical)
            .mapToObj(id -> {
              int core = id % cores;
              return new LogicalCpu(id, core, core / perSocket, 0, 0, true);
            })
            .toList());
  }

  private int logical() throws RecordingException {
    int listed = count(fields.getOrDefault("On-line CPU(s) list:", ""));
    int logical = listed > 0 ? listed : number("CPU(s):");
    if (logical > Topology.MAX_CPUS) {
      throw file.refusal(
          0,
          "declares %d logical CPUs, and a run holds %d".formatted(logical, Topology.MAX_CPUS)
              + REMEDY);
    }
    return logical;
  }

  /** How many numbers a list names, {@code 0-3,8}; 0 of anything else. */
  private static int count(String list) {
    long count = 0;
    List<String> ranges = List.of(list.split(",", MAX_RANGES + 1));
    for (String range : ranges) {
      if (!range.matches("[0-9]{1,5}(-[0-9]{1,5})?")) {
        return 0;
      }
      String[] ends = range.split("-", 2);
      count += Long.parseLong(ends[ends.length - 1]) - Long.parseLong(ends[0]) + 1;
    }
    return count < 1 || count > Topology.MAX_CPUS ? 0 : (int) count;
  }

  private int number(String field) throws RecordingException {
    int number = optional(field);
    if (number == 0) {
      throw file.refusal(0, "has no number in the field '%s'".formatted(field) + REMEDY);
    }
    return number;
  }

  private int optional(String field) {
    String text = fields.getOrDefault(field, "");
    return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
  }

  private String text(String field, String otherwise) {
    String text = Percents.cut(fields.getOrDefault(field, ""), MAX_NAME_CHARS);
    return text.isEmpty() || text.equals("-") ? otherwise : text;
  }
}
