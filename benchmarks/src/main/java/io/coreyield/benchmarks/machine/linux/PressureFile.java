package io.coreyield.benchmarks.machine.linux;

import io.coreyield.analysis.model.machine.CpuPressure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oshi.util.linux.ProcPath;

/** {@code /proc/pressure/cpu}: how long tasks waited for a CPU. */
public record PressureFile(Path file) {

  private static final long NS_PER_US = 1_000;
  private static final Pattern AVERAGES =
      Pattern.compile("some avg10=([0-9]{1,3}\\.[0-9]+) avg60=([0-9]{1,3}\\.[0-9]+) [^\\n]*");
  private static final Pattern TOTAL =
      Pattern.compile("some\\b[^\\n]* total=([0-9]{1,15})(?:\\n|$)");

  public static PressureFile ofThisMachine() {
    return new PressureFile(Path.of(ProcPath.PROC, "pressure", "cpu"));
  }

  /** The share of time in which some task waited, as moving averages. */
  public Optional<CpuPressure> averages() {
    return match(AVERAGES)
        .map(some ->
            new CpuPressure(Double.parseDouble(some.group(1)), Double.parseDouble(some.group(2))));
  }

  /** For how long some task waited since the boot, ns; empty if unknown. */
  public Optional<Long> totalNs() {
    return match(TOTAL).map(some -> Long.parseLong(some.group(1)) * NS_PER_US);
  }

  private Optional<MatchResult> match(Pattern pattern) {
    Matcher matcher = pattern.matcher(KernelFiles.text(file));
    return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
  }
}
