package io.coreyield.analysis.wording;

import static io.coreyield.analysis.findings.HandMadeRun.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.findings.Advice;
import io.coreyield.analysis.findings.CpuFinding;
import io.coreyield.analysis.findings.HandMadeRun;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.QuotaFinding;
import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs under a quota in periods of 100 ms, from the counters to the sentences. */
@Isolated("it changes the locale of the JVM")
class QuotaWordsTest {

  private static final long MS = 1_000_000;

  /** One worker does 1000 operations of an iteration of a second. */
  private static HandMadeRun under(double cpus, int cores, int threadsPerCore) {
    CpuQuota quota = new CpuQuota(cpus, 100_000);
    return new HandMadeRun(SimulatedRuns.machine(cores, threadsPerCore).withQuota(quota))
        .throttled(0L)
        .twice(range(1), 1000);
  }

  /** Two workers get half a CPU less than they want, and four two and a half. */
  private static HandMadeRun oneAndAHalf() {
    return under(1.5, 4, 1)
        .throttled(500 * MS)
        .twice(range(2), 750)
        .throttled(1_500 * MS)
        .twice(range(3), 500)
        .throttled(2_500 * MS)
        .twice(range(4), 375);
  }

  private static String answer(HandMadeRun run) {
    return AnswerWords.sentence(MeasuredFindings.of(run.build()).answer());
  }

  private static QuotaFinding finding(HandMadeRun run) {
    return Objects.requireNonNull(MeasuredFindings.of(run.build()).answer().quota());
  }

  private static Advice advice(HandMadeRun run) {
    return MeasuredFindings.of(run.build()).advice().getFirst();
  }

  @Test
  void theQuotaComesFirst() {
    assertThat(answer(oneAndAHalf()))
        .isEqualTo(
            "This container may use 1.5 CPUs of time on 4 logical CPUs: 2 workers do 1.50× [1.50,"
                + " 1.50] the work of one, a third adds nothing; this machine declares no SMT"
                + " siblings (4 logical CPUs on 4 cores), so no SMT yield can be measured (the"
                + " command topology shows whether some are hidden).");
  }

  @Test
  void theCardSaysHowManyToStart() {
    assertThat(AnswerCard.of(MeasuredFindings.of(oneAndAHalf().build())))
        .isEqualTo(
            new AnswerCard(
                "This container may use 1.5 of 4 logical CPUs: start 2; a third adds nothing.",
                "2 workers do 1.50× [1.50, 1.50] the work of one, a third adds nothing, and the"
                    + " quota stops them for 50 ms of every 100."));
  }

  @Test
  void theAdviceSaysForHowLongMoreWorkersAreStopped() {
    assertThat(advice(oneAndAHalf()).workers()).isEqualTo(2);
    assertThat(AdviceWords.reason(advice(oneAndAHalf())))
        .isEqualTo(
            "2 workers do 1.50× [1.50, 1.50] the work of one, a third adds nothing, and the quota"
                + " stops them for 50 ms of every 100");
  }

  @Test
  void whereNoMoreWereMeasuredItSaysForHowLongTheseAreStopped() {
    HandMadeRun two = under(1.5, 2, 1).throttled(500 * MS).twice(range(2), 750);

    assertThat(AdviceWords.reason(advice(two)))
        .endsWith("the work of one, and the quota stops them for 25 ms of every 100");
    assertThat(AdviceWords.reason(advice(under(1.5, 2, 1).twice(range(2), 750))))
        .doesNotContain("stops");
  }

  @Test
  void theTimeIsSharedAmongTheCpusThatAreStopped() {
    assertThat(finding(oneAndAHalf()).curves().getFirst().steps())
        .extracting(QuotaFinding.Step::stoppedMs)
        .satisfiesExactly(
            one -> assertThat(one).isZero(),
            two -> assertThat(two).isCloseTo(25, within(1e-9)),
            three -> assertThat(three).isCloseTo(50, within(1e-9)),
            four -> assertThat(four).isCloseTo(62.5, within(1e-9)));
  }

  @Test
  void whatIsNotCountedIsNotSaid() {
    HandMadeRun uncounted =
        under(0.5, 2, 1).throttled(null).twice(range(1), 1000).twice(range(2), 510);

    assertThat(AdviceWords.reason(advice(uncounted)))
        .isEqualTo("one worker is enough, a second adds nothing");
    assertThat(finding(uncounted).curves().getFirst().steps().getLast().stopped().reason())
        .isNotBlank();
  }

  @ParameterizedTest(name = "{1} do {2} of an iteration''s operations: {3}")
  @CsvSource({
    "4, 250, 'one worker is enough, a second adds nothing', 2, 500",
    "4, 200, 'one worker is enough, 4 workers do 20 % less', 4, 200",
    "2, 440, 'a second takes away 12 %', 2, 440"
  })
  void whatMoreWorkersAdd(int most, long operations, String words, int next, long ofNext) {
    HandMadeRun run = under(1, 4, 1).twice(range(next), ofNext);
    assertThat(answer(next == most ? run : run.twice(range(most), operations))).contains(words);
  }

  @Test
  void noMoreWorkersMayHaveBeenMeasured() {
    assertThat(answer(under(1.5, 2, 1).twice(range(2), 750)))
        .startsWith(
            "This container may use 1.5 CPUs of time on 2 logical CPUs: 2 workers do 1.50× [1.50,"
                + " 1.50] the work of one; ");
  }

  /** Else all logical CPUs together would say what the quota allows, and not what a sibling is. */
  @Test
  void aQuotaIsTakenForNoPropertyOfTheCpus() {
    MeasuredFindings siblings =
        MeasuredFindings.of(under(2, 2, 2).twice(range(2), 1000).twice(range(4), 500).build());

    assertThat(AnswerWords.sentence(siblings.answer()))
        .endsWith(
            "what a second sibling adds is unknown: the CPU quota is too small for"
                + " all logical CPUs at once.");
    assertThat(siblings.curves().getFirst().knee().yield().hasValue()).isFalse();
    assertThat(siblings.answer().cpus()).isNotInstanceOf(CpuFinding.Floating.class);
  }

  @ParameterizedTest
  @CsvSource({"4, false", "3.99, true", "64, false"})
  void onlyAQuotaBelowTheCpusIsNamed(double cpus, boolean isNamed) {
    assertThat(answer(under(cpus, 4, 1).twice(range(4), 990)).contains("container"))
        .isEqualTo(isNamed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG-u-nu-arab"})
  @DefaultLocale("en-US")
  void aFactUnderEveryLocale(String locale) {
    Locale.setDefault(Locale.forLanguageTag(locale));

    assertThat(QuotaWords.fact(new CpuQuota(1, 50_000)))
        .isEqualTo("1 CPU of time (50 ms in every 50 ms)");
    assertThat(QuotaWords.fact(new CpuQuota(0.055, 100_000)))
        .isEqualTo("0.055 CPUs of time (5.5 ms in every 100 ms)");
    assertThat(QuotaWords.factOrNone(null)).isEqualTo("none");
  }
}
