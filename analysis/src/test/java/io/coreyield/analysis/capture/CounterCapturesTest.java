package io.coreyield.analysis.capture;

import static io.coreyield.analysis.capture.CaptureFixtures.assertRefused;
import static io.coreyield.analysis.capture.CaptureFixtures.capture;
import static io.coreyield.analysis.capture.CaptureFixtures.codes;
import static io.coreyield.analysis.capture.CaptureFixtures.path;
import static io.coreyield.analysis.capture.CaptureFixtures.total;
import static io.coreyield.analysis.capture.CaptureFixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.machine.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counters that only grow: snapshots of {@code /proc/stat}, and what Prometheus keeps of them. */
class CounterCapturesTest {

  @TempDir private Path directory;

  private Capture read(String text) throws IOException {
    return CaptureFixtures.read(write(directory, text));
  }

  private static List<Long> milliseconds(Capture capture) {
    return capture.stretches().stream().map(s -> s.durationNs() / 1_000_000L).toList();
  }

  @Test
  void snapshotsAreIntervalsBetweenTheirTimes() {
    Capture capture = capture("proc-stat.txt");
    assertThat(capture.tool()).isEqualTo("/proc/stat");
    assertThat(capture.stretches().getFirst().start()).isEqualTo("2020-06-01T12:53:20.250Z");
    assertThat(milliseconds(capture)).containsExactly(2000L);
    assertThat(total(capture.stretches().getFirst().load(), 0))
        .isEqualTo(new CpuTimes(1800, 0, 100, 100, 0, 0, 0, 0));
    assertThat(total(capture.stretches().getFirst().load(), 1))
        .isEqualTo(new CpuTimes(0, 0, 500, 1500, 0, 0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "1591016000.250, 1591016001.250, 1591016002.250",
    "1591016000250, 1591016001250, 1591016002250",
    "=== 1591016000 ===, === 1591016001 ===, === 1591016002 ===",
    "2020-06-01 12:53:20 UTC, 2020-06-01 12:53:21 UTC, 2020-06-01 12:53:22 UTC",
    "2020-06-01T12:53:20+00:00, 2020-06-01T12:53:21+00:00, 2020-06-01T12:53:22+00:00",
    "Mon Jun  1 12:53:20 UTC 2020, Mon Jun  1 12:53:21 UTC 2020, Mon Jun  1 12:53:22 UTC 2020",
    "Mon Jun  1 02:53:20 PM CEST 2020, Mon Jun  1 02:53:21 PM CEST 2020, Mon Jun  1 02:53:22 PM CEST 2020",
  })
  void theTimeIsThatOfAnyDate(String first, String second, String third) throws IOException {
    String text =
        Files.readString(path("proc-stat.txt"))
            .replace("1591016000.250", first)
            .replace("1591016001.250", second)
            .replace("1591016002.250", third);
    Capture capture = read(text);
    assertThat(milliseconds(capture)).containsExactly(2000L);
    assertThat(String.valueOf(capture.stretches().getFirst().start()))
        .startsWith("2020-06-01T12:53:20");
  }

  @Test
  void theTimeMayStandInEachLine() throws IOException {
    String[] snapshots = Files.readString(path("proc-stat.txt")).split("(?m)^(?=1591)", -1);
    StringBuilder text = new StringBuilder();
    for (String snapshot : snapshots) {
      String time = snapshot.lines().findFirst().orElseThrow();
      snapshot
          .lines()
          .skip(1)
          .filter(l -> l.startsWith("cpu"))
          .forEach(l -> text.append(time).append(' ').append(l).append('\n'));
    }
    assertThat(milliseconds(read(text.toString()))).containsExactly(2000L);
  }

  /** While a machine is suspended its counters stand still. */
  @Test
  void timeInWhichTheCountersStoodStillIsNotCovered() throws IOException {
    String text =
        Files.readString(path("proc-stat.txt")).replace("1591016002.250", "1591019602.250");
    Capture capture = read(text);
    assertThat(milliseconds(capture)).containsExactly(1000L);
    assertThat(capture.warnings())
        .anyMatch(warning ->
            warning
                .message()
                .equals(
                    "line 19: the counters grew by 1 s in the 3601 s since the moment before, so this time is not covered"));
  }

  @Test
  void countersThatBeginAnewAreAnotherStart() throws IOException {
    String text = Files.readString(path("proc-stat.txt"));
    String again = text.replace("15910160", "15910170");
    Capture capture = read(text + again);
    assertThat(milliseconds(capture)).containsExactly(2000L, 2000L);
    assertThat(codes(capture)).contains("import-restart");
  }

  @Test
  void snapshotsWithoutTimesAreRefused() throws IOException {
    String text = Files.readString(path("proc-stat.txt"));
    assertRefused(
        write(directory, text.replaceAll("(?m)^1591016\\d+.*\n", "")),
        ":2: this snapshot has no time before it: write 'date +%s.%N' before each");
    assertRefused(
        write(directory, text.substring(0, text.indexOf("1591016001"))),
        ": holds 1 snapshot of /proc/stat and no time between two");
  }

  @Test
  void aRangeOfPrometheusIsRead() {
    Capture capture = capture("prometheus.json");
    assertThat(capture.tool()).isEqualTo("Prometheus");
    assertThat(milliseconds(capture)).containsExactly(30_000L);
    assertThat(total(capture.stretches().getFirst().load(), 0))
        .isEqualTo(new CpuTimes(21_000, 0, 750, 8_250, 0, 0, 0, 0));
    assertThat(codes(capture)).isEmpty();
  }

  /** A step below the scrape interval repeats samples. */
  @Test
  void samplesThatWereNotScrapedAnewCountForNothing() throws IOException {
    Capture capture =
        read(
            """
            {"data": {"resultType": "matrix", "result": [
            {"metric": {"__name__": "node_cpu_seconds_total", "cpu": "0", "mode": "user"}, "values": [[1591016000, "5"], [1591016015, "5"], [1591016030, "20"], [1591016060, "20"]]},
            {"metric": {"__name__": "node_cpu_seconds_total", "cpu": "0", "mode": "idle"}, "values": [[1591016000, "5"], [1591016015, "5"], [1591016030, "20"], [1591016060, "50"]]}]}}
            """);
    assertThat(milliseconds(capture)).containsExactly(60_000L);
    assertThat(total(capture.stretches().getFirst().load(), 0))
        .isEqualTo(new CpuTimes(15_000, 0, 0, 45_000, 0, 0, 0, 0));
  }

  @Test
  void aGapOfPrometheusIsNamedByItsTime() throws IOException {
    Capture capture =
        read(
            """
            {"data": {"resultType": "matrix", "result": [
            {"metric": {"__name__": "node_cpu", "cpu": "0", "mode": "idle"}, "values": [[1591016000, "5"], [1591016015, "20"], [1591016100, "35"], [1591016115, "50"]]}]}}
            """);
    assertThat(capture.warnings())
        .extracting(Warning::message)
        .containsExactly(
            "after 2020-06-01T12:53:35Z: the counters grew by 15 s in the 85 s since the moment before, so this time is not covered");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\": {\"resultType\": \"vector\", \"result\": []}}; the answer is of type 'vector', not a matrix",
        "{\"data\": {\"resultType\": \"matrix\", \"result\": []}}; the answer holds no interval",
        "{\"data\": {\"resultType\": \"matrix\", \"result\": [{\"metric\": {\"cpu\": \"0\"}}]}}; a series has no name, as after rate()",
        "{\"data\": {\"resultType\": \"matrix\", \"result\": [{\"metric\": {\"__name__\": \"node_cpu\", \"mode\": \"idle\"}}]}}; a series has no label 'cpu'",
        "{\"data\": {\"resultType\": \"matrix\", \"result\": [{\"metric\": {\"__name__\": \"up\"}}]}}; 'up' is no counter of CPU time",
        "{\"data\": {\"resultType\": \"matrix\", \"result\": [{\"metric\": {\"__name__\": \"node_cpu\", \"cpu\": \"cpu0\", \"mode\": \"idle\"}, \"values\": [[1, \"NaN\"]]}]}}; '[1,\"NaN\"]' is no value at a time",
      })
  void otherAnswersOfPrometheusAreRefused(String textAndMessage) throws IOException {
    String[] parts = textAndMessage.split("; ", 2);
    assertRefused(write(directory, parts[0]), ": " + parts[1]);
  }

  @Test
  void twoMachinesInOneAnswerAreRefused() throws IOException {
    String text = Files.readString(path("prometheus.json")).replaceFirst("host:9100", "other:9100");
    assertRefused(write(directory, text), ": the answer is of 2 machines: query");
  }
}
