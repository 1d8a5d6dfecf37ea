package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.ChildJvm;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.benchmarks.cli.Main;
import io.coreyield.benchmarks.machine.linux.CpuFiles;
import io.coreyield.benchmarks.machine.linux.CpuList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import oshi.util.linux.ProcPath;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a Linux machine as OSHI and we read them, written anew: its shape is what a real
 * kernel shows of such a machine. OSHI's paths are fixed for a JVM, so each machine is read in one
 * of its own.
 */
final class RecordedMachine {

  /** An online logical CPU: the numbers that the kernel gives its core, package and node. */
  record Cpu(int core, int pkg, int node, String siblings, @Nullable String lastLevel) {}

  /** One of which the kernel, or the sandbox that stands in for it, shows nothing. */
  static final Cpu UNTOLD = new Cpu(0, 0, 0, "", null);

  /** What {@code /proc/stat} shows after it was read, as {@link #fileAt} takes it. */
  static final String LATER_STAT = "proc/stat.later";

  /** What the other JVM read; the later load is by the same reader. */
  record Reading(
      Topology topology,
      @Nullable CpuQuota quota,
      @Nullable LoadSample load,
      @Nullable LoadSample laterLoad,
      @Nullable String smtControl,
      Environment environment) {

    /** A machine of that topology, on bare metal. */
    Machine machine() {
      return new Machine("CPU", "Vendor", null, topology, List.of(), 1, null).withQuota(quota);
    }
  }

  /** How a command of ours ended there. */
  record Ended(int exit, String out, String err) {}

  private final TreeMap<Integer, Cpu> online = new TreeMap<>();
  private final TreeMap<String, String> files = new TreeMap<>();
  private String offline = "";

  /** Four cores with siblings (0, 4), (1, 5) and so on. */
  static RecordedMachine siblingsLast() {
    return new RecordedMachine()
        .file("system/cpu/smt/control", "on")
        .cpus(0, 8, id -> new Cpu(id % 4, 0, 0, (id % 4) + "," + (id % 4 + 4), "0-7"));
  }

  /** Four cores with siblings (0, 1), (2, 3) and so on. */
  static RecordedMachine siblingsAdjacent() {
    return new RecordedMachine().cpus(0, 8, id -> new Cpu(id / 2, 0, 0, adjacent(id), "0-7"));
  }

  /** CPUs 0 and 1, 2 and 3 and so on. */
  static String adjacent(int id) {
    return "%d-%d".formatted(id / 2 * 2, id / 2 * 2 + 1);
  }

  /** Adds online CPUs of these numbers. */
  RecordedMachine cpus(int from, int to, IntFunction<Cpu> cpu) {
    for (int id = from; id < to; id++) {
      online.put(id, cpu.apply(id));
    }
    return this;
  }

  /** Adds an online CPU whose last-level cache, of the third level, is shared by these. */
  RecordedMachine cpu(int id, Cpu cpu) {
    online.put(id, cpu);
    return this;
  }

  /** Adds CPUs that are there but offline: the kernel shows neither their topology nor caches. */
  RecordedMachine offline(String list) {
    offline = list;
    return this;
  }

  /** Adds a file below {@code sys/devices}. */
  RecordedMachine file(String path, String content) {
    return fileAt("sys/devices/" + path, content);
  }

  /** Adds a file below the root. */
  RecordedMachine fileAt(String path, String content) {
    files.put(path, content);
    return this;
  }

  /** Reads it in a JVM of its own that may use only these CPUs. */
  Reading read(IntPredicate allowed) throws IOException, InterruptedException {
    BitSet mask = new BitSet();
    online.keySet().stream().filter(allowed::test).forEach(mask::set);
    return readUnder(CpuList.format(mask));
  }

  /** Reads it under this mask, whatever the machine shows. */
  Reading readUnder(String mask) throws IOException, InterruptedException {
    Path root = digitlessDirectory();
    try {
      write(root);
      return readIn(root, mask);
    } finally {
      delete(root);
    }
  }

  /** Runs {@code benchmarks.jar} on it, as far as a machine can be told by its files. */
  Ended command(String... arguments) throws IOException, InterruptedException {
    Path root = digitlessDirectory();
    try {
      write(root);
      Path err = root.resolve("err");
      Process process = java(root, Main.class, arguments).redirectError(err.toFile()).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), out, Files.readString(err));
    } finally {
      delete(root);
    }
  }

  private static ProcessBuilder java(Path root, Class<?> main, String... arguments) {
    return ChildJvm.of(
        main,
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-Doshi.util.proc.path=" + root.resolve("proc"),
            "-Doshi.util.sys.path=" + root.resolve("sys")),
        arguments);
  }

  /** OSHI takes the first number in the whole path of a CPU for that of the CPU. */
  private static Path digitlessDirectory() throws IOException {
    String letters =
        ThreadLocalRandom.current()
            .ints(12, 'a', 'z' + 1)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    Path temp = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
    Path parent = temp.toString().matches(".*[0-9].*") ? Path.of("/tmp") : temp;
    return Files.createDirectory(parent.resolve("coreyield-machine-" + letters));
  }

  private void write(Path root) throws IOException {
    String cpus = "sys/devices/system/cpu/";
    TreeSet<Integer> present = new TreeSet<>(online.keySet());
    BitSet off = offline.isEmpty() ? new BitSet() : CpuList.parse(offline).orElseThrow();
    off.stream().forEach(present::add);
    // Room for more than there are: the kernel calls those offline, too.
    int end = present.last() + 1;
    write(root, cpus + "online", list(online.keySet()));
    write(root, cpus + "present", list(present));
    write(root, cpus + "possible", "0-" + (end + 7));
    write(root, cpus + "offline", (offline.isEmpty() ? "" : offline + ",") + end + "-" + (end + 7));
    for (int id : present) {
      write(root, cpus + "cpu" + id + "/uevent", "DRIVER=processor");
    }
    for (var cpu : online.entrySet()) {
      if (!cpu.getValue().equals(UNTOLD)) {
        write(root, cpus + "cpu" + cpu.getKey() + "/", cpu.getValue());
      }
    }
    write(root, "proc/stat", stat());
    write(root, "proc/cpuinfo", "processor\t: 0\nmodel name\t: Recorded CPU");
    for (var file : files.entrySet()) {
      write(root, file.getKey(), file.getValue());
    }
  }

  private static void write(Path root, String at, Cpu cpu) throws IOException {
    write(root, at + "topology/core_id", "" + cpu.core());
    write(root, at + "topology/physical_package_id", "" + cpu.pkg());
    write(root, at + "topology/thread_siblings_list", cpu.siblings());
    write(root, at + "node" + cpu.node() + "/cpulist", cpu.siblings());
    cache(root, at + "cache/index0/", "1", "Data", "32K", cpu.siblings());
    cache(root, at + "cache/index1/", "1", "Instruction", "32K", cpu.siblings());
    cache(root, at + "cache/index2/", "2", "Unified", "1024K", cpu.siblings());
    if (cpu.lastLevel() != null) {
      cache(root, at + "cache/index3/", "3", "Unified", "32768K", cpu.lastLevel());
    }
  }

  private static void cache(
      Path root, String at, String level, String type, String size, String shared)
      throws IOException {
    write(root, at + "level", level);
    write(root, at + "type", type);
    write(root, at + "size", size);
    write(root, at + "shared_cpu_list", shared);
  }

  /** The online CPUs only; the user time of each, in ticks of 10 ms, is its number and 1. */
  private String stat() {
    return "cpu 1 0 0 1 0 0 0 0 0 0\n"
        + online.keySet().stream()
            .map(id -> "cpu%d %d 0 0 7 0 0 0 0 0 0".formatted(id, id + 1))
            .collect(Collectors.joining("\n"));
  }

  private static void write(Path root, String at, String content) throws IOException {
    Path file = root.resolve(at);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content + "\n");
  }

  private static String list(Iterable<Integer> cpus) {
    BitSet set = new BitSet();
    cpus.forEach(set::set);
    return CpuList.format(set);
  }

  private static Reading readIn(Path root, String mask) throws IOException, InterruptedException {
    String json = ChildJvm.output(java(root, RecordedMachine.class, mask));
    return JsonMapper.shared().readValue(json, Reading.class);
  }

  private static void delete(Path root) throws IOException {
    try (var paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** The other JVM: prints what it reads. */
  public static void main(String... allowed) throws IOException {
    Locale.setDefault(Locale.ROOT);
    Oshi oshi = Oshi.open();
    Optional<BitSet> cpus = CpuList.parse(allowed[0]);
    BackgroundLoadProbe probe = new BackgroundLoadProbe(oshi, cpus.orElseThrow());
    LoadReader load = new LoadReader(oshi);
    Reading reading =
        new Reading(
            MachineReader.topology(oshi.processor(), cpus),
            MachineReader.quota().orElse(null),
            load.read().orElse(null),
            readLater(load),
            CpuFiles.ofThisMachine().smtControl().orElse(null),
            EnvironmentReader.read(oshi, List.of(), probe));
    System.out.print(JsonMapper.shared().writeValueAsString(reading));
  }

  private static @Nullable LoadSample readLater(LoadReader load) throws IOException {
    Path stat = Path.of(ProcPath.STAT);
    Path later = stat.resolveSibling(Path.of(LATER_STAT).getFileName());
    if (Files.exists(later)) {
      Files.move(later, stat, StandardCopyOption.REPLACE_EXISTING);
    }
    return load.read().orElse(null);
  }
}
