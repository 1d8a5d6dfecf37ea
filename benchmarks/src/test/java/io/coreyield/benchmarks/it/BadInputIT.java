package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever users type and whatever lies in the directory: one sentence, and nothing is touched. */
class BadInputIT {

  @TempDir static Path home;

  private static Jar jar = SeedRun.measured().jar();

  @BeforeAll
  static void makeDirectory() throws IOException {
    jar = Jar.copiedTo(home);
    Files.writeString(at("file"), "mine");
    Files.createDirectory(at("notes"));
    Files.writeString(at("notes/note"), "mine");
    copyRun("run");
    Files.delete(copyRun("no-run-json").resolve("run.json"));
    cut(copyRun("cut-run-json").resolve("run.json"), 500);
    Path corrupt = copyRun("corrupt-trials").resolve("trials.jsonl");
    Files.writeString(
        corrupt, Files.readString(corrupt).replaceFirst("\"number\":1,", "\"number\":x,"));
    Path future = copyRun("future").resolve("run.json");
    Files.writeString(
        future, Files.readString(future).replace("coreyield/run/2", "coreyield/run/99"));
    Path load = copyRun("cut-load").resolve("load.csv");
    cut(load, Files.size(load) - 7);
  }

  private static Path at(String name) {
    return jar.directory().resolve(name);
  }

  private static Path copyRun(String name) throws IOException {
    Trees.copy(SeedRun.measured().directory(), at(name));
    return at(name);
  }

  private static void cut(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  private static void refuses(String arguments, int exit, String named)
      throws IOException, InterruptedException {
    SortedMap<String, String> before = Trees.contents(jar.directory());
    Ended ended = jar.run(arguments);
    assertThat(ended.err().strip())
        .hasLineCount(1)
        .contains(named)
        .doesNotContain("Exception", "\tat ", "org.openjdk", "java.");
    assertThat(ended.exit()).as(ended.err()).isEqualTo(exit);
    assertThat(Trees.contents(jar.directory())).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          run --nosuch                           | --nosuch
          run extra                              | extra
          run --kernels range,x                  | unknown kernel 'x'
          run --models x                         | unknown concurrency model 'x'
          run --placements x                     | unknown placement 'x'
          run --workers 0                        | 0 workers
          run --workers -1                       | -1 workers
          run --workers 1,1000000                | 1000000 workers
          run --workers two                      | two
          run --n 2^40                           | 4294967296
          run --budget 1s                        | 1 s
          run --budget 0s                        | 0s
          run --budget abc                       | abc
          run --rounds 0                         | 0 rounds
          run --window 1                         | a window of 1 ms
          run --target-ci 200%                   | percentage
          run --sample-interval 1                | 100
          run --rounds 1 --out file              | file is a file
          run --rounds 1 --out file/run          | file/run
          run --rounds 1 --out run               | run holds a run already
          run --rounds 1 --out notes             | notes is not empty
          run --resume run                       | run is complete
          run --resume run --rounds 9            | --resume
          run --resume corrupt-trials            | corrupt-trials is complete
          topology extra                         | extra
          pairs                                  | is called 'topology' now
          --ascii pairs --cpus 0,1               | is called 'topology' now
          run --pairs                            | is called '--siblings' now
          run --rounds 1 --no-pairs              | is called '--no-siblings' now
          topology --cpus x                      | is no list of logical CPUs
          topology --cpus 0                      | one logical CPU is no pair
          topology --cpus 0,8000                 | logical CPU 8000 cannot be used
          topology --window 1                    | windows of 1 ms are out of range
          topology --budget 5s                   | 5 s are too short for the 6 rounds
          topology --out notes                   | notes is not empty
          topology --out file                    | file is a file
          validate x                             | is no study
          validate --campaigns 0                 | 0 campaigns
          validate neighbour --cpu 8000          | logical CPU 8000 cannot be used
          validate neighbour --budget 1s         | 1 s
          report                                 | RUN
          report run --json - --markdown -       | --markdown -
          run --dry-run --json -                 | --dry-run has no answer
          compar run                             | did you mean 'compare'?
          Report run                             | did you mean 'report'?
          --budgt 10m                            | did you mean '--budget'?
          --budget 1s                            | 1 s
          help nosuch                            | nosuch
          --nosuch                               | nosuch
          -zz                                    | z
          NoSuchBenchmark                        | no benchmark matches
          IdleBenchmark -t 2                     | -t
          IdleBenchmark -f x                     | x
          SummationBenchmark -p workers=0        | 0 workers
          SummationBenchmark -p n=0              | 0
          SummationBenchmark -p kernel=x         | unknown kernel 'x'
          SummationBenchmark -p model=x          | unknown concurrency model 'x'
          SiblingBenchmark -p first=none         | first=none
          SiblingBenchmark -p second=x           | is no logical CPU
          SiblingBenchmark -p windowMs=0         | a window of 0 ms
          IdleBenchmark -prof nosuch             | nosuch
          IdleBenchmark -rf nosuch               | NOSUCH
          IdleBenchmark -o /nonexistent/x        | /nonexistent/x
          IdleBenchmark -rff /nonexistent/x      | /nonexistent/x
          IdleBenchmark -rff notes               | notes
          """)
  void badUsage(String arguments, String named) throws Exception {
    refuses(arguments, 2, named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          report nothing                         | nothing
          report no-run-json                     | no-run-json/run.json
          report cut-run-json                    | cut-run-json/run.json:
          bundle corrupt-trials                  | corrupt-trials/trials.jsonl:2:
          report future                          | coreyield/run/99
          bundle cut-load                        | cut-load/load.csv:
          run --resume nothing                   | nothing
          run --resume notes                     | notes
          run --resume no-run-json               | no-run-json/run.json
          run --resume future                    | coreyield/run/99
          """)
  void unreadable(String arguments, String named) throws Exception {
    refuses(arguments, 3, named);
  }
}
