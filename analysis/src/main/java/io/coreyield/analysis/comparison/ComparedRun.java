package io.coreyield.analysis.comparison;

import io.coreyield.analysis.findings.Answer;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.trust.Quality;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.plan.KernelCode;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.Estimate;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a run to be compared; samples are not.
 *
 * @param name in a word or two
 * @param start of the campaign
 * @param identity equal for two copies of one run
 * @param fingerprint of the machine and its state
 * @param simulated whether nothing was measured
 * @param tool that captured it; null of a run of ours
 * @param toolVersion of CoreYield
 * @param kernelCode which code of the kernels ran
 * @param answer what it says first
 * @param checks of the measurement
 * @param readings by row
 */
public record ComparedRun(
    String name,
    Instant start,
    String identity,
    Fingerprint fingerprint,
    boolean simulated,
    @Nullable String tool,
    String toolVersion,
    String kernelCode,
    Answer answer,
    Checks checks,
    SortedMap<Row, Reading> readings) {

  /**
   * What checks the measurement.
   *
   * @param aaDifference of the A/A control
   * @param aaDrift of the A/A control
   * @param iterations that count
   * @param tainted how many of them are tainted
   * @param trust in all figures, by what was found of the machine
   */
  public record Checks(
      Estimate aaDifference, Estimate aaDrift, int iterations, int tainted, Trust trust) {
    private static Checks of(Quality quality) {
      return new Checks(
          quality.control().difference(),
          quality.control().drift(),
          quality.ledger().entries().size(),
          quality.ledger().tainted(),
          Trust.lowest(quality.found()));
    }
  }

  /**
   * An order that does not depend on names or on the order of arguments: runs of ours, trusted and
   * measured, come first, then the earlier; of runs that started at one time, as simulated ones do,
   * that with most figures.
   */
  static final Comparator<ComparedRun> CANONICAL =
      Comparator.comparing((ComparedRun run) -> run.tool != null)
          .thenComparing(run -> !run.isTrusted())
          .thenComparing(ComparedRun::simulated)
          .thenComparing(ComparedRun::start)
          .thenComparingInt(run -> -run.readings.size())
          .thenComparing(run -> run.fingerprint.machine().cpu())
          .thenComparing(ComparedRun::identity);

  /** What is compared of a run. */
  public static ComparedRun of(String name, Findings findings) {
    RunInfo info = findings.run().info();
    return new ComparedRun(
        name,
        info.start(),
        identity(findings.run()),
        new Fingerprint(info.machine(), info.environment()),
        info.simulated(),
        info.origin() instanceof Captured captured ? captured.tool() : null,
        info.toolVersion(),
        KernelCode.of(info.toolVersion()),
        findings.answer(),
        Checks.of(
            findings instanceof MeasuredFindings measured ? measured.quality() : Quality.NONE),
        Readings.of(findings));
  }

  /** Two campaigns do not start at one moment of one clock with one seed. */
  private static String identity(Run run) {
    RunInfo info = run.info();
    long seed = info.origin() instanceof Measured measured ? measured.seed() : 0;
    long ends = run.trials().stream().mapToLong(Trial::endNs).sum();
    return "%s/%d/%d/%d/%d/%d"
        .formatted(
            info.start(),
            info.clock().tNs(),
            seed,
            run.trials().size(),
            ends,
            run.load().samples());
  }

  /** The same under another name. */
  ComparedRun named(String other) {
    return new ComparedRun(
        other,
        start,
        identity,
        fingerprint,
        simulated,
        tool,
        toolVersion,
        kernelCode,
        answer,
        checks,
        readings);
  }

  /** Whether nothing that was found of the machine could change its figures. */
  public boolean isTrusted() {
    return checks.trust.isAnswer();
  }

  /** The reading of a row; null where the run has none. */
  public @Nullable Reading reading(Row row) {
    return readings.get(row);
  }

  /** The figure of a row; empty where the run has none. */
  public Optional<Estimate> value(Row row) {
    return Optional.ofNullable(readings.get(row)).map(Reading::estimate).filter(Estimate::hasValue);
  }
}
