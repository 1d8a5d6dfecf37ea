package io.coreyield.analysis.capture.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catalogues of published curves, good and hostile. */
class CatalogueCsvTest {

  private static final String ABOUT = "# source: Them\n# Licence: CC BY-SA 4.0\n";
  private static final String HEADER =
      "vendor,server,cpu,logical,threads_per_core,hypervisor,workers_bogo_ops_per_second\n";

  @TempDir Path scratch;

  private Path file(String text) throws IOException {
    return Files.writeString(scratch.resolve("catalogue.csv"), text);
  }

  @Test
  void aRowIsAServer() throws IOException {
    Catalogue catalogue =
        CatalogueCsv.read(
            file(
                ABOUT
                    + HEADER
                    + "v,\"big, fast\u001b[2J\",Intel(R) Xeon(R) CPU E5 @ 2.60GHz,4,2,KVM,4:30 1:10.5 2:20\n"));
    assertThat(catalogue.source()).isEqualTo("Them");
    assertThat(catalogue.licence()).isEqualTo("CC BY-SA 4.0");
    PublishedCurve curve = catalogue.ofCpu("Intel Xeon E5").getFirst();
    assertThat(curve.server()).isEqualTo("big, fast [2J");
    assertThat(curve.curve()).hasSize(3);
    assertThat(curve.secondHalfAdds()).hasValue(30.0 / 20 - 1);
    assertThat(catalogue.ofCpu("Intel Xeon E7")).isEmpty();
  }

  @Test
  void aCompressedOneIsTheSame() throws IOException {
    Path path = scratch.resolve("catalogue.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write((ABOUT + HEADER + "v,s,c,1,1,,1:1\n").getBytes(StandardCharsets.UTF_8));
    }
    Catalogue catalogue = CatalogueCsv.read(path);
    assertThat(catalogue.curves()).hasSize(1);
    assertThat(catalogue.curves().getFirst().secondHalfAdds()).isEmpty();
  }

  /** Sixteen kilobytes that grow beyond the limit. */
  @Test
  void aBombIsRefused() throws IOException {
    Path path = scratch.resolve("bomb.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i < 65; i++) {
        out.write(megabyte);
      }
    }
    assertThatThrownBy(() -> CatalogueCsv.read(path))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("holds more than 64 MiB");
  }

  @Test
  void sourceAndLicenceAreNeeded() throws IOException {
    assertThatThrownBy(() -> CatalogueCsv.read(file("# source: Them\n" + HEADER)))
        .hasMessageContaining("names no licence: write '# licence: …'");
    assertThatThrownBy(() -> CatalogueCsv.read(file(HEADER)))
        .hasMessageContaining("names no source");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v,s,c,4,2,KVM         | catalogue.csv:4: the row has 6 of 7 columns",
        "v,s,c,none,2,KVM,1:1  | catalogue.csv:4: logical is 'none', no number above 0",
        "v,s,c,4,0,KVM,1:1     | catalogue.csv:4: threads_per_core is '0', no number above 0",
        "v,s,c,4,2,KVM,1=1     | catalogue.csv:4: '1=1' is no 'workers:throughput'",
        "v,s,c,4,2,KVM,1:-1    | catalogue.csv:4: '1:-1' is no 'workers:throughput'",
        "v,s,c,4,2,KVM,1:0     | catalogue.csv: cannot be read (1 workers with a throughput of 0.0",
        "v,\"s,c,4,2,KVM,1:1   | catalogue.csv: cannot be read"
      })
  void aBadRowIsNamed(String row, String sentence) throws IOException {
    assertThatThrownBy(() -> CatalogueCsv.read(file(ABOUT + HEADER + row + "\n")))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void anotherTableIsRefused() throws IOException {
    assertThatThrownBy(() -> CatalogueCsv.read(file(ABOUT + "a,b\n1,2\n")))
        .hasMessageContaining("has no column 'vendor'");
    assertThatThrownBy(() -> CatalogueCsv.read(scratch))
        .hasMessageContaining("is no file: give a catalogue");
  }
}
