package io.coreyield.fleet.ingest;

import java.util.List;

/**
 * What became of the runs that were given.
 *
 * @param added campaigns that are new
 * @param replaced campaigns whose files had changed
 * @param known runs whose files are those that were read before
 * @param older earlier states of a campaign of which more is known already
 * @param refused what cannot be read
 */
public record Ingested(int added, int replaced, int known, int older, List<Refusal> refused) {

  /** Copies the list. */
  public Ingested {
    refused = List.copyOf(refused);
  }
}
