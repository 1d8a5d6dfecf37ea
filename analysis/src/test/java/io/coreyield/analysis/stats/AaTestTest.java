package io.coreyield.analysis.stats;

import static io.coreyield.analysis.stats.Agreement.agrees;
import static io.coreyield.analysis.stats.Agreement.holds;
import static io.coreyield.analysis.stats.Agreement.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.stats.AaTest.Round;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AaTestTest {

  /**
   * R 4:
   *
   * <pre>{@code
   * t1 <- c(0, 3, 7, 9); x1 <- c(100, 103, 101, 106)
   * t2 <- c(1, 2, 6, 12); x2 <- c(102, 101, 105, 104)
   * d <- t.test(log(x2 / x1))
   * expm1(c(d$estimate, d$conf.int))
   * fit <- lm(log(c(x1, x2)) ~ c(t1, t2) + rep(1:2, each = 4))
   * expm1(12 * c(coef(fit)[2], confint(fit)[2, ]))
   * }</pre>
   */
  @Test
  void bothFiguresAreThoseOfR() {
    AaTest test =
        AaTest.of(
            List.of(
                new Round(0, 100, 1, 102),
                new Round(3, 103, 2, 101),
                new Round(7, 101, 6, 105),
                new Round(9, 106, 12, 104)),
            List.of(),
            List.of());
    agrees(test.difference(), 0.00500895162743, -0.04053399977981, 0.05271368930163);
    agrees(test.drift(), 0.0399484027403, -0.0105008503034, 0.0929697925398);
  }

  /**
   * A further configuration has a level of its own, and the same drift. R 4:
   *
   * <pre>{@code
   * t <- c(1, 4, 5, 2, 3, 7, 1.5, 3.5, 6)
   * x <- c(100, 101, 103, 101, 100, 104, 50, 50.6, 51.9)
   * fit <- lm(log(x) ~ t + factor(rep(1:3, each = 3)))
   * expm1(6 * c(coef(fit)["t"], confint(fit, "t")))
   * }</pre>
   */
  @Test
  void otherConfigurationsTellOfTheDriftToo() {
    AaTest test =
        AaTest.of(
            List.of(
                new Round(1, 100, 2, 101), new Round(4, 101, 3, 100), new Round(5, 103, 7, 104)),
            List.of(new AaTest.Series(List.of(1.5, 3.5, 6.0), List.of(50.0, 50.6, 51.9))),
            List.of());
    agrees(test.drift(), 0.0445847207127, 0.0239747500904, 0.0656095168851);
  }

  /**
   * Forks of further configurations show how much forks vary. R 4:
   *
   * <pre>{@code
   * x <- c(100, 103, 101, 106, 102, 101, 105, 104, 50, 50.6, 51.9, 52)
   * name <- factor(rep(1:3, each = 4)); round <- factor(rep(1:4, 3))
   * fit <- lm(log(x) ~ name + round)
   * expm1(c(coef(fit)["name2"], confint(fit, "name2")))
   * }</pre>
   */
  @Test
  void otherConfigurationsTellHowMuchForksVary() {
    AaTest test =
        AaTest.of(
            List.of(
                new Round(0, 100, 1, 102),
                new Round(3, 103, 2, 101),
                new Round(7, 101, 6, 105),
                new Round(9, 106, 12, 104)),
            List.of(),
            List.of(List.of(50.0, 50.6, 51.9, 52.0)));
    agrees(test.difference(), 0.005008951627431, -0.021392575883960, 0.032122757257470);
  }

  /**
   * On a stable machine each interval excludes 0 in one campaign of twenty. The share of 20 000 has
   * a standard error of 0.15 points, so that 4 to 6 % is wide enough never to fail by chance.
   */
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 8, 20})
  void eachIntervalHoldsTheTruthInNineteenOfTwentyCampaigns(int rounds) {
    long seed = 20_261_001L + rounds;
    for (Function<AaTest, Estimate> figure :
        List.<Function<AaTest, Estimate>>of(AaTest::difference, AaTest::drift)) {
      double share =
          share(seed, 20_000, random -> excludes0(campaign(random, rounds, 8, 0.01, 0), figure));
      System.out.printf("A/A: %d rounds, seed %d: %.4f%n", rounds, seed, share);
      assertThat(share).as("%d rounds, seed %d", rounds, seed).isBetween(0.04, 0.06);
    }
  }

  /**
   * Where a drift of 5 % over the campaign is found in more than 90 %: control trials one after the
   * other, as in a campaign of them alone, or two places among eight in each round.
   */
  @ParameterizedTest
  @CsvSource({
    "4, 2, 0.01", "4, 8, 0.008", "5, 2, 0.01",
    "5, 8, 0.01", "8, 8, 0.014", "20, 8, 0.024",
  })
  void aDriftOfFivePercentIsFound(int rounds, int places, double noise) {
    assertThat(power(rounds, places, noise)).isGreaterThan(0.9);
  }

  /** Where it is not: four rounds in turn with others need forks that vary by less than 1 %. */
  @ParameterizedTest
  @CsvSource({"4, 2, 0.013", "4, 8, 0.01", "8, 8, 0.02", "20, 8, 0.03"})
  void aDriftOfFivePercentIsFoundMoreOftenThanNot(int rounds, int places, double noise) {
    assertThat(power(rounds, places, noise)).isBetween(0.5, 0.9);
  }

  private static double power(int rounds, int places, double noise) {
    long seed = 20_261_101L + rounds;
    double share =
        share(
            seed,
            10_000,
            random -> excludes0(campaign(random, rounds, places, noise, 0.05), AaTest::drift));
    System.out.printf(
        "A/A with a drift of 5 %%: %d rounds of %d, noise %s, seed %d: %.4f%n",
        rounds, places, noise, seed, share);
    return share;
  }

  private static boolean excludes0(List<Round> rounds, Function<AaTest, Estimate> figure) {
    return !holds(figure.apply(AaTest.of(rounds, List.of(), List.of())), 0);
  }

  /** Two trials a round in random order, among others. */
  private static List<Round> campaign(
      Random random, int rounds, int ofRound, double noise, double drift) {
    List<Integer> places = new ArrayList<>(IntStream.range(0, ofRound).boxed().toList());
    double last = (double) ofRound * rounds - 1;
    return IntStream.range(0, rounds)
        .mapToObj(round -> {
          Collections.shuffle(places, random);
          double first = (ofRound * round + places.get(0)) / last;
          double second = (ofRound * round + places.get(1)) / last;
          return new Round(
              first,
              1e9 * (1 + drift * first) * Math.exp(noise * random.nextGaussian()),
              second,
              1e9 * (1 + drift * second) * Math.exp(noise * random.nextGaussian()));
        })
        .toList();
  }

  /** Throughputs under each name are equal to the last digit, whatever lies between the names. */
  @Test
  void aMachineThatIsPerfectlyStillHasIntervalsWithoutWidth() {
    List<Round> rounds =
        List.of(new Round(0, 0.1, 1, 0.1), new Round(3, 0.1, 2, 0.1), new Round(4, 0.1, 5, 0.1));
    AaTest test = AaTest.of(rounds, List.of(), List.of());
    assertThat(test).isEqualTo(new AaTest(Estimate.of(0, 0, 0), Estimate.of(0, 0, 0)));
  }

  @Test
  void aPureTrendIsTheDrift() {
    List<Round> rounds =
        List.of(
            new Round(10, Math.exp(0), 30, Math.exp(0.2)),
            new Round(50, Math.exp(0.4), 40, Math.exp(0.3)),
            new Round(90, Math.exp(0.8), 110, Math.exp(1)));
    assertThat(AaTest.of(rounds, List.of(), List.of()).drift().value())
        .isCloseTo(Math.E - 1, within(1e-12));
    assertThat(AaTest.of(rounds, List.of(), List.of()).drift().halfWidth())
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void fewRoundsHaveNoInterval() {
    AaTest one = AaTest.of(List.of(new Round(0, 100, 1, 110)), List.of(), List.of());
    assertThat(one.difference().value()).isCloseTo(0.1, within(1e-12));
    assertThat(one.difference().reason())
        .isEqualTo("one round of the control: an interval needs two");
    assertThat(one.drift())
        .isEqualTo(Estimate.unknown("all trials of the control ran at one time"));
    AaTest two =
        AaTest.of(
            List.of(new Round(0, 100, 1, 110), new Round(2, 105, 3, 120)), List.of(), List.of());
    assertThat(two.difference().hasInterval()).isTrue();
    assertThat(two.drift().hasValue()).isTrue();
    assertThat(two.drift().reason())
        .isEqualTo("4 trials of the control: the interval of a drift needs 6");
  }

  @Test
  void whatCannotBeToldSaysWhy() {
    assertThat(AaTest.of(List.of(), List.of(), List.of()).difference())
        .isEqualTo(Estimate.unknown("no round has both trials of the control"));
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 0, -1}) {
      AaTest test =
          AaTest.of(List.of(new Round(0, 1, 1, 1), new Round(2, 1, 3, bad)), List.of(), List.of());
      assertThat(test.difference())
          .isEqualTo(Estimate.unknown("a figure of the control is not positive and finite"));
      assertThat(test.drift().hasValue()).isFalse();
    }
    List<Round> atOnce =
        List.of(new Round(5, 1, 5, 2), new Round(5, 1, 5, 3), new Round(5, 1, 5, 2));
    assertThat(AaTest.of(atOnce, List.of(), List.of()).drift().hasValue()).isFalse();
    assertThat(AaTest.of(atOnce, List.of(), List.of()).difference().hasInterval()).isTrue();
  }
}
