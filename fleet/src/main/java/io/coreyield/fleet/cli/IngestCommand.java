package io.coreyield.fleet.cli;

import io.coreyield.analysis.capture.curve.Catalogue;
import io.coreyield.analysis.capture.curve.CatalogueCsv;
import io.coreyield.analysis.cli.ExitCode;
import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.fleet.ingest.Ingest;
import io.coreyield.fleet.ingest.Ingested;
import io.coreyield.fleet.ingest.Refusal;
import io.coreyield.fleet.store.Store;
import io.coreyield.fleet.store.StoreWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ingest FLEET RUN…}: adds runs to a fleet. */
@Command(
    name = "ingest",
    description =
        "Add runs to a fleet: what it has is not read again, and what changed is replaced.")
final class IngestCommand implements Callable<Integer> {

  private static final int MAX_NAME = 200;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "FLEET",
      description = "Directory of the fleet; made if it is missing.")
  private Path fleet = Path.of("");

  @Parameters(
      index = "1..*",
      paramLabel = "RUN",
      description =
          "Directories or bundles of runs, or directories that hold them at any depth. Names that begin with a full stop are passed over.")
  private List<Path> runs = List.of();

  @Option(
      names = "--machine",
      paramLabel = "NAME",
      description =
          "The machine of all these runs (default: the label machine of a run, or the host name that it holds; a run without one counts as a machine of its own).")
  private @Nullable String machine;

  @Option(
      names = "--catalogue",
      paramLabel = "FILE",
      description = "Published curves, in place of those that the fleet has (docs/FORMAT.md).")
  private @Nullable Path catalogue;

  @Override
  public Integer call() throws IOException {
    if (runs.isEmpty() && catalogue == null) {
      throw new ParameterException(spec.commandLine(), "nothing to ingest: give runs");
    }
    if (machine != null
        && (machine.length() > MAX_NAME
            || !machine.equals(ControlCharacters.spaced(machine))
            || machine.isEmpty())) {
      throw new ParameterException(
          spec.commandLine(),
          "--machine needs a name of 1 to %d characters in one line".formatted(MAX_NAME));
    }
    PrintWriter err = spec.commandLine().getErr();
    Catalogue published = catalogue == null ? null : CatalogueCsv.read(catalogue);
    try (StoreWriter writer = StoreWriter.open(new Store(fleet))) {
      Ingested ingested = Ingest.into(writer, runs, machine, refusal -> tell(err, refusal));
      if (published != null) {
        writer.put(published);
      }
      writer.commit();
      spec.commandLine().getOut().println(words(ingested, published));
      return ingested.refused().isEmpty() ? ExitCode.DONE : ExitCode.UNREADABLE;
    }
  }

  private static void tell(PrintWriter err, Refusal refusal) {
    err.println(refusal.sentence());
    err.flush();
  }

  private static String words(Ingested ingested, @Nullable Catalogue published) {
    return "%s added, %d replaced, %d known already, %d older, %d refused%s"
        .formatted(
            Phrases.count(ingested.added(), "run"),
            ingested.replaced(),
            ingested.known(),
            ingested.older(),
            ingested.refused().size(),
            published == null
                ? ""
                : "; " + Phrases.count(published.curves().size(), "published curve"));
  }
}
