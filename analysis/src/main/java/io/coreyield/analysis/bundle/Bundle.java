package io.coreyield.analysis.bundle;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.recording.RunContent;
import io.coreyield.analysis.recording.RunSource;
import io.coreyield.analysis.recording.file.BundleArchive;
import io.coreyield.analysis.recording.file.NewDirectory;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.wording.AnswerWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the archive of a run that is attached to a paper. */
public final class Bundle {

  private Bundle() {}

  /**
   * Writes a bundle: the raw run, its report, and their descriptions. The same run gives the same
   * bytes, on any machine and at any time.
   *
   * @param out the zip file
   * @param withHost whether to keep the names of the machine and of its user
   * @return the fields of the run that were changed to remove these names, in order
   * @throws RecordingException if the run cannot be read, there is such a file already, or it
   *     cannot be written
   */
  public static List<String> write(RunSource source, Path out, boolean withHost)
      throws IOException {
    if (Files.exists(out)) {
      throw new RecordingException(
          out, "is there already: delete it, or give another name with --out");
    }
    requireNoBundle(source);
    try (RunContent run = RunContent.of(source)) {
      List<String> leftOut = withHost ? List.of() : Anonymous.make(run);
      Findings findings = Findings.of(run.run());
      Payload data = data(run, findings, leftOut);
      Payload payload = new Payload();
      data.files().forEach((path, content) -> payload.add(BundleArchive.DATA + path, content));
      Path aside = out.resolveSibling(out.getFileName() + ".new");
      try {
        Bag.write(aside, payload, info(findings, leftOut));
        Files.move(aside, out, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw NewDirectory.unwritable(out, e);
      } finally {
        Files.deleteIfExists(aside);
      }
      return leftOut;
    }
  }

  /** A bundle of a bundle would not record what the first one left out. */
  private static void requireNoBundle(RunSource source) throws IOException {
    if (Files.isRegularFile(source.path())) {
      try (BundleArchive archive = BundleArchive.open(source.path())) {
        if (archive.names().contains(Bag.DECLARATION)) {
          throw new RecordingException(
              source.path(), "is a bundle already: attach it as it is, or bundle the run itself");
        }
      }
    }
  }

  private static Payload data(RunContent run, Findings findings, List<String> leftOut)
      throws IOException {
    Payload data = Derived.of(findings, run.where());
    for (String name : run.names()) {
      data.add(name, () -> run.open(name));
    }
    RunInfo info = findings.run().info();
    data.add("README.md", BundleDocuments.readme(findings, leftOut));
    data.add("CITATION.cff", BundleDocuments.citation(info));
    data.add(RoCrate.LICENSE, BundleDocuments.license());
    data.add("datapackage.json", DataPackage.text(findings, data.digests()));
    data.add(RoCrate.FILE, RoCrate.text(findings, data.digests()));
    return data;
  }

  private static List<Map.Entry<String, String>> info(Findings findings, List<String> leftOut) {
    RunInfo info = findings.run().info();
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    lines.add(Map.entry("Bag-Software-Agent", "CoreYield"));
    lines.add(Map.entry("Bagging-Date", RoCrate.day(info)));
    lines.add(Map.entry("External-Description", AnswerWords.sentence(findings.answer())));
    lines.add(Map.entry("CoreYield-Version", info.toolVersion()));
    lines.add(
        Map.entry(
            "CoreYield-Left-Out",
            leftOut.isEmpty()
                ? "nothing"
                : "host name and user name, from " + String.join(", ", leftOut)));
    return lines;
  }
}
