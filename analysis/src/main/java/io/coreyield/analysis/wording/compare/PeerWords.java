package io.coreyield.analysis.wording.compare;

import io.coreyield.analysis.capture.curve.PublishedCurve;
import io.coreyield.analysis.stats.MedianInterval;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.Unit;
import java.util.List;

/** What others published of machines like this one, in words. */
public final class PeerWords {

  private PeerWords() {}

  /** How many there are, and what the second half of their logical CPUs adds. */
  public static String lead(List<PublishedCurve> peers) {
    if (peers.isEmpty()) {
      return "The catalogue has no server with this processor.";
    }
    double[] adds =
        peers.stream()
            .filter(peer -> peer.threadsPerCore() == 2)
            .flatMapToDouble(peer -> peer.secondHalfAdds().stream())
            .sorted()
            .toArray();
    String found =
        "%s in the catalogue %s this processor."
            .formatted(Phrases.count(peers.size(), "server"), peers.size() == 1 ? "has" : "have");
    return adds.length == 0
        ? found
        : "%s With two threads a core, the second half of their logical CPUs adds %s to %s, median %s: other programs and other machines, to see whether this one is usual."
            .formatted(
                found,
                Unit.PERCENT.brief(adds[0]),
                Unit.PERCENT.brief(adds[adds.length - 1]),
                Unit.PERCENT.brief(MedianInterval.of(adds).value()));
  }
}
