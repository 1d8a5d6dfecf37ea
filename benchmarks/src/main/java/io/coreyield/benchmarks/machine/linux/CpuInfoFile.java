package io.coreyield.benchmarks.machine.linux;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oshi.util.linux.ProcPath;

/** {@code /proc/cpuinfo}: what OSHI does not take from it. */
public record CpuInfoFile(Path file) {

  private static final Pattern MICROCODE =
      Pattern.compile("^microcode[ \\t]*:[ \\t]*(0x[0-9a-f]{1,16})$", Pattern.MULTILINE);

  /** Only processors of x86 have a line of this name. */
  private static final Pattern FLAGS = Pattern.compile("^flags[ \\t]*:(.*)$", Pattern.MULTILINE);

  public static CpuInfoFile ofThisMachine() {
    return new CpuInfoFile(Path.of(ProcPath.CPUINFO));
  }

  /** Whether the flags say that there is a hypervisor; empty where the processor has no flags. */
  public Optional<Boolean> hypervisorFlag() {
    return FLAGS
        .matcher(KernelFiles.text(file))
        .results()
        .findFirst()
        .map(flags -> List.of(flags.group(1).split(" ", -1)).contains("hypervisor"));
  }

  /**
   * The microcode's revision, {@code 0xa601209}; several are joined by commas. Empty if unknown.
   */
  public Optional<String> microcode() {
    String revisions =
        MICROCODE
            .matcher(KernelFiles.text(file))
            .results()
            .map(match -> match.group(1))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return Optional.of(revisions).filter(text -> !text.isEmpty());
  }
}
