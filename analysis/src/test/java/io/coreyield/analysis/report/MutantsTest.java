package io.coreyield.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.ChildJvm;
import io.coreyield.analysis.capture.Capture;
import io.coreyield.analysis.capture.CaptureFixtures;
import io.coreyield.analysis.capture.CapturedRun;
import io.coreyield.analysis.capture.Captures;
import io.coreyield.analysis.capture.ReadOptions;
import io.coreyield.analysis.capture.curve.CurveCsv;
import io.coreyield.analysis.capture.curve.LscpuJson;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.recording.RecordedRuns;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.recording.RunSource;
import io.coreyield.analysis.recording.file.ControlCharacters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand good runs, captured ones and captures with one to three faults each, in a JVM of 256
 * MB: every one is refused in one sentence, or answered. A failure prints the seed of its mutant.
 */
class MutantsTest {

  private static final int MUTANTS = 10_000;

  @TempDir Path directory;

  @Test
  void everyMutantEndsInAnAnswerOrInOneSentence() throws Exception {
    long firstSeed = 20_261_125;
    String output =
        ChildJvm.output(
            ChildJvm.of(
                Judge.class,
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-Djava.awt.headless=true"),
                directory.toString(),
                Long.toString(firstSeed),
                Integer.toString(MUTANTS)));
    System.out.print(output);
    assertThat(output.lines())
        .last()
        .asString()
        .matches(
            "%d mutants, seeds %d to %d: \\d+ answered, \\d+ refused, 0 faults"
                .formatted(MUTANTS, firstSeed, firstSeed + MUTANTS - 1));
  }

  /** What the small JVM runs. */
  static final class Judge {

    private static final int MAX_SHOWN = 20;
    private static final ReadOptions OPTIONS = new ReadOptions(null, 1.0, null);
    private static final String ZIP = "run.zip";

    private final List<Kind> kinds;
    private final Path directory;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();

    /** Good files, and how the mutants of them are read, given their directory and which it is. */
    private record Kind(MutantFiles files, Reader reader) {}

    private interface Reader {
      Run read(Path directory, String mutant) throws IOException;
    }

    private Judge(Path directory) throws IOException {
      this.directory = directory;
      MutantFiles curve = recorded("curve", SimulatedRuns.quick(2, 2));
      Run pairs =
          PairedRuns.run(SimulatedRuns.machine(2, 2), Map.of(Kernel.RANGE, 0.25), 0.01, true);
      Reader asDirectory = (files, mutant) -> RunSource.at(files).read();
      Reader asZip = (files, mutant) -> RunSource.at(files.resolve(ZIP)).read();
      this.kinds =
          List.of(
              new Kind(curve, asDirectory),
              new Kind(recorded("pairs", pairs), asDirectory),
              new Kind(zipped(curve), asZip),
              new Kind(captured(), asDirectory),
              new Kind(contents(CaptureFixtures.directory()), Judge::importing),
              new Kind(contents(CaptureFixtures.directory().resolve("curves")), Judge::curve));
      for (Kind kind : kinds) {
        for (String name : kind.files().good().keySet()) {
          requireAnswer(kind, name);
        }
      }
    }

    /** A mutant of a curve beside the good lscpu, or the other way around. */
    private static Run curve(Path files, String mutant) throws IOException {
      String csv = mutant.endsWith(".csv") ? mutant : "aws-m5-xlarge.csv";
      return CapturedRun.of(
          List.of(),
          CaptureFixtures.curve(
              CurveCsv.read(files.resolve(csv), "", "operations"),
              LscpuJson.read(files.resolve("lscpu.json"))));
    }

    private static Run importing(Path files, String mutant) throws IOException {
      Run last = null;
      for (Capture capture : Captures.read(files.resolve(mutant), OPTIONS)) {
        last = CapturedRun.of(List.of(capture), CaptureFixtures.claims());
      }
      return Objects.requireNonNull(last);
    }

    private MutantFiles recorded(String name, Run run) throws IOException {
      Path good = Files.createDirectories(directory.resolve(name));
      Files.delete(RecordedRuns.write(run, good).jmhJson());
      return contents(good);
    }

    private MutantFiles captured() throws IOException {
      Path good = directory.resolve("captured");
      List<Captured.Timing> timings =
          List.of(
              new Captured.Timing("processes", 1, 1L << 28, 5.866, 5.792, 0.024),
              new Captured.Timing("processes", 2, 1L << 28, 6.236, 12.172, 0.028));
      CapturedRun.write(
          new RunDirectory(good),
          CapturedRun.of(
              List.of(
                  CaptureFixtures.capture("mpstat.txt"),
                  CaptureFixtures.capture("dool-script.txt")),
              CaptureFixtures.claims(List.of(), timings)));
      return contents(good);
    }

    private void requireAnswer(Kind kind, String name) throws IOException {
      Path good = Files.createTempDirectory(directory, "good");
      write(good, kind.files().good());
      MutantJudge.End end = MutantJudge.of(() -> kind.reader().read(good, name));
      if (!end.answered() || end.fault().isPresent()) {
        throw new IllegalStateException("what is good is refused: " + end);
      }
    }

    private static MutantFiles zipped(MutantFiles files) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream out = new ZipOutputStream(bytes)) {
        for (Map.Entry<String, byte[]> file : files.good().entrySet()) {
          out.putNextEntry(new ZipEntry("run/" + file.getKey()));
          out.write(file.getValue());
        }
      }
      return new MutantFiles(Map.of(ZIP, bytes.toByteArray()));
    }

    private static MutantFiles contents(Path good) throws IOException {
      Map<String, byte[]> contents = new TreeMap<>();
      try (Stream<Path> files = Files.list(good)) {
        for (Path file : files.filter(Judge::isData).toList()) {
          contents.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
      }
      return new MutantFiles(contents);
    }

    /** The captures lie beside a README and classes. */
    private static boolean isData(Path file) {
      return file.toString().matches(".*\\.(txt|csv|json|jsonl)");
    }

    private void judge(long seed) {
      int number = (int) (seed % kinds.size());
      Kind kind = kinds.get(number);
      MutantFiles.Mutant mutant = kind.files().of(seed);
      try {
        Path files =
            Files.createDirectories(
                directory.resolve("mutant-" + number + "-" + Thread.currentThread().threadId()));
        Map<String, byte[]> all = new TreeMap<>(kind.files().good());
        all.put(mutant.name(), mutant.fault().bytes());
        write(files, all);
        MutantJudge.End end = MutantJudge.of(() -> kind.reader().read(files, mutant.name()));
        (end.answered() ? answered : refused).incrementAndGet();
        end.fault()
            .ifPresent(fault -> show(seed, mutant.name() + ": " + mutant.fault().what(), fault));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void write(Path directory, Map<String, byte[]> files) throws IOException {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(directory.resolve(file.getKey()), file.getValue());
      }
    }

    private void show(long seed, String what, String fault) {
      if (faults.incrementAndGet() <= MAX_SHOWN) {
        System.out.printf("seed %d, %s: %s%n", seed, ControlCharacters.spaced(what), fault);
      }
    }

    public static void main(String[] arguments) throws IOException {
      Judge judge = new Judge(Path.of(arguments[0]));
      long first = Long.parseLong(arguments[1]);
      long end = first + Long.parseLong(arguments[2]);
      LongStream.range(first, end).parallel().forEach(judge::judge);
      System.out.printf(
          "%d mutants, seeds %d to %d: %d answered, %d refused, %d faults%n",
          end - first,
          first,
          end - 1,
          judge.answered.get(),
          judge.refused.get(),
          judge.faults.get());
    }
  }
}
