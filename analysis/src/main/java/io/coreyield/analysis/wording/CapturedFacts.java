package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.RunInfo;
import java.util.ArrayList;
import java.util.List;

/** A run that another tool captured, as terms and values. */
public final class CapturedFacts {

  private CapturedFacts() {}

  /** Whether every segment has a date and time. */
  public static boolean isDated(RunInfo info) {
    return info.warnings().stream().noneMatch(w -> w.code().equals(Captured.UNDATED));
  }

  /** The machine, as far as the capture and the user describe it. */
  public static List<Fact> machine(RunInfo info) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Processor", info.machine().cpu()));
    facts.add(
        new Fact(
            "Topology",
            info.machine().topology().hasSiblings()
                ? info.machine().topology().summary() + ", as the user says"
                : "which logical CPUs share a core is not known"));
    facts.add(new Fact("Logical CPUs", Integer.toString(info.machine().topology().logicalCpus())));
    addKnown(facts, "System", info.environment().os().name());
    addKnown(facts, "Kernel", info.environment().os().kernelVersion());
    addKnown(facts, "Architecture", info.environment().os().architecture());
    return facts;
  }

  private static void addKnown(List<Fact> facts, String term, String text) {
    if (!text.equals(RunInfo.NOT_KNOWN)) {
      facts.add(new Fact(term, text));
    }
  }

  /** The run, and how it was captured and imported. */
  public static List<Fact> run(CapturedFindings captured) {
    RunInfo info = captured.run().info();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Captured by", captured.tool()));
    facts.add(new Fact("Segments", Integer.toString(captured.segments().size())));
    boolean dated = isDated(info) && !captured.segments().isEmpty();
    facts.add(new Fact("Start", dated ? Quantities.utc(info.start()) : RunInfo.NOT_KNOWN));
    if (dated && info.end() != null) {
      facts.add(new Fact("End", Quantities.utc(info.end())));
    }
    facts.add(new Fact("Imported by", "CoreYield " + info.toolVersion()));
    facts.add(new Fact("Command line", String.join(" ", info.commandLine())));
    return facts;
  }
}
