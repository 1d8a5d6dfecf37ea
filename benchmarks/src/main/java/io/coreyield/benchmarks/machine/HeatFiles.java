package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.Heat;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oshi.util.linux.SysPath;

/**
 * What Linux says of the processor's sensors of temperature.
 *
 * @param sensors the directory that has a directory for each driver
 */
record HeatFiles(Path sensors) {

  /** Drivers of sensors in the processor; others sit in disks, batteries and network cards. */
  private static final Set<String> DRIVERS =
      Set.of("coretemp", "k10temp", "zenpower", "cpu_thermal");

  /** The highest temperature that a processor can have, °C: a sensor that shows more is broken. */
  private static final double HIGHEST_CELSIUS = 150;

  /** The lowest limit that a processor can have, °C: drivers put 0 where they know none. */
  private static final double LOWEST_LIMIT_CELSIUS = 50;

  private static final double MILLI = 1e-3;

  /** Those of this machine; empty elsewhere than on Linux. */
  static Optional<HeatFiles> ofThisMachine() {
    return LibC.LINUX ? Optional.of(new HeatFiles(Path.of(SysPath.HWMON))) : Optional.empty();
  }

  /** The sensor that is nearest to its limit, else the hottest; empty where there is none. */
  Optional<Heat> nearestToItsLimit() {
    return KernelFiles.entries(sensors, "*").stream()
        .flatMap(HeatFiles::ofDriver)
        .min(
            Comparator.comparingDouble(HeatFiles::headroom)
                .thenComparing(Comparator.comparingDouble(Heat::celsius).reversed()));
  }

  private static double headroom(Heat heat) {
    Double limit = heat.criticalCelsius();
    return limit == null ? Double.POSITIVE_INFINITY : limit - heat.celsius();
  }

  private static Stream<Heat> ofDriver(Path driver) {
    String name = EnvironmentReader.firstLine(driver.resolve("name")).orElse("");
    return DRIVERS.contains(name)
        ? KernelFiles.entries(driver, "temp*_input").stream().flatMap(s -> read(s, name).stream())
        : Stream.empty();
  }

  private static Optional<Heat> read(Path input, String driver) {
    // Others than Intel's write a placeholder there.
    List<String> limits = driver.equals("coretemp") ? List.of("crit", "max") : List.of("crit");
    return celsius(input)
        .filter(celsius -> celsius <= HIGHEST_CELSIUS)
        .map(celsius -> new Heat(celsius, limit(input, limits)));
  }

  private static @Nullable Double limit(Path input, List<String> names) {
    String file = String.valueOf(input.getFileName());
    return names.stream()
        .map(name -> input.resolveSibling(file.replace("_input", "_" + name)))
        .flatMap(limit -> celsius(limit).stream())
        .filter(limit -> limit >= LOWEST_LIMIT_CELSIUS && limit <= HIGHEST_CELSIUS)
        .findFirst()
        .orElse(null);
  }

  private static Optional<Double> celsius(Path file) {
    return KernelFiles.number(file).map(milli -> milli * MILLI);
  }
}
