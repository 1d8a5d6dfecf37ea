package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.trial.PairObservation;
import io.coreyield.analysis.recording.file.AppendedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code pairs.csv}: every pair in every round, in the order in which they were measured. */
public final class PairsCsv {

  private static final String HEADER =
      "round,first,second,together_per_second,first_alone_per_second,second_alone_per_second,ratio";

  private PairsCsv() {}

  /** Adds rounds at the end of the file. */
  public static final class Writer implements AutoCloseable {
    private final AppendedFile out;

    private Writer(AppendedFile out) {
      this.out = out;
    }

    /** Opens the file, with its header if it is new. */
    public static Writer append(Path file) throws IOException {
      return new Writer(CsvFile.append(file, HEADER));
    }

    /** Adds the pairs of a round. */
    public void write(List<PairObservation> round) throws IOException {
      StringBuilder rows = new StringBuilder();
      for (PairObservation o : round) {
        rows.append(o.round() + "," + o.pair().first() + "," + o.pair().second() + ",")
            .append(Math.round(o.together()) + "," + Math.round(o.firstAlone()) + ",")
            .append(Math.round(o.secondAlone()) + "," + o.ratio() + "\n");
      }
      out.append(rows.toString());
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
