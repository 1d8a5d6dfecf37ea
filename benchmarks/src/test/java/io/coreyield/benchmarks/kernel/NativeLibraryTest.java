package io.coreyield.benchmarks.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import io.coreyield.analysis.model.plan.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kernels in C, built as {@code benchmarks/native/compare.sh} builds them. */
class NativeLibraryTest {

  private static final int ARRAY = 1_000;

  @TempDir static Path built;

  private static NativeLibrary library;

  @BeforeAll
  static void build() throws IOException, InterruptedException {
    Path least = Files.writeString(built.resolve("least.c"), "#include <omp.h>\n");
    if (!compiles(least, built.resolve("least.so"))) {
      abort("NOT TESTED: the kernels in C. Install a C compiler with OpenMP to test them.");
    }
    Path kernels = built.resolve("kernels.so");
    assertThat(compiles(Path.of("native", "kernels.c"), kernels)).isTrue();
    library = NativeLibrary.open(kernels.toString());
  }

  private static boolean compiles(Path source, Path library) throws InterruptedException {
    try {
      return new ProcessBuilder(
                  "cc",
                  "-O3",
                  "-fopenmp",
                  "-shared",
                  "-fPIC",
                  "-o",
                  library.toString(),
                  source.toString())
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachSumIsThatOfTheClosedForm(Kernel kernel) {
    int elements = kernel.readsArray() ? ARRAY : 0;
    SummationKernel c = library.like(SummationKernel.open(kernel, elements), kernel);
    for (long from : new long[] {0, 1, 63, 12_345, (1 << 24) - 5}) {
      for (long length : new long[] {0, 1, 63, 64, 65, 191, 192, 1_000, 54_321}) {
        assertThat(c.sum(from, from + length))
            .as("%s of %d elements from %d", kernel, length, from)
            .isEqualTo(kernel.sum(from, from + length, elements));
      }
    }
  }

  @Test
  void regionsEnd() {
    library.regions(2, 100);
  }

  @Test
  void aMissingLibraryNamesTheScript() {
    assertThatThrownBy(() -> NativeLibrary.open("nothing.so"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing.so is no file")
        .hasMessageContaining("benchmarks/native/compare.sh");
  }
}
