package io.coreyield.benchmarks.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What Linux says of this machine, read without any code of ours. */
record ThisMachine(String cpu, int logical, int cores, int packages) {

  private static final Path CPUS = Path.of("/sys/devices/system/cpu");

  static ThisMachine read() throws IOException {
    Set<String> cores = new HashSet<>();
    Set<String> packages = new HashSet<>();
    int logical = 0;
    for (String range : text(CPUS.resolve("online")).split(",", -1)) {
      String[] ends = range.split("-", -1);
      for (int cpu = Integer.parseInt(ends[0]);
          cpu <= Integer.parseInt(ends[ends.length - 1]);
          cpu++) {
        Path topology = CPUS.resolve("cpu" + cpu + "/topology");
        String pkg = text(topology.resolve("physical_package_id"));
        packages.add(pkg);
        cores.add(pkg + "/" + text(topology.resolve("core_id")));
        logical++;
      }
    }
    return new ThisMachine(name(), logical, cores.size(), packages.size());
  }

  private static String name() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseThrow();
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file).strip();
  }
}
