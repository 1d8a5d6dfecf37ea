package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.plan.Kernel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The cost of every kernel grows linearly with n: none is folded into a formula. */
class KernelCostIT {

  @Test
  void twiceTheElementsCostTwiceAsMuch(@TempDir Path directory) throws Exception {
    Jar jar = Jar.copiedTo(directory);
    jar.done("KernelCostBenchmark -f 1 -wi 1 -i 2 -w 200ms -r 200ms -rf json -rff x.json");
    Set<String> kernels = new HashSet<>();
    for (JsonNode result : jar.json("x.json")) {
      String kernel = result.get("params").get("kernel").stringValue();
      kernels.add(kernel);
      // A formula would give 1. Where others disturb the machine, the mean ratio is too large.
      assertThat(score(result, "cost.ratio.2n")).as(kernel).isGreaterThan(1.41);
      if (kernel.equals("range")) {
        // The kernel is its own clock. Elements counted twice, or half, give 2 or 0.5; halfway to
        // those a machine that others disturb does not come.
        assertThat(score(result, "cycles.per.element")).isBetween(0.71, 1.41);
      }
    }
    assertThat(kernels)
        .isEqualTo(Stream.of(Kernel.values()).map(Kernel::id).collect(Collectors.toSet()));
  }

  private static double score(JsonNode result, String metric) {
    return result.get("secondaryMetrics").get(metric).get("score").doubleValue();
  }
}
