package io.coreyield.analysis.report.methods;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.Resources;
import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.trust.ForkState;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.trial.DisturbedRuns;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.report.BibtexParser;
import io.coreyield.analysis.report.page.HostileRuns;
import io.coreyield.analysis.stats.SteadyState;
import io.coreyield.analysis.stats.SteadyState.Kind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MethodsTextTest {

  private static final Pattern CITED = Pattern.compile("(?<!\\\\)@([a-z]+[0-9]*)");

  private static MethodsText of(Run run) {
    return MethodsText.of(MeasuredFindings.of(run));
  }

  @Test
  void saysWhatWasDone() {
    MethodsText text = of(DisturbedRuns.run(1.001));

    assertThat(text.markdown()).isEqualTo(Resources.text(getClass(), "methods.md"));
    assertThat(text.bibliography()).isEqualTo(Resources.text(getClass(), "methods.bib"));
  }

  static Stream<Run> runs() {
    Run full = PairedRuns.full();
    Run nothing =
        new Run(
            full.info().ended(full.info().start(), RunInfo.State.INTERRUPTED),
            List.of(),
            new LoadSeries.Builder().build(),
            List.of());
    return Stream.of(
        full,
        nothing,
        DisturbedRuns.run(1),
        DisturbedRuns.run(1.08),
        HostileRuns.of(DisturbedRuns.run(1.08)),
        SimulatedRuns.quick(1, 1),
        SimulatedRuns.quick(4, 2));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void whatIsCitedIsInTheBibliographyAndNothingElse(Run run) {
    MethodsText text = of(run);
    Set<String> cited =
        CITED
            .matcher(text.markdown())
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(BibtexParser.parse(text.bibliography()).keySet())
        .containsExactlyInAnyOrderElementsOf(cited)
        .contains("coreyield");
    assertThat(text.markdown()).doesNotContain("NaN", "null", "Infinity", "..", " ,", "\u00a0");
    assertThat(text.markdown().lines().filter(line -> !line.isEmpty()))
        .allSatisfy(line -> assertThat(line).matches("\\*\\*[A-Z][a-z]+\\.\\*\\* .*\\."));
  }

  @Test
  void whatDidNotHappenIsNotTold() {
    String quick = of(SimulatedRuns.quick(4, 2)).markdown();
    assertThat(quick)
        .doesNotContain(
            "A/A",
            "bootstrap of 2000",
            "siblings at once",
            "array",
            "gave no result",
            "Left out",
            "trimmed",
            "interrupted",
            "was to end",
            "effective clock",
            "measured cost",
            "Fieller's theorem")
        .contains("sampled with OSHI every 250 ms", "speed-up");
    String nothing = of(runs().skip(1).findFirst().orElseThrow()).markdown();
    assertThat(nothing)
        .contains("0 forks", "It was interrupted")
        .doesNotContain("OSHI", "Throughput", "shuffled", "tainted");
  }

  @Test
  void aSimulationIsNoMeasurement() {
    assertThat(of(PairedRuns.full()).markdown())
        .startsWith("**Machine.** Nothing was measured: the machine was simulated")
        .contains("CoreYield 0.1.0 simulated 96 forks (the unit of replication) in 3 rounds")
        .doesNotContain("@jmh", "@oshi", "OpenJDK");
  }

  @Test
  void aRunWithoutAnAnswerIsCalledSo() {
    assertThat(of(DisturbedRuns.run(1.08)).markdown())
        .contains("the same configuration under two names differed by")
        .contains("By the rules of CoreYield this run gives no answer.");
  }

  @Test
  void forksAreToldByWhatTheyDid() {
    MeasuredFindings findings = MeasuredFindings.of(DisturbedRuns.run(1));
    List<ForkState> states =
        Stream.of(Kind.WARM_UP, Kind.WARM_UP, Kind.NO_STEADY_STATE, Kind.UNKNOWN)
            .map(kind ->
                new ForkState(
                    findings.quality().forkStates().getFirst().trial(),
                    new SteadyState(kind, 3, List.of(3)),
                    kind == Kind.WARM_UP ? 2 : 0))
            .toList();
    assertThat(MethodsText.of(Known.withForkStates(findings, states)).markdown())
        .contains(
            "of 3 forks, 2 warmed up to their best and 1 never reached one [@killick2012;"
                + " @barrett2017]. 1 fork had too few operations to decide. 4 measured iterations"
                + " that began before the steady state were trimmed.");
  }

  @Test
  void fiellersTheoremIsCitedWhereRoundsAreNotShared() {
    Run run = SimulatedRuns.platform(SimulatedRuns.machine(2, 1), 4, 0, 0.01, 3);
    assertThat(of(run).cited()).doesNotContain("fieller1954");
    Run apart =
        run.withTrials(
            run.trials().stream()
                .filter(trial ->
                    trial
                        .configuration()
                        .noneMatch(c -> c.workers() == (trial.round() < 2 ? 2 : 1)))
                .toList());
    assertThat(of(apart).cited()).contains("fieller1954");
    assertThat(of(apart).markdown())
        .contains("where two share fewer than two rounds [@fieller1954]");
  }

  @Test
  void hostileNamesStayText() {
    String markdown = of(HostileRuns.of(DisturbedRuns.run(1))).markdown();
    assertThat(markdown)
        .contains("\\<script\\>document.title='owned'\\</script\\>")
        .contains("\\$\\{7\\*7\\}")
        .doesNotContain("\u001b", "\u202e");
    assertThat(
            Pattern.compile("(?<!\\\\)[<>|$`{}]")
                .matcher(markdown)
                .results()
                .map(MatchResult::group))
        .isEmpty();
  }

  @Test
  void thePageHasTheSameWordsWithAuthorsForKeys() {
    MethodsText text = of(DisturbedRuns.run(1));
    assertThat(text.shown())
        .containsOnlyKeys(
            "Machine", "Design", "Exclusions", "Estimators", "Controls", "Correlations");
    assertThat(text.shown().get("Design")).contains("(Abedi and Brecht 2017).").doesNotContain("@");
  }
}
