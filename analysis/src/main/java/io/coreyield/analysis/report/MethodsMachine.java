package io.coreyield.analysis.report;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.report.MethodsText.Sentence;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.wording.Phrases;
import java.util.ArrayList;
import java.util.List;

/** What the methods text says of the machine and what the run ran under. */
final class MethodsMachine {

  private MethodsMachine() {}

  static List<Sentence> sentences(Findings findings) {
    Machine machine = findings.run().info().machine();
    Environment environment = findings.run().info().environment();
    List<Sentence> sentences = new ArrayList<>();
    if (findings.run().info().simulated()) {
      sentences.add(
          Sentence.of(
              "Nothing was measured: the machine was simulated, and so were all figures of it",
              Reference.COREYIELD));
      sentences.add(Sentence.of(hardware("The simulated machine", machine)));
    } else {
      sentences.add(Sentence.of(hardware("The machine", machine)));
      sentences.add(Sentence.of(system(machine, environment)));
      settings(environment).forEach(words -> sentences.add(Sentence.of(words)));
      sentences.add(Sentence.of(java(environment)));
    }
    if (!findings.fit()) {
      sentences.add(
          Sentence.of(
              "By the rules of CoreYield it was not fit to measure ("
                  + String.join("; ", findings.unfitReasons())
                  + "), and its figures are no evidence"));
    }
    return sentences;
  }

  private static String hardware(String which, Machine machine) {
    return "%s has a processor %s with %s (%s) and %s of memory"
        .formatted(
            which,
            machine.cpu(),
            machine.topology().summary(),
            Phrases.count(machine.topology().logicalCpus(), "logical CPU"),
            MachineFacts.bytes(machine.memoryBytes()));
  }

  private static String system(Machine machine, Environment environment) {
    return "It ran %s with kernel %s on %s, %s"
        .formatted(
            environment.os(),
            environment.kernelVersion(),
            environment.architecture(),
            machine.virtualization() == null
                ? "and no hypervisor was seen"
                : "under the hypervisor " + machine.virtualization());
  }

  /** One clause for each setting that is known. */
  private static List<String> settings(Environment environment) {
    List<String> settings = new ArrayList<>();
    if (environment.governor() != null) {
      settings.add("the frequency governor was '%s'".formatted(environment.governor()));
    }
    Boolean boost = environment.conditions().boost();
    if (boost != null) {
      settings.add("the clock could " + (boost ? "" : "not ") + "rise above its nominal one");
    }
    if (environment.smtControl() != null) {
      settings.add("the kernel's switch for SMT stood at '%s'".formatted(environment.smtControl()));
    }
    if (environment.affinity() != null) {
      settings.add("the process could use the logical CPUs " + environment.affinity());
    }
    if (environment.cpuQuota() != null) {
      settings.add("a CPU quota (cpu.max) of " + environment.cpuQuota() + " was in force");
    }
    return settings.isEmpty() ? List.of() : List.of(capitalised(Phrases.list(settings)));
  }

  private static String java(Environment environment) {
    String flags = String.join(" ", environment.jvmArguments());
    return "The benchmarks ran in %s %s (Java %s) %s"
        .formatted(
            environment.vmName(),
            environment.vmVersion(),
            environment.javaVersion(),
            flags.isBlank() ? "without further arguments" : "with the arguments " + flags);
  }

  private static String capitalised(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
