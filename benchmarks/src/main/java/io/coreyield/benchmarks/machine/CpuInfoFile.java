package io.coreyield.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oshi.util.linux.ProcPath;

/** {@code /proc/cpuinfo}: what OSHI does not take from it. */
final class CpuInfoFile {

  private static final Pattern MICROCODE = Pattern.compile("microcode\\s*:\\s*(0x[0-9a-f]{1,16})");

  private CpuInfoFile() {}

  /** The microcode of this machine; empty where it does not tell. */
  static Optional<String> microcodeOfThisMachine() {
    return LibC.LINUX ? microcode(Path.of(ProcPath.CPUINFO)) : Optional.empty();
  }

  /**
   * The revision of the microcode: {@code 0xa601209}. Where logical CPUs have several, each once,
   * joined by commas; empty where none is told.
   */
  static Optional<String> microcode(Path file) {
    try (var lines = Files.lines(file)) {
      String revisions =
          lines
              .map(MICROCODE::matcher)
              .filter(Matcher::matches)
              .map(MatchResult.class::cast)
              .map(match -> match.group(1))
              .distinct()
              .sorted()
              .collect(Collectors.joining(", "));
      return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions);
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
