package io.coreyield.analysis.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.PairsRun;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.RunOrigin;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.model.trial.Trial;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/FORMAT.md} has a row for every field, with its type and whether it may be null. */
class FormatPageTest {

  private static final Path PAGE = Path.of("..", "docs", "FORMAT.md");

  /** Objects whose rows the page has at another place. */
  private static final Set<String> DESCRIBED_ELSEWHERE =
      Set.of("origin.topology", "machine.declaredTopology");

  @Test
  void runJson() throws IOException {
    assertRows(rows(RunInfo.class, ""));
  }

  @Test
  void pairsJson() throws IOException {
    assertRows(rows(PairsRun.class, ""));
  }

  @Test
  void trialsJsonl() throws IOException {
    assertRows(rows(Trial.class, ""));
  }

  @Test
  void csvHeaders(@TempDir Path directory) throws IOException {
    RunDirectory files =
        RecordedRuns.write(SimulatedRuns.quick(SimulatedRuns.machine(1, 2)), directory);
    List<String> expected = new ArrayList<>();
    for (Path file : List.of(files.loadCsv(), files.swapCsv())) {
      for (String column : Files.readAllLines(file).getFirst().split(",", -1)) {
        String isNullable = column.equals("steal_ms") ? "yes" : "no";
        expected.add("| `%s` | integer | %s |".formatted(column, isNullable));
      }
    }
    assertThat(expected).hasSize(2 + CpuTimes.class.getRecordComponents().length + 3);
    assertRows(expected);
  }

  private static void assertRows(List<String> expected) throws IOException {
    List<String> page = Files.readAllLines(PAGE);
    assertThat(expected)
        .allSatisfy(row -> assertThat(page).anyMatch(line -> line.startsWith(row + " ")));
  }

  private static List<String> rows(Class<?> type, String at) {
    List<String> rows = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String path = at + component.getName();
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      rows.add(
          "| `%s` | %s | %s |"
              .formatted(path, json(component.getGenericType()), nullable ? "yes" : "no"));
      if (!DESCRIBED_ELSEWHERE.contains(path)) {
        rows.addAll(inner(component.getGenericType(), path));
      }
    }
    return rows;
  }

  private static List<String> inner(Type type, String path) {
    return switch (type) {
      case ParameterizedType list -> inner(list.getActualTypeArguments()[0], path + "[]");
      case Class<?> workload when workload == Workload.class -> {
        List<String> rows = new ArrayList<>(List.of("| `%s.kind` | text | no |".formatted(path)));
        rows.addAll(rows(Workload.Summation.class, path + "."));
        rows.addAll(rows(Workload.Pair.class, path + "."));
        yield rows;
      }
      case Class<?> origin when origin == RunOrigin.class -> {
        List<String> rows = new ArrayList<>(List.of("| `%s.kind` | text | no |".formatted(path)));
        rows.addAll(rows(Measured.class, path + "."));
        rows.addAll(rows(Captured.class, path + "."));
        yield rows;
      }
      case Class<?> inner when inner.isRecord() -> rows(inner, path + ".");
      default -> List.of();
    };
  }

  private static String json(Type type) {
    if (type instanceof ParameterizedType list) {
      assertThat((Class<?>) list.getRawType()).isAssignableTo(Collection.class);
      return "list";
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return Arrays.stream(plain.getEnumConstants())
          .map(constant -> "`" + constant + "`")
          .collect(Collectors.joining(", "));
    }
    return switch (plain.getSimpleName()) {
      case "int", "long", "Integer", "Long" -> "integer";
      case "double", "Double" -> "number";
      case "boolean", "Boolean" -> "true/false";
      case "String" -> "text";
      default -> plain == Instant.class ? "UTC time" : "object";
    };
  }
}
