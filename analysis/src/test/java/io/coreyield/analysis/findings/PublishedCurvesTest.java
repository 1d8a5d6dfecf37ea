package io.coreyield.analysis.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.capture.CaptureFixtures;
import io.coreyield.analysis.capture.CapturedRun;
import io.coreyield.analysis.capture.ImportOptions;
import io.coreyield.analysis.capture.curve.CurveCsv;
import io.coreyield.analysis.capture.curve.LscpuJson;
import io.coreyield.analysis.findings.ApparentCores.Agreement;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.model.trial.Captured.Curve;
import io.coreyield.analysis.model.trial.Captured.CurvePoint;
import io.coreyield.analysis.wording.AnswerCard;
import io.coreyield.analysis.wording.CapturedWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Five curves that others published; the README beside them names their source. */
class PublishedCurvesTest {

  private static Path file(String name) {
    return CaptureFixtures.directory().resolve("curves").resolve(name);
  }

  private static Curve curve(String name) throws IOException {
    return CurveCsv.read(file(name), "div16", "bogo operations");
  }

  private static CapturedFindings findings(ImportOptions options) throws IOException {
    return (CapturedFindings) Findings.of(CapturedRun.of(List.of(), options));
  }

  private static CapturedFindings findings(Curve curve, int cores, int logical) throws IOException {
    return findings(CaptureFixtures.curve(curve, cores, logical));
  }

  /** 3480.37 / 2639.58 − 1 and 3480.37 / 1326.28. */
  @Test
  void siblingsOfCascadeLakeAddAThird() throws IOException {
    CapturedFindings findings =
        findings(
            CaptureFixtures.curve(curve("aws-m5-xlarge.csv"), LscpuJson.read(file("lscpu.json"))));
    CapturedScaling scaling = findings.scalings().getFirst();

    assertThat(scaling.knee().value()).isCloseTo(0.318532, within(1e-6));
    assertThat(scaling.knee().hasInterval()).isFalse();
    assertThat(scaling.category()).isEqualTo(Category.SOMETHING);
    assertThat(scaling.points().getLast().speedUp()).isCloseTo(2.624160, within(1e-6));
    assertThat(scaling.cores())
        .extracting(ApparentCores::agreement)
        .isEqualTo(Agreement.AS_DECLARED);
    assertThat(findings.trust().level()).isEqualTo(Trust.Level.LIMITED);
    assertThat(findings.run().info().machine().cpu()).contains("8259CL");
    assertThat(findings.run().info().machine().topology().summary())
        .isEqualTo("2 cores × 2 threads");
    assertThat(AnswerCard.of(findings).sentence())
        .isEqualTo("A curve: workers beyond the cores add 32\u00a0%, by one figure each.");
  }

  /** 180 and 200 of 2 workers are 190, twice 95 of one. */
  @Test
  void repeatedFiguresAreNamedByTheirMean() throws IOException {
    Curve curve =
        new Curve(
            "sums",
            "sums.csv",
            "operations",
            List.of(
                new CurvePoint(1, 90),
                new CurvePoint(1, 100),
                new CurvePoint(2, 180),
                new CurvePoint(2, 200),
                new CurvePoint(4, 285)));
    CapturedScaling scaling = findings(curve, 2, 4).scalings().getFirst();

    assertThat(CapturedWords.clause(scaling))
        .contains(": 2 workers do 2.00× the work of one and 4 3.00×; ");
    assertThat(scaling.points()).hasSize(5);
  }

  @Test
  void aPointOfOneWorkerAloneSaysNothing() throws IOException {
    Curve curve = new Curve("sums", "sums.csv", "operations", List.of(new CurvePoint(1, 90)));

    assertThat(AnswerCard.of(findings(curve, 2, 4)).sentence())
        .isEqualTo("A curve: it does not show what workers beyond the cores add.");
  }

  /** 1534.97 / 1534.28 − 1. */
  @Test
  void siblingsOfAnEpycAddNothingToDivision() throws IOException {
    CapturedScaling scaling = findings(curve("aws-c5a-xlarge.csv"), 2, 4).scalings().getFirst();

    assertThat(scaling.knee().value()).isCloseTo(0.000450, within(1e-6));
    assertThat(scaling.category()).isEqualTo(Category.NOTHING);
    assertThat(scaling.contradictsDeclared()).isFalse();
  }

  /** 4396.19 / 2205.79 − 1: as two cores would. */
  @Test
  void declaredSiblingsThatAreCores() throws IOException {
    CapturedFindings findings = findings(curve("alicloud-ecs-e3-large.csv"), 2, 4);
    CapturedScaling scaling = findings.scalings().getFirst();

    assertThat(scaling.knee().value()).isCloseTo(0.993023, within(1e-6));
    assertThat(scaling.cores())
        .extracting(ApparentCores::agreement, ApparentCores::apparent)
        .containsExactly(Agreement.MORE_CORES, 4);
    assertThat(AnswerCard.of(findings).sentence())
        .isEqualTo("A curve: it is that of 4 cores, and the machine declares 2.");
  }

  /** 146147 / 143423 of 48 workers: the other 42 of 90 declared cores add 2 %. */
  @Test
  void declaredCoresThatAreNot() throws IOException {
    CapturedFindings findings = findings(curve("ovh-l4-360.csv"), 90, 90);
    ApparentCores cores = Objects.requireNonNull(findings.scalings().getFirst().cores());

    assertThat(cores.agreement()).isEqualTo(Agreement.FEWER_CORES);
    assertThat(cores.apparent()).isBetween(44, 48);
    assertThat(AnswerCard.of(findings).support()).contains("contradicts the 90 cores");
  }

  @Test
  void fourCoresWithoutSiblings() throws IOException {
    CapturedFindings findings = findings(curve("gcp-t2d-standard-4.csv"), 4, 4);
    CapturedScaling scaling = findings.scalings().getFirst();

    assertThat(scaling.knee().hasValue()).isFalse();
    assertThat(scaling.cores())
        .extracting(ApparentCores::agreement)
        .isEqualTo(Agreement.AS_DECLARED);
    assertThat(AnswerCard.of(findings).sentence())
        .isEqualTo("A curve: 4 workers do 3.98 times the work of one.");
  }

  /** X(w) = 10 w up to 6 workers and 5 a worker beyond: 24 more CPUs' half of 6 is a half. */
  @Test
  void aCurveWithoutPointsAtItsCoresIsFitted() throws IOException {
    Curve made =
        new Curve(
            "made",
            "made.csv",
            "sums",
            List.of(
                new CurvePoint(1, 10),
                new CurvePoint(4, 40),
                new CurvePoint(8, 70),
                new CurvePoint(12, 90)));
    CapturedScaling scaling = findings(made, 6, 12).scalings().getFirst();

    assertThat(scaling.knee().value()).isCloseTo(0.5, within(1e-9));
    assertThat(scaling.knee().reason()).contains("none at 6 or 12 workers");
  }

  /** One core: its sibling adds nothing, and yet the workers are not kept apart by a lock. */
  @Test
  void oneCoreWhoseSiblingAddsNothing() throws IOException {
    Curve made = new Curve("x", "x", "sums", List.of(new CurvePoint(1, 10), new CurvePoint(2, 10)));

    assertThat(findings(made, 1, 2).scalings().getFirst())
        .matches(scaling -> !scaling.serial())
        .extracting(CapturedScaling::category)
        .isEqualTo(Category.NOTHING);
  }
}
