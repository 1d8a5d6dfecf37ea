package io.coreyield.analysis.cli;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.recording.RunSource;
import io.coreyield.analysis.recording.file.WholeFile;
import io.coreyield.analysis.report.json.BencherJson;
import io.coreyield.analysis.wording.DoubtWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export RUN}: the figures of a run for another tool. */
@Command(name = "export", description = "Write the figures of a run in the format of another tool.")
public final class ExportCommand implements Callable<Integer> {

  private static final String STANDARD_OUTPUT = "-";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", description = "Directory or bundle of a run.")
  private Path run = Path.of("");

  @Option(
      names = "--bencher",
      required = true,
      paramLabel = "FILE",
      description =
          "Write throughput, speed-ups and yields with their intervals as Bencher's metric format (bencher run --adapter json); '-' writes to standard output.")
  private String bencher = "";

  @Override
  public Integer call() throws IOException {
    Findings findings = Findings.of(RunSource.at(run).read());
    String text = BencherJson.text(findings);
    if (bencher.equals(STANDARD_OUTPUT)) {
      spec.commandLine().getOut().print(text);
    } else {
      WholeFile.write(Path.of(bencher).toAbsolutePath(), text);
    }
    if (!findings.trust().isAnswer()) {
      spec.commandLine()
          .getErr()
          .printf(
              "This run gives no answer, so its figures are provisional%s%n",
              findings.trust().reason().map(doubt -> ": " + DoubtWords.reason(doubt)).orElse(""));
    }
    return ExitCode.DONE;
  }
}
