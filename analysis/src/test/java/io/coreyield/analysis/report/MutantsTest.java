package io.coreyield.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.ControlCharacters;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.analysis.model.PairedRuns;
import io.coreyield.analysis.model.Run;
import io.coreyield.analysis.model.SimulatedRuns;
import io.coreyield.analysis.recording.RecordedRuns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand good runs with one to three faults each, in a JVM of 256 MB: every one is refused in
 * one sentence, or answered. A failure prints the seed of its mutant.
 */
class MutantsTest {

  private static final int MUTANTS = 10_000;
  private static final int MINUTES = 15;

  @TempDir Path directory;

  @Test
  void everyMutantEndsInAnAnswerOrInOneSentence() throws Exception {
    long firstSeed = 20_261_125;
    Process judge =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Judge.class.getName(),
                directory.toString(),
                Long.toString(firstSeed),
                Integer.toString(MUTANTS))
            .redirectErrorStream(true)
            .start();
    String output = new String(judge.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.print(output);

    assertThat(judge.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(judge.exitValue()).isZero();
    assertThat(output.lines())
        .last()
        .asString()
        .matches(
            "%d mutants, seeds %d to %d: \\d+ answered, \\d+ refused, 0 faults"
                .formatted(MUTANTS, firstSeed, firstSeed + MUTANTS - 1));
  }

  /** What the small JVM runs. */
  static final class Judge {

    private static final int MOST_SHOWN = 20;
    private static final String ZIP = "run.zip";

    private final List<MutantFiles> kinds;
    private final Path directory;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();

    private Judge(Path directory) throws IOException {
      this.directory = directory;
      Run curve = SimulatedRuns.quick(SimulatedRuns.machine(2, 2));
      Run pairs =
          PairedRuns.run(
              SimulatedRuns.machine(2, 2),
              Map.of(Kernel.RANGE, 0.25),
              List.of(ConcurrencyModel.PLATFORM),
              0.01,
              true);
      MutantFiles ofCurve = files(curve, "curve");
      MutantFiles ofPairs = files(pairs, "pairs");
      this.kinds = List.of(ofCurve, ofPairs, ofCurve, ofPairs, zipped(ofCurve));
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

    private MutantFiles files(Run run, String name) throws IOException {
      Path good = Files.createDirectories(directory.resolve(name));
      RecordedRuns.writeWhatIsRead(run, good);
      MutantJudge.End end = MutantJudge.of(good);
      if (!end.answered() || end.fault().isPresent()) {
        throw new IllegalStateException("the good run is refused: " + end);
      }
      Map<String, byte[]> contents = new TreeMap<>();
      try (Stream<Path> files = Files.list(good)) {
        for (Path file : files.toList()) {
          contents.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
      }
      return new MutantFiles(contents);
    }

    private void judge(long seed) {
      int kind = (int) (seed % kinds.size());
      MutantFiles.Mutant mutant = kinds.get(kind).of(seed);
      try {
        Path run =
            Files.createDirectories(
                directory.resolve("mutant-" + Thread.currentThread().threadId()));
        write(run, kind, mutant);
        MutantJudge.End end = MutantJudge.of(mutant.name().equals(ZIP) ? run.resolve(ZIP) : run);
        (end.answered() ? answered : refused).incrementAndGet();
        end.fault().ifPresent(fault -> show(seed, mutant.what(), fault));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void write(Path run, int kind, MutantFiles.Mutant mutant) throws IOException {
      Map<String, byte[]> all = new TreeMap<>(kinds.get(kind).good());
      all.put(mutant.name(), mutant.bytes());
      for (Map.Entry<String, byte[]> file : all.entrySet()) {
        Files.write(run.resolve(file.getKey()), file.getValue());
      }
    }

    private void show(long seed, String what, String fault) {
      if (faults.incrementAndGet() <= MOST_SHOWN) {
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
