package io.coreyield.analysis.capture;

import static io.coreyield.analysis.capture.CaptureFixtures.assertRefused;
import static io.coreyield.analysis.capture.CaptureFixtures.codes;
import static io.coreyield.analysis.capture.CaptureFixtures.write;
import static io.coreyield.analysis.capture.SysstatFixtures.BANNER;
import static io.coreyield.analysis.capture.SysstatFixtures.seconds;
import static io.coreyield.analysis.capture.SysstatFixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times and dates of mpstat and sar, as the locales of the world write them. */
class SysstatTimesTest {

  @TempDir private Path directory;

  private Capture read(String text) throws IOException {
    return CaptureFixtures.read(write(directory, text));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          15时24分02秒;   15时24分03秒;   2018-12-18T15:24:02Z
          15時24分02秒;   15時24分03秒;   2018-12-18T15:24:02Z
          15시 24분 02초; 15시 24분 03초; 2018-12-18T15:24:02Z
          下午 03时24分02秒; 下午 03时24分03秒; 2018-12-18T15:24:02Z
          오전 03시 24분 02초; 오전 03시 24분 03초; 2018-12-18T03:24:02Z
          06.13.04;       06.13.05;       2018-12-18T06:13:04Z
          03:24:02 PM;    03:24:03 PM;    2018-12-18T15:24:02Z
          12:24:02 AM;    12:24:03 AM;    2018-12-18T00:24:02Z
          03:24:02 p. m.; 03:24:03 p. m.; 2018-12-18T15:24:02Z
          03:24:02 p.m.;  03:24:03 p.m.;  2018-12-18T15:24:02Z
          03:24:02 μμ;    03:24:03 μμ;    2018-12-18T15:24:02Z
          11:41:07  IST;  11:41:08  IST;  2018-12-18T06:11:07Z
          01:41:07 PM IST; 01:41:08 PM IST; 2018-12-18T08:11:07Z
          15:24:02 UTC;   15:24:03 UTC;   2018-12-18T15:24:02Z
          15:24:02+0200;  15:24:03+0200;  2018-12-18T13:24:02Z
          1591016000;     1591016001;     2020-06-01T12:53:20Z
          """)
  void aTimeIsReadAsTheLocaleWritesIt(String from, String to, String start) throws IOException {
    Capture capture = read(BANNER + table(from, to, 50));
    assertThat(seconds(capture)).containsExactly(1L);
    assertThat(capture.stretches().getFirst().start()).isEqualTo(start);
  }

  @Test
  void twelveHoursWithoutTheirHalfGoOnAfterOneOClock() throws IOException {
    Capture capture =
        read(
            BANNER
                + table("12:59:59 IST", "01:00:00 IST", 50)
                + table("01:00:00 IST", "01:00:01 IST", 50));
    assertThat(seconds(capture)).containsExactly(2L);
    assertThat(codes(capture)).contains("import-half-of-day");
  }

  /** The sentence says that the time cannot be read, and blames no figure. */
  @Test
  void aTimeThatCannotBeReadIsNamed() throws IOException {
    assertRefused(
        write(directory, BANNER + table("quarter-past-nine", "half-past-nine", 50)),
        ":3: 'quarter-past-nine' is a time stamp that cannot be read: capture under LC_ALL=C");
    assertRefused(
        write(directory, BANNER + table("12:00:00", "12:99:01", 50)),
        ":4: '12:99:01' is no time such as");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          11/13/2009;                2009-11-13
          Wednesday 30 March 2016    _x86_64_  (2 CPU); 2016-03-30
          2022年07月08日 _x86_64_ (2 CPU); 2022-07-08
          2022. 07. 08. _x86_64_ (2 CPU); 2022-07-08
          18-04-2016 _x86_64_ (2 CPU); 2016-04-18
          04-05-2016 _x86_64_ (2 CPU); 2016-05-04
          04.05.2016 _x86_64_ (2 CPU); 2016-05-04
          04/05/2016 _x86_64_ (2 CPU); 2016-04-05
          """)
  void theFirstLineHasDateAndKernel(String rest, String date) throws IOException {
    Capture capture =
        read("Linux 2.6.18-164.el5 (host) \t" + rest + "\n\n" + table("12:00:00", "12:00:01", 50));
    assertThat(capture.stretches().getFirst().start()).isEqualTo(date + "T12:00:00Z");
    assertThat(capture.system().kernel()).isEqualTo("2.6.18-164.el5");
  }

  /** No locale that writes decimal commas puts the month first. */
  @Test
  void decimalCommasMeanThatTheDayIsFirst() throws IOException {
    String table = table("12:00:00", "12:00:01", 50).replace('.', ',');
    Capture capture = read("Linux 3.10.0 (host)\t02/04/18\t_x86_64_\t(2 CPU)\n\n" + table);
    assertThat(capture.stretches().getFirst().start()).isEqualTo("2018-04-02T12:00:00Z");
    assertThat(codes(capture)).doesNotContain("import-date-order");
  }
}
