package io.coreyield.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code benchmarks.jar} takes its first word for. */
class FirstWordTest {

  private static FirstWord of(String line) {
    List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" ", -1));
    return FirstWord.of(Main.commandLine(), words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "help",
        "help run",
        "version",
        "--help",
        "--version",
        "-V",
        "run",
        "--ascii run --n 2^20",
        "compare a b",
        "--debug report x"
      })
  void commandsAreOurs(String line) {
    assertThat(of(line)).isEqualTo(new FirstWord.Ours(List.of(line.split(" ", -1))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--budget 10m",
        "--budget=10m",
        "--no-siblings",
        "--kernels range",
        "--ascii --open",
        "--json -",
        "--quiet",
        "--debug",
        ""
      })
  void withoutACommandItIsRun(String line) {
    assertThat(of(line))
        .isEqualTo(new FirstWord.Ours(List.of(("run " + line).strip().split(" ", -1))));
  }

  @ParameterizedTest
  @CsvSource({
    "compar, compare",
    "Compare a b, compare",
    "comapre, compare",
    "tpology, topology",
    "topo, topology",
    "reports, report",
    "runn, run",
    "RUN, run",
    "versoin, version",
    "--budgt 10m, --budget",
    "--kernel range, --kernels",
    "--hlep, --help"
  })
  void aWordNearToOneOfOursIsAQuestion(String line, String near) {
    assertThat(of(line))
        .isInstanceOfSatisfying(
            FirstWord.Unknown.class,
            unknown ->
                assertThat(unknown.sentence())
                    .contains("did you mean '" + near + "'?", "--help")
                    .hasLineCount(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-h",
        "-l",
        "-lp",
        "-prof gc",
        "-f 1",
        "-wi 0 Idle",
        ".*",
        "Sum",
        "SummationBenchmark",
        "summation",
        "sum",
        "SiblingBenchmark",
        "sibling",
        "DispatchBenchmark",
        "dispatch",
        "SpawnBenchmark",
        "spawn",
        "KernelCostBenchmark",
        "cost",
        "IdleBenchmark",
        "idle",
        "SamplerBenchmark",
        "sampler",
        "io.coreyield",
        "x",
        "ru",
        "--nosuch",
        "nosuch"
      })
  void allElseIsLeftToJmh(String line) {
    assertThat(of(line)).isEqualTo(new FirstWord.Jmh());
  }

  @Test
  void oldNamesAreTold() {
    assertThat(of("--ascii pairs"))
        .isEqualTo(new FirstWord.Unknown("'pairs' is called 'topology' now"));
    assertThat(of("run --no-pairs"))
        .isEqualTo(new FirstWord.Unknown("'--no-pairs' is called '--no-siblings' now"));
  }

  @ParameterizedTest
  @CsvSource({"run, run, 0", "rnu, run, 1", "abc, '', 3", "report, repor, 1", "kitten, sitting, 3"})
  void editsAreCountedWithSwapsAsOne(String from, String to, int edits) {
    assertThat(NearWord.edits(from, to)).isEqualTo(edits);
  }
}
