package io.coreyield.benchmarks.machine.linux;

import io.coreyield.analysis.model.machine.CoreTemperature;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oshi.util.linux.SysPath;

/** The processor's temperature sensors, one directory per driver. */
public record TemperatureSensors(Path sensors) {

  /** Drivers of processors; other sensors are those of disks, batteries and network cards. */
  private static final Set<String> DRIVERS =
      Set.of("coretemp", "k10temp", "zenpower", "cpu_thermal");

  /** The highest temperature that a processor can have, °C: a sensor that shows more is broken. */
  private static final double HIGHEST_CELSIUS = 150;

  /** The lowest limit that a processor can have, °C: drivers put 0 where they know none. */
  private static final double LOWEST_LIMIT_CELSIUS = 50;

  private static final double MILLI = 1e-3;

  public static TemperatureSensors ofThisMachine() {
    return new TemperatureSensors(Path.of(SysPath.HWMON));
  }

  /** The sensor nearest to its limit, else the hottest; empty without any. */
  public Optional<CoreTemperature> nearestToLimit() {
    return KernelFiles.entries(sensors, "*").stream()
        .flatMap(TemperatureSensors::ofDriver)
        .min(
            Comparator.comparingDouble(TemperatureSensors::headroom)
                .thenComparing(Comparator.comparingDouble(CoreTemperature::celsius).reversed()));
  }

  private static double headroom(CoreTemperature coreTemperature) {
    Double limit = coreTemperature.criticalCelsius();
    return limit == null ? Double.POSITIVE_INFINITY : limit - coreTemperature.celsius();
  }

  private static Stream<CoreTemperature> ofDriver(Path driver) {
    String name = KernelFiles.line(driver.resolve("name")).orElse("");
    return DRIVERS.contains(name)
        ? KernelFiles.entries(driver, "temp*_input").stream().flatMap(s -> read(s, name).stream())
        : Stream.empty();
  }

  private static Optional<CoreTemperature> read(Path input, String driver) {
    // Only Intel's driver has a real maximum; others write a placeholder.
    List<String> limits = driver.equals("coretemp") ? List.of("crit", "max") : List.of("crit");
    return celsius(input)
        .filter(celsius -> celsius <= HIGHEST_CELSIUS)
        .map(celsius -> new CoreTemperature(celsius, limit(input, limits)));
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
