package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.RunInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run that another tool captured, as terms and values. */
public final class CapturedFacts {

  private CapturedFacts() {}

  /** Whether every segment has a date and time. */
  public static boolean isDated(RunInfo info) {
    return info.warnings().stream().noneMatch(w -> w.code().equals(Captured.UNDATED));
  }

  /** The machine, as far as the capture and the user describe it. */
  public static List<Fact> machine(RunInfo info) {
    Topology topology = info.machine().topology();
    Environment.Os os = info.environment().os();
    return new Facts()
        .add("Processor", info.machine().cpu())
        .add(
            "Topology",
            CapturedFindings.areCoresDeclared(info)
                ? topology.summary() + ", as declared"
                : "which logical CPUs share a core is not known")
        .add("Logical CPUs", topology.logicalCpus())
        .known("System", known(os.name()))
        .known("Kernel", known(os.kernelVersion()))
        .known("Architecture", known(os.architecture()))
        .list();
  }

  private static @Nullable String known(String text) {
    return text.equals(RunInfo.NOT_KNOWN) ? null : text;
  }

  /** The run, and how it was imported. */
  public static List<Fact> run(CapturedFindings captured) {
    RunInfo info = captured.run().info();
    boolean dated = isDated(info) && !captured.segments().isEmpty();
    return new Facts()
        .add("Captured by", captured.tool())
        .add("Segments", captured.segments().size())
        .add("Start", dated ? Quantities.utc(info.start()) : RunInfo.NOT_KNOWN)
        .known("End", dated && info.end() != null ? Quantities.utc(info.end()) : null)
        .add("Imported by", "CoreYield " + info.toolVersion())
        .add("Command line", String.join(" ", info.commandLine()))
        .list();
  }
}
