package io.coreyield.analysis.chart.xchart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlotReadinessTest {

  @Test
  void thisMachineCanDraw() {
    assertThat(PlotReadiness.problem()).isEmpty();
    assertThat(System.getProperty("java.awt.headless")).isEqualTo("true");
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new UnsatisfiedLinkError(
            "libfontmanager.so: libfreetype.so.6: cannot open shared object file"),
        new NoClassDefFoundError("Could not initialize class sun.awt.X11FontManager"),
        new ExceptionInInitializerError(new RuntimeException("Fontconfig head is null")),
        new InternalError("no fonts\nand a second line"),
        new NullPointerException(),
        new java.io.IOException("disk"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void saysInOneSentenceWhatToInstall(Throwable failure) {
    assertThat(PlotReadiness.problem(() -> throwIt(failure)))
        .hasValueSatisfying(sentence ->
            assertThat(sentence)
                .startsWith("Figures cannot be drawn on this machine (")
                .endsWith("apt-get install libfontconfig1 fonts-dejavu-core.")
                .doesNotContain("\n"));
  }

  @Test
  void namesTheCauseAtTheBottom() {
    Error error = new ExceptionInInitializerError(new RuntimeException("Fontconfig head is null"));
    assertThat(PlotReadiness.problem(() -> throwIt(error)).orElseThrow())
        .contains("(RuntimeException: Fontconfig head is null)");
  }

  private static void throwIt(Throwable failure) throws Exception {
    switch (failure) {
      case Error error -> throw error;
      case Exception exception -> throw exception;
      default -> throw new AssertionError(failure);
    }
  }
}
