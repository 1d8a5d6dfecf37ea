package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.trial.PairObservation;
import io.coreyield.analysis.recording.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code pairs.csv}: every pair in every round, in the order in which they were measured. */
public final class PairsCsv {

  private static final String HEADER =
      "round,first,second,together_per_second,first_alone_per_second,second_alone_per_second,ratio";

  private PairsCsv() {}

  /** Writes the file anew; a reader never sees it half-written. */
  public static void write(Path file, List<PairObservation> observations) throws IOException {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (PairObservation o : observations) {
      text.append(o.round() + "," + o.pair().first() + "," + o.pair().second() + ",")
          .append(Math.round(o.together()) + "," + Math.round(o.firstAlone()) + ",")
          .append(Math.round(o.secondAlone()) + "," + o.ratio() + "\n");
    }
    WholeFile.write(file, text.toString());
  }
}
