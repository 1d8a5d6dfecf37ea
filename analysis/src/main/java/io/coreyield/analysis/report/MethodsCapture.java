package io.coreyield.analysis.report;

import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.report.MethodsText.Sentence;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.ImportedFindings;
import io.coreyield.analysis.wording.Phrases;
import java.util.ArrayList;
import java.util.List;

/** How a run came about that another tool captured. */
final class MethodsCapture {

  private MethodsCapture() {}

  static List<Sentence> sentences(Findings findings, ImportedFindings imported) {
    Topology topology = findings.run().info().machine().topology();
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(
        Sentence.of(
            "The load of %s was captured by %s in %s, and imported by CoreYield %s, which measured nothing itself"
                .formatted(
                    Phrases.count(topology.logicalCpus(), "logical CPU"),
                    imported.tool(),
                    Phrases.count(imported.segments().size(), "segment"),
                    findings.run().info().toolVersion())));
    sentences.add(
        Sentence.of("Percentages of an interval were turned into milliseconds of that interval"));
    if (!imported.scalings().isEmpty()) {
      sentences.add(
          Sentence.of(
              "Programs were timed by hand, once per number of workers, so neither throughputs nor the yield beyond the cores have an interval"));
    }
    if (topology.hasSiblings()) {
      sentences.add(Sentence.of("Which logical CPUs share a core is what the user says"));
    }
    return sentences;
  }
}
