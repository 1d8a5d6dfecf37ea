package io.coreyield.analysis.capture;

import io.coreyield.analysis.recording.file.RecordingException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files that are brought to an import and cannot be read: what each is, and the nearest that can.
 */
final class OtherFormats {

  /** Of its JSON, which may be one line without end. */
  private static final String JMH_FIELD = "\"primaryMetric\"";

  /** Lines are cut, as careless patterns take for ever on those of strangers. */
  private static final int MAX_CHARS = 300;

  private static final int MAX_LINES = 2000;
  private static final String MPSTAT = "capture with mpstat -P ALL 1";

  /**
   * One format.
   *
   * @param pattern that occurs near its beginning
   * @param what it is, after "is"
   * @param remedy what to give instead
   */
  private record Format(Pattern pattern, String what, String remedy) {

    Format(String pattern, String what, String remedy) {
      this(Pattern.compile("(?m)" + pattern), what, remedy);
    }
  }

  private static final List<Format> FORMATS =
      List.of(
          new Format(
              "\\A\\s*\"?Benchmark\"?,\"?Mode\"?,|^Benchmark\\s.*\\bMode\\s+Cnt\\s+Score",
              "a result file of JMH, which holds scores and no load of logical CPUs",
              "measure with benchmarks.jar, or give times of a program with --timing"),
          new Format("\\AAAA,", "a recording of nmon, which is not read", MPSTAT),
          new Format(
              "^#*<-+CPU-+>|\\[CPU(?::\\d+)?\\]|^# *Collectl|^waiting for \\d+ second sample",
              "output of collectl, which is not read",
              MPSTAT),
          new Format(
              "\\bPID\\b.*%us(?:e)?r.*Command",
              "output of pidstat, which holds processes and not logical CPUs", MPSTAT),
          new Format(
              "^top - |^%?Cpu\\(s\\) ?:|^%Cpu\\d+ +:",
              "output of top, which has no times of its intervals", MPSTAT),
          new Format(
              "^procs -+memory-+|^ *r +b +swpd +free",
              "output of vmstat, which holds only the average of all CPUs",
              MPSTAT),
          new Format(
              "^avg-cpu:", "output of iostat, which holds only the average of all CPUs", MPSTAT),
          new Format(
              "^\\W*(?:SunOS|AIX|HP-UX|Darwin) \\S+ ",
              "output of a tool of SunOS, AIX, HP-UX or macOS, which is not read",
              "capture a series of psutil, as docs/IMPORT.md shows"),
          new Format(
              "^node_cpu(?:_seconds_total)?\\{",
              "a page of node_exporter, which is of one moment",
              "query a range of node_cpu_seconds_total from Prometheus, as docs/IMPORT.md shows"),
          new Format("^ATOP - ", "output of atop, which is not read", MPSTAT),
          new Format(
              "^\\s*(?:usec\\s+|Package\\s+|Node\\s+)*(?:Core\\s+)?CPU\\s+Avg_MHz",
              "output of turbostat, which does not say who used a CPU",
              MPSTAT),
          new Format(
              "\\(PDH-CSV",
              "a log of Windows' performance counters, which is not read",
              "capture a series of psutil"),
          new Format(
              "Performance counter stats for", "output of perf stat, which is not read", MPSTAT),
          new Format(
              "^real\\s+\\d+m[\\d.,]+s|^real \\d+[.,]\\d+$",
              "output of time",
              "give its seconds as --timing REAL,USER,SYS with --workers and --elements"),
          new Format(
              "<sysstat[\\s>]",
              "XML of sadf -x, which is not read",
              "write it with 'sadf -j FILE -- -P ALL'"),
          new Format(
              "^\\W*Linux \\d\\S* \\(.*\\)\\s",
              "output of sysstat without the table of CPU time",
              "write it with 'sar -P ALL', or capture with mpstat -P ALL 1"),
          new Format(
              "^cpu0? +\\d+ +\\d+ +\\d+ +\\d+",
              "of /proc/stat, without the lines of single CPUs",
              "write all of /proc/stat, each after 'date +%s.%N'"),
          new Format(
              "\\A(?:[^\\d\\n][^\\n]*\\n|\\n)*+\"?\\d{1,7}\"?[,;\\t] *\"?[\\d.]+(?:[eE][+-]?\\d+)?\"?\\s*$",
              "a table of two columns of numbers",
              "give it as --curve if they are workers and throughput"),
          new Format(
              "\\A\\s*<(?i:!doctype|html)", "a web page", "give the file that the tool wrote"));

  private static final List<Format> BINARIES =
      List.of(
          new Format(
              "^(?:96d5|d596)",
              "the binary file of sar",
              "write it as text with 'sadf -j FILE -- -P ALL'"),
          new Format("^(?:1f8b|504b|425a|fd37|28b5)", "compressed", "unpack it first"));

  private OtherFormats() {}

  /** The refusal of a file of bytes; null where its bytes say nothing. */
  static @Nullable RecordingException binary(CaptureFile file, String firstBytesHex) {
    return BINARIES.stream()
        .filter(format -> format.pattern().matcher(firstBytesHex).find())
        .findFirst()
        .map(format -> refusal(file, format))
        .orElse(null);
  }

  /** The refusal of a text that no reader takes. */
  static RecordingException text(CaptureFile file, String beginning) {
    if (beginning.contains(JMH_FIELD)) {
      return refusal(file, FORMATS.getFirst());
    }
    String text =
        beginning
            .lines()
            .limit(MAX_LINES)
            .map(line -> line.substring(0, Math.min(line.length(), MAX_CHARS)))
            .collect(Collectors.joining("\n"));
    return FORMATS.stream()
        .filter(format -> format.pattern().matcher(text).find())
        .findFirst()
        .map(format -> refusal(file, format))
        .orElseGet(() -> unknown(file));
  }

  private static RecordingException refusal(CaptureFile file, Format format) {
    return file.refusal(0, "is %s: %s".formatted(format.what(), format.remedy()));
  }

  static RecordingException unknown(CaptureFile file) {
    return file.refusal(
        0,
        "is no capture that can be imported: give what dstat, dool or pcp-dstat showed or wrote with --output, mpstat -P ALL or sar -P ALL printed, sadf wrote, a psutil series, or another of docs/IMPORT.md");
  }
}
