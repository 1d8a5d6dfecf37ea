package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.CpuPressure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oshi.util.linux.ProcPath;

/** {@code /proc/pressure/cpu}: how long tasks waited for a CPU. */
final class PressureFile {

  private static final Pattern SOME =
      Pattern.compile("some avg10=([0-9]{1,3}\\.[0-9]+) avg60=([0-9]{1,3}\\.[0-9]+) .*");

  private PressureFile() {}

  /** That of this machine; empty where it does not tell. */
  static Optional<CpuPressure> ofThisMachine() {
    return LibC.LINUX ? read(Path.of(ProcPath.PROC, "pressure", "cpu")) : Optional.empty();
  }

  static Optional<CpuPressure> read(Path file) {
    // "some" comes before "full".
    return EnvironmentReader.firstLine(file)
        .map(SOME::matcher)
        .filter(Matcher::matches)
        .map(some ->
            new CpuPressure(Double.parseDouble(some.group(1)), Double.parseDouble(some.group(2))));
  }
}
