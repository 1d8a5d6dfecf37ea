package io.coreyield.benchmarks.campaign.run;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM leaves its report of a fork or worker JVM that crashed. Without being told it takes
 * the working directory, and writes a core dump there too.
 *
 * @param directory of the run; null: no report is written
 */
public record CrashReports(@Nullable Path directory) {

  /** For forks whose results nobody keeps. */
  public static final CrashReports NOWHERE = new CrashReports(null);

  private static final String REPORT = "hs_err_pid";

  /** Arguments of forks, which their worker JVMs inherit. */
  List<String> jvmArguments() {
    String noDump = "-XX:-CreateCoredumpOnCrash";
    if (directory == null) {
      return List.of(noDump, "-XX:+SuppressFatalErrorMessage");
    }
    String path = directory.toAbsolutePath().toString().replace("%", "%%") + File.separator;
    return List.of(
        noDump,
        "-XX:ErrorFile=" + path + REPORT + "%p.log",
        "-XX:ReplayDataFile=" + path + "replay_pid%p.log");
  }

  /** The names of the reports so far. */
  Set<String> names() {
    String[] names =
        directory == null ? null : directory.toFile().list((_, name) -> name.startsWith(REPORT));
    return names == null ? Set.of() : new TreeSet<>(Arrays.asList(names));
  }

  /** Why a trial failed, and which reports were not there before it. */
  String named(String failure, Set<String> before) {
    Set<String> added = new TreeSet<>(names());
    added.removeAll(before);
    return added.isEmpty()
        ? failure
        : "%s; the run directory has the JVM's crash report, %s"
            .formatted(failure, String.join(" and ", added));
  }
}
