package io.coreyield.fleet.ingest;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Group;
import io.coreyield.analysis.findings.Answer;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.Label;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.fleet.store.RunRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run as a row. */
final class RunRows {

  private static final int MAX_CHARS = 300;
  private static final int ID_CHARS = 24;

  private RunRows() {}

  static RunRow of(Path path, String digest, @Nullable String machine, Findings findings)
      throws IOException {
    ComparedRun compared = ComparedRun.of(path.toString(), findings);
    Group.Key key = Group.Key.of(compared);
    Run run = findings.run();
    return new RunRow(
        id(run.info()),
        digest,
        text(path.toString()),
        labels(run.info()),
        machine(path, machine, key, run.info()),
        software(key, run.info()),
        new RunRow.OutcomeColumns(
            run.info().start(),
            run.info().state().id(),
            compared.checks().trust().level().id(),
            findings.answer() instanceof Answer.Measured measured
                ? measured.cpus().id()
                : "not-measured",
            (int) run.trials().stream().filter(trial -> !trial.succeeded()).count()),
        FigureRows.of(compared, findings),
        run.trials().stream().map(TrialRows::of).toList());
  }

  /** Equal for two states of one campaign. Simulated ones may start at one time, with one seed. */
  private static String id(RunInfo info) throws IOException {
    long seed = info.origin() instanceof Measured measured ? measured.seed() : 0;
    Object simulated =
        info.simulated()
            ? List.of(info.machine().cpu(), info.machine().topology().summary(), info.commandLine())
            : "";
    return Reading.sha256(
            "%s %d %d %s".formatted(info.start(), info.clock().tNs(), seed, simulated))
        .substring(0, ID_CHARS);
  }

  private static RunRow.MachineColumns machine(
      Path path, @Nullable String given, Group.Key key, RunInfo info) {
    Machine machine = info.machine();
    Topology topology = machine.topology();
    String name = given != null ? given : label(info, Label.MACHINE);
    if (name == null) {
      name = info.environment().host();
    }
    Topology declared = machine.declaredTopology();
    return new RunRow.MachineColumns(
        text(name == null ? path.toString() : name),
        name != null,
        text(key.cpu()),
        key.topology(),
        topology.logicalCpus(),
        topology.physicalCores(),
        topology.threadsPerCore(),
        declared == null ? null : declared.summary(),
        machine.virtualization() == null ? null : text(machine.virtualization()),
        key.quota());
  }

  /** The first of that key; null where there is none. */
  private static @Nullable String label(RunInfo info, String key) {
    return info.labels().stream()
        .filter(label -> label.key().equals(key))
        .map(Label::value)
        .findFirst()
        .orElse(null);
  }

  /** By key; of a key twice the first. */
  private static Map<String, String> labels(RunInfo info) {
    Map<String, String> labels = new LinkedHashMap<>();
    info.labels().forEach(label -> labels.putIfAbsent(label.key(), label.value()));
    return labels;
  }

  private static RunRow.SoftwareColumns software(Group.Key key, RunInfo info) {
    return new RunRow.SoftwareColumns(
        text(key.java()),
        text(info.environment().os().name()),
        text(info.environment().os().architecture()),
        text(info.toolVersion()),
        text(key.kernelCode()),
        key.tool() == null ? null : text(key.tool()),
        key.simulated());
  }

  /** Text of a stranger: one line, and not without end. */
  static String text(String hostile) {
    return PlainText.cut(ControlCharacters.spaced(hostile), MAX_CHARS);
  }
}
