package io.coreyield.analysis.report;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.report.json.VerdictJson;
import io.coreyield.analysis.report.methods.MethodsText;
import io.coreyield.analysis.report.page.HtmlReport;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.TableFiles;
import io.coreyield.analysis.report.tables.Tables;
import io.coreyield.analysis.report.terminal.Programs;
import io.coreyield.analysis.report.terminal.TerminalSummary;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.AnswerWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whether a run that may be hostile ends as it should: refused in one sentence, or answered. */
final class MutantJudge {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private MutantJudge() {}

  /**
   * How it ended.
   *
   * @param answered whether there was a report, rather than a refusal
   * @param words the answer, or why it was refused
   * @param fault what is wrong with that; empty where nothing is
   */
  record End(boolean answered, String words, Optional<String> fault) {

    private static End of(boolean answered, String words, Stream<String> faults) {
      return new End(answered, words, faults.findFirst());
    }
  }

  /** What reads the run, if it can be read. */
  interface Reading {
    Run run() throws IOException;
  }

  /** Reads it and makes everything of it that is text. */
  static End of(Reading reading) {
    try {
      return answer(reading.run());
    } catch (RecordingException e) {
      String refusal = String.valueOf(e.getMessage());
      return End.of(false, refusal, faults(refusal));
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      StackTraceElement[] trace = e.getStackTrace();
      return End.of(
          false, e.toString(), Stream.of(e + (trace.length == 0 ? "" : " at " + trace[0])));
    }
  }

  private static Stream<String> faults(String refusal) {
    return Stream.of(
            refusal.lines().count() == 1 ? "" : "not one line: " + refusal,
            hasControls(refusal) ? "control characters: " + ControlCharacters.spaced(refusal) : "",
            refusal.length() <= 2001
                ? ""
                : "a sentence of %d characters".formatted(refusal.length()),
            refusal.contains(": ") ? "" : "no reason: " + refusal,
            refusal.matches("(?s).*(Exception|java\\.|tools\\.jackson).*")
                ? "Java: " + refusal
                : "")
        .filter(fault -> !fault.isEmpty());
  }

  private static boolean hasControls(String text) {
    return text.chars()
        .anyMatch(c -> (Character.isISOControl(c) && c != '\n') || (c >= 0x202a && c <= 0x202e));
  }

  private static End answer(Run run) throws IOException {
    Findings findings = Findings.of(run);
    String answer = AnswerWords.sentence(findings.answer());
    String page = HtmlReport.text(findings);
    String verdict = VerdictJson.text(findings);
    MethodsText methods = MethodsText.of(findings);
    String terminal =
        TerminalSummary.of(
            findings, new RunDirectory(Path.of("run")), Programs.one("java -jar x.jar"), 80);
    List<String> tables = new ArrayList<>();
    for (Table table : Tables.all(findings)) {
      tables.add(TableFiles.csv(table));
      tables.add(TableFiles.markdown(table));
    }
    return End.of(
        true,
        answer,
        Stream.of(
                wrongAnswers(findings),
                injected(page, "the page"),
                json(verdict),
                fault(answer.isBlank(), "no answer"),
                fault(hasControls(terminal), "controls in the terminal"),
                fault(hasControls(methods.markdown()), "controls in the methods"),
                tables.stream().flatMap(MutantJudge::cells))
            .flatMap(faults -> faults));
  }

  private static Stream<String> fault(boolean isThere, String what) {
    return isThere ? Stream.of(what) : Stream.empty();
  }

  private static Stream<String> wrongAnswers(Findings findings) {
    List<SmtYield> yields = findings instanceof MeasuredFindings m ? m.yields() : List.of();
    return yields.stream()
        .filter(y -> isDisordered(y) || (y.category() == Category.UNKNOWN) == y.trust().isAnswer())
        .map(y -> "a yield that cannot be: " + y.yield());
  }

  private static boolean isDisordered(SmtYield y) {
    Estimate e = y.yield();
    return e.hasInterval() && !(e.low() <= e.value() && e.value() <= e.high());
  }

  private static Stream<String> injected(String page, String where) {
    return Stream.of("<img src=x", "<script>document.title")
        .filter(page::contains)
        .map(payload -> payload + " in " + where);
  }

  private static Stream<String> json(String verdict) {
    try {
      MAPPER.readTree(verdict);
      return Stream.empty();
    } catch (JacksonException e) {
      return Stream.of("verdict.json is not JSON: " + e.getOriginalMessage());
    }
  }

  /** Formulas that a spreadsheet would run. */
  private static Stream<String> cells(String table) {
    return List.of(table.split("[,\n|]", -1)).stream()
        .filter(cell -> cell.startsWith("=HYPERLINK") || cell.startsWith("\"=HYPERLINK"))
        .map(cell -> "a formula in a table: " + cell);
  }
}
