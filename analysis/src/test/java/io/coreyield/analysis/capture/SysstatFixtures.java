package io.coreyield.analysis.capture;

import java.util.List;

/** Texts of mpstat and sar, and what was read of them. */
final class SysstatFixtures {

  static final String BANNER = "Linux 4.4.162 (host)\t2018-12-18\t_x86_64_\t(2 CPU)\n\n";

  private SysstatFixtures() {}

  /** A table of one interval: CPU 0 runs user code for some percent of it, CPU 1 idles. */
  static String table(String from, String to, double user) {
    return """
    %s  CPU    %%usr   %%nice    %%sys   %%idle
    %s  all    %.2f    0.00    0.00   %.2f
    %s    0    %.2f    0.00    0.00   %.2f
    %s    1    0.00    0.00    0.00  100.00

    """
        .formatted(from, to, user / 2, 100 - user / 2, to, user, 100 - user, to);
  }

  static List<Long> seconds(Capture capture) {
    return capture.stretches().stream().map(s -> s.durationNs() / 1_000_000_000L).toList();
  }
}
